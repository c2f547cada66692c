/** One small wrong turn in the product, and the script of how Genjin talks that must notice it. */
export interface SeededFault {
  /** File name under test/conversations, up to its first dot. */
  script: string;
  fault: string;
  file: string;
  /** Stands there once. */
  from: string;
  to: string;
}

export const FAULTS: readonly SeededFault[] = [
  {
    script: 'script-1-amend',
    fault: 'a corrected weekday is reckoned from today',
    file: 'src/understanding/amend/amend-dates.ts',
    from: 'return weekdayInWeekOf(day.weekday, slot.day);\n  return day.resolve(',
    to: "return day.resolve('future')?.day ?? slot.day;\n  return day.resolve(",
  },
  {
    script: 'script-2-continue',
    fault: 'he is whoever was spoken of first',
    file: 'src/chat/last-record.ts',
    from: 'const last = recent.at(-1);',
    to: 'const last = recent.at(0);',
  },
  {
    script: 'script-3-taught',
    fault: 'the answer grammar takes any text',
    file: 'src/chat/pending-question.ts',
    from: 'return choice < 0 ? null : choice;',
    to: 'return Math.max(0, choice);',
  },
  {
    script: 'script-4-split',
    fault: 'a message of several customers is one note',
    file: 'src/app/names.ts',
    from: 'return (all.length > parts.length ? all : parts).map(({ text }) => text);',
    to: 'return all.slice(0, 1).map(() => input.text);',
  },
  {
    script: 'script-5-import',
    fault: 'customers on record are not known again',
    file: 'src/capabilities/import-customers/known-customers.ts',
    from: 'if (!names.has(foldedName(one))) names.set(foldedName(one), _id);',
    to: 'if (!names.has(foldedName(one))) names.set(_id, foldedName(one));',
  },
  {
    script: 'script-6-quiet',
    fault: 'staleness counts calendar days',
    file: 'src/rules/decide/stale-deal.ts',
    from: 'addWorkdays(facts.touched, facts.after, facts.region)',
    to: 'new Date(Date.parse(facts.touched) + facts.after * 86_400_000).toISOString().slice(0, 10)',
  },
  {
    script: 'script-6-quiet',
    fault: 'the manager gets a copy per deal',
    file: 'src/rules/morning/send-morning.ts',
    from: 'draft.send(address(person), message, {',
    to: 'for (const _ of due.digest?.items ?? [due]) draft.send(address(person), message, {',
  },
  {
    script: 'script-7-step',
    fault: 'the answer to 怎么样? leaves the step open',
    file: 'src/capabilities/log-interaction/answer-step.ts',
    from: 'const did = NOT_DONE.test(text) || isInVain(text) ? undefined : step._id;',
    to: 'const did = NOT_DONE.test(text) || isInVain(text) ? step._id : undefined;',
  },
  {
    script: 'script-8-scope',
    fault: 'a query forgets its scope at once',
    file: 'src/capabilities/last-query.ts',
    from: 'const KEPT_MS = 10 * 60_000;',
    to: 'const KEPT_MS = -1;',
  },
  {
    script: 'script-9-edit',
    fault: 'an unfurl counts as an edit',
    file: 'src/chat/dispatch.ts',
    from: 'if ((await parts.earlierText(row)) === event.text) return [];',
    to: 'await parts.earlierText(row);',
  },
  {
    script: 'script-10-hold',
    fault: 'a win goes to the group without waiting',
    file: 'src/rules/room/wins.ts',
    from: 'const WAIT_MS = 2 * 60_000;',
    to: 'const WAIT_MS = 0;',
  },
  {
    script: 'script-11-colleague',
    fault: 'hidden and unknown names are told apart',
    file: 'src/capabilities/show-account/index.ts',
    from: 'discloseOwners && named[0] !== undefined',
    to: '(discloseOwners || true) && named[0] !== undefined',
  },
  {
    script: 'script-12-join',
    fault: 'what a stranger writes is not kept',
    file: 'src/chat/stranger.ts',
    from: "as: 'kept'",
    to: "as: 'done'",
  },
];
