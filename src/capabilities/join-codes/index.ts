import { dayText } from '../../calendar/days.ts';
import { wallTime } from '../../calendar/zone.ts';
import { dayText as dayWords } from '../../chat/format.ts';
import { defineTexts } from '../../chat/texts.ts';
import { type Group, groupCalled, groupKind } from '../../crm/group/group.ts';
import { type JoinCode, joinCodeKind, makeJoinCode, whyClosed } from '../../crm/person/join-code.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { joinWays } from '../join-ways.ts';
import { onlyAdmin } from '../only-admin.ts';
import { type CodeCommand, readCodeCommand } from './read-command.ts';

const PLACES = { usual: 10, most: 500 };
const DAYS = { usual: 7, most: 90 };
const DAY_MS = 86_400_000;
const MOST_ROWS = 5;

const texts = defineTexts({
  zh: {
    code: (code: string) => `加入码 ${code}`,
    terms: (team: string, places: number, until: string) => `${team} · ${places}人 · 到${until}`,
    nobody: '不分组',
    which: '给哪个组?',
    noTeam: (name: string) => `没有叫「${name}」的团队。`,
    places: (most: number) => `一个加入码可给1到${most}人。`,
    days: (most: number) => `一个加入码可用1到${most}天。`,
    none: '没有在用的加入码。',
    heads: (count: number) => `${count}个加入码在用`,
    row: (tail: string, team: string, left: number, until: string) => `…${tail} · ${team} · 剩${left}人 · 到${until}`,
    revoked: (tail: string) => `✓ 已停用 · 加入码…${tail}`,
    noCode: (tail: string) => `没有在用的加入码…${tail}。`,
    stop: (tail: string) => `停用${tail}`,
    undo: '撤销',
  },
  en: {
    code: (code: string) => `Join code ${code}`,
    terms: (team: string, places: number, until: string) =>
      `${team} · ${places === 1 ? '1 person' : `${places} people`} · until ${until}`,
    nobody: 'No team',
    which: 'For which team?',
    noTeam: (name: string) => `No team called "${name}".`,
    places: (most: number) => `A join code is for 1 to ${most} people.`,
    days: (most: number) => `A join code lasts 1 to ${most} days.`,
    none: 'No join code is in use.',
    heads: (count: number) => (count === 1 ? '1 join code in use' : `${count} join codes in use`),
    row: (tail: string, team: string, left: number, until: string) =>
      `…${tail} · ${team} · ${left} left · until ${until}`,
    revoked: (tail: string) => `✓ Stopped · join code …${tail}`,
    noCode: (tail: string) => `No join code …${tail} is in use.`,
    stop: (tail: string) => `Stop ${tail}`,
    undo: 'Undo',
  },
});

/** Gives out, lists and stops the codes by which people join. */
export const createJoinCodes = (tools: CrmTools): CrmCapability => ({
  name: 'join-codes',
  purpose: { zh: '发加入码,让新人自己加入', en: 'Codes by which people join' },
  examples: { zh: ['加入码 一组 10人 7天'], en: ['join code for North, 10 people, 7 days'] },
  command: (text) => readCodeCommand(text) as Record<string, unknown> | null,
  async run(turn, _said, command) {
    await onlyAdmin(turn);
    const asked = command as unknown as CodeCommand;
    if (asked.act === 'offer') return offer(turn, tools);
    if (asked.act === 'list') return list(turn, tools);
    if (asked.act === 'revoke') return revoke(turn, asked.tail, tools);
    const groups = await tools.stores.groups.all();
    const group = asked.team === null ? null : groupCalled(groups, asked.team);
    if (asked.team !== null && group === null) throw new PersonError(texts(turn.speaker.locale).noTeam(asked.team));
    await make(turn, group, asked, tools);
  },
  async answered(turn, _question, { group }) {
    await onlyAdmin(turn);
    const record = group === null ? null : await turn.draft.read(groupKind, String(group));
    await make(turn, record, { places: null, days: null }, tools);
  },
  actions: {
    'join-codes.offer': (turn) => offer(turn, tools),
    'join-codes.stop': async (turn, { tail }) => {
      await onlyAdmin(turn);
      await revoke(turn, String(tail), tools);
    },
  },
});

/** A code for the one group that there is; where there are several it is asked for which. */
async function offer(turn: CrmTurn, tools: CrmTools): Promise<void> {
  await onlyAdmin(turn);
  const words = texts(turn.speaker.locale);
  const groups = await tools.stores.groups.all();
  const [only, second] = groups;
  if (second === undefined) return make(turn, only ?? null, { places: null, days: null }, tools);
  const choices = groups.map(({ _id, name }) => ({ label: name, value: { group: _id as string | null } }));
  turn.ask({ text: words.which, choices: [...choices, { label: words.nobody, value: { group: null } }] });
}

async function make(
  turn: CrmTurn,
  group: Stored<Group> | null,
  { places, days }: { places: number | null; days: number | null },
  tools: CrmTools,
): Promise<void> {
  const words = texts(turn.speaker.locale);
  const many = places ?? PLACES.usual;
  const long = days ?? DAYS.usual;
  if (many < 1 || many > PLACES.most) throw new PersonError(words.places(PLACES.most));
  if (long < 1 || long > DAYS.most) throw new PersonError(words.days(DAYS.most));
  const expires = new Date(turn.now.getTime() + long * DAY_MS);
  if (group !== null) turn.draft.rely(groupKind, group);
  const code = makeJoinCode(turn.draft, { person: null, group: group?._id ?? null, places: many, expires });
  const terms = words.terms(group?.name ?? words.nobody, many, untilText(turn, expires));
  turn.whisper({
    text: [words.code(code), terms, ...joinWays(code, turn.speaker.locale, tools.pageUrl())].join('\n'),
    buttons: [{ label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } }],
  });
  turn.undoable();
}

async function list(turn: CrmTurn, { stores }: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const [codes, groups] = await Promise.all([stores.joinCodes.open(turn.now), stores.groups.all()]);
  if (codes.length === 0) return void turn.whisper({ text: words.none });
  const team = ({ group }: JoinCode) => groups.find(({ _id }) => _id === group)?.name ?? words.nobody;
  const rows = codes
    .slice(0, MOST_ROWS)
    .map((code) => words.row(code.tail, team(code), code.places - code.used, untilText(turn, code.expires)));
  const buttons = codes
    .slice(0, 3)
    .map(({ tail }) => ({ label: words.stop(tail), action: 'join-codes.stop', args: { tail } }));
  turn.whisper({ text: [words.heads(codes.length), ...rows].join('\n'), buttons });
}

async function revoke(turn: CrmTurn, tail: string, { stores }: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const found = (await stores.joinCodes.open(turn.now)).find((code) => code.tail === tail);
  const code = found === undefined ? null : await turn.draft.read(joinCodeKind, found._id);
  if (code === null || whyClosed(code, turn.now) !== null) throw new PersonError(words.noCode(tail));
  turn.draft.change(joinCodeKind, code, { revokedAt: turn.now });
  turn.whisper({
    text: words.revoked(tail),
    buttons: [{ label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } }],
  });
  turn.undoable();
}

const untilText = (turn: CrmTurn, at: Date): string =>
  dayWords(dayText(wallTime(at.getTime(), turn.speaker.zone).day), turn.speaker.locale, todayOf(turn));
