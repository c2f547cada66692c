import { readFileSync, writeFileSync } from 'node:fs';
import { senseClauses } from '../src/understanding/intent/clause-sense.ts';
import { SURE } from '../src/understanding/intent/confidence-table.ts';
import { isReminder } from '../src/understanding/intent/intent.ts';
import { readMessage } from '../src/understanding/intent/reading.ts';
import { signsOf } from '../src/understanding/intent/signs.ts';
import { readSteps } from '../src/understanding/intent/steps.ts';
import { readToldContact } from '../src/understanding/intent/told-contact.ts';
import { createNameDirectory } from '../src/understanding/people/create-name-directory.ts';
import { understand } from '../src/understanding/understand.ts';
import type { MessageInput, Slot, Understanding } from '../src/understanding/understanding.ts';

// `npm run calibration [-- --write] [CASES.jsonl DIRECTORY.json …]`: how often each slot is right, by the sign it was
// read by; how far the confidences are from that over ten bins; and how much is written unasked at what precision.
// With --write the table of confidences is computed anew from the own cases.

interface Case extends MessageInput {
  gold: Partial<Understanding>;
  skip?: string[];
}
interface Seen {
  slot: Slot;
  sign: string;
  right: boolean;
  confidence: number;
}

/**
 * How often each sign was right on messages that nobody had tuned anything to (fresh-2 to fresh-7, their first runs, the latest
 * weighing most). The own cases are tuned, so what they show is drawn three quarters of the way towards this, and all the way where they are few.
 */
const AT_FIRST_SIGHT: Readonly<Record<string, number>> = {
  intent: 0.94,
  'intent:account.show': 0.84,
  'intent:account.transfer': 0.97,
  'intent:contact.create': 0.97,
  'intent:contact.update': 0.93,
  'intent:dealt': 0.97,
  'intent:lead.create': 0.9,
  'intent:named': 0.99,
  'intent:news': 0.74,
  'intent:nothing': 0.5,
  'intent:opportunity.create': 0.97,
  'intent:opportunity.lose': 0.94,
  'intent:opportunity.update': 0.91,
  'intent:opportunity.win': 0.76,
  'intent:question': 0.95,
  'intent:rivalled': 1.0,
  'intent:task.complete': 0.93,
  'intent:task.create': 0.78,
  'intent:ticket.create': 0.97,
  'intent:unread': 0.5,
  account: 0.98,
  'account:alias': 1.0,
  'account:person': 1.0,
  'account:typo': 0.5,
  'account:unknown': 0.85,
  contacts: 0.95,
  'contacts:known': 0.97,
  'contacts:unknown': 0.65,
  interaction: 0.82,
  'interaction:dealt:day': 0.59,
  'interaction:dealt:days': 0.4,
  'interaction:named:day': 0.93,
  'interaction:named:days': 0.88,
  'interaction:news:day': 0.21,
  'interaction:news:days': 0.25,
  'interaction:rivalled:day': 0.75,
  'interaction:rivalled:days': 0.88,
  opportunity: 0.71,
  'opportunity:amount': 0.42,
  'opportunity:close': 0.74,
  'opportunity:lost': 0.77,
  'opportunity:needs': 0.83,
  'opportunity:negotiation': 0.8,
  'opportunity:proposal': 0.74,
  'opportunity:sums': 0.55,
  'opportunity:won': 0.8,
  tasks: 0.82,
  'tasks:asked': 0.88,
  'tasks:dated': 0.65,
  'tasks:fixed': 0.85,
  'tasks:planned': 0.82,
  'tasks:pledged': 0.88,
  'tasks:reminded': 0.88,
  'tasks:wanted': 0.73,
  contactFacts: 0.91,
  'contactFacts:one': 0.9,
  assignee: 0.97,
  'assignee:named': 1.0,
  period: 0.93,
  'period:named': 0.9,
};
const FEW = 12;

const OWN = ['zh', 'en'].flatMap((lang) => [
  [`src/understanding/cases/${lang}.jsonl`, `src/understanding/cases/${lang}-directory.json`],
  ...['fresh-1', 'fresh-2', 'fresh-3', 'fresh-4', 'fresh-5'].map((set) =>
    ['cases.jsonl', 'directory.json'].map((file) => `test/understanding/${set}/${lang}/${file}`),
  ),
]);
const TABLE_FILE = 'src/understanding/intent/confidence-table.ts';

function main(): number {
  const args = process.argv.slice(2).filter((one) => one !== '--write');
  const given = args.length > 0 ? pairs(args) : OWN;
  const seen = given.flatMap(([cases = '', directory = '']) => look(cases, directory));
  if (process.argv.includes('--write')) writeTable(seen);
  else report(seen);
  return 0;
}

/** CASES.jsonl DIRECTORY.json, once or more. */
function pairs(args: readonly string[]): string[][] {
  return args.flatMap((cases, at) => (at % 2 === 0 ? [[cases, args[at + 1] ?? '']] : []));
}

function look(casesFile: string, directoryFile: string): Seen[] {
  const directory = createNameDirectory(JSON.parse(readFileSync(directoryFile, 'utf8')));
  const lines = readFileSync(casesFile, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const { gold, skip = [], ...input } = JSON.parse(line) as Case;
    const read = understand(input, directory);
    const reading = readMessage(input, directory);
    const senses = senseClauses(reading);
    const steps = readSteps(reading, senses, isReminder(reading));
    const signs = signsOf(reading, read, { told: readToldContact(reading, senses, steps), steps });
    const want = comparable(gold);
    const got = comparable(read);
    return (
      (Object.keys(read.evidence) as Slot[])
        // Nothing is written for a message that is not understood.
        .filter((slot) => slot !== 'intent' || read.intent !== 'unknown')
        .filter((slot) => !skip.some((one) => one === slot || one.startsWith(`${slot}.`)))
        .map((slot) => ({
          slot,
          sign: signs[slot] ?? '',
          right: want[slot] === got[slot],
          confidence: read.evidence[slot]?.confidence ?? 0,
        }))
    );
  });
}

/** What the contract compares of each slot, as text. */
function comparable(read: Partial<Understanding>): Partial<Record<Slot, string>> {
  const slots: Partial<Record<Slot, unknown>> = {
    intent: read.intent,
    account: read.account?.name ?? (read.account ? 'unknown' : null),
    contacts: (read.contacts ?? []).map(({ name }) => name ?? 'unknown').sort(),
    interaction: read.interaction ?? null,
    opportunity: read.opportunity ?? null,
    tasks: (read.tasks ?? []).map(({ date, time, assignee }) => [date, time ?? null, assignee ?? null]),
    contactFacts: (read.contactFacts ?? []).map(({ contact, phone, email, birthday }) => [
      contact,
      phone ?? null,
      email ?? null,
      birthday ?? null,
    ]),
    assignee: read.assignee ?? null,
    period: read.period ?? null,
  };
  return Object.fromEntries(Object.entries(slots).map(([slot, value]) => [slot, JSON.stringify(value)]));
}

function share(right: number, of: number, toward: number): number {
  const pull = Math.max(FEW, 3 * of);
  return (right + pull * toward) / (of + pull);
}

function writeTable(seen: readonly Seen[]): void {
  const groups = new Map<string, Seen[]>();
  for (const one of seen)
    for (const key of [one.slot, `${one.slot}:${one.sign}`]) groups.set(key, [...(groups.get(key) ?? []), one]);
  const lines = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, all]) => {
      const slot = all[0]?.slot ?? 'intent';
      const figure = share(
        all.filter(({ right }) => right).length,
        all.length,
        AT_FIRST_SIGHT[key] ?? AT_FIRST_SIGHT[slot] ?? 0.9,
      );
      return `  ${/^\w+$/.test(key) ? key : `'${key}'`}: ${Number(figure.toFixed(2))},`;
    });
  const source = readFileSync(TABLE_FILE, 'utf8');
  writeFileSync(TABLE_FILE, source.replace(/(const TABLE[^{]*)\{[^}]*\}/, `$1{\n${lines.join('\n')}\n}`));
}

function report(seen: readonly Seen[]): void {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const rightIn = (all: readonly Seen[]) => all.filter(({ right }) => right).length / Math.max(1, all.length);
  const bins = Array.from({ length: 10 }, (_, bin) =>
    seen.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin),
  );
  let error = 0;
  for (const [bin, all] of bins.entries()) {
    if (all.length === 0) continue;
    const mean = all.reduce((sum, { confidence }) => sum + confidence, 0) / all.length;
    error += (Math.abs(mean - rightIn(all)) * all.length) / seen.length;
    print(
      `${bin / 10}–${(bin + 1) / 10}: ${all.length} slots, confidence ${mean.toFixed(3)}, right ${rightIn(all).toFixed(3)}`,
    );
  }
  const written = seen.filter(({ confidence }) => confidence >= SURE);
  print(`calibration error ${error.toFixed(3)} over ${seen.length} slots`);
  print(`written unasked ${(written.length / seen.length).toFixed(3)}, of these right ${rightIn(written).toFixed(3)}`);
}

process.exitCode = main();
