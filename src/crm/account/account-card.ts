import { dayText, moneyText } from '../../chat/format.ts';
import type { ButtonDraft, MessageDraft } from '../../chat/message.ts';
import { defineTexts, type Locale } from '../../chat/texts.ts';
import { clip, fitted, type Line, rowsOf, soft } from '../../chat/width.ts';
import { isClosed, type StagePreset, stageLabel } from '../deal/stages.ts';
import { kindLabel } from '../interaction/kind-label.ts';
import { birthdayText } from '../telling/receipt.ts';
import { tellingTexts } from '../telling/texts.ts';
import type { AccountFile } from './account-file.ts';
import { shortName } from './create-account.ts';

const fileTexts = defineTexts({
  zh: {
    owner: '负责人',
    important: '重点客户',
    people: '联系人',
    deal: '商机',
    last: '最近',
    next: '下一步',
    quiet: '还没有记录',
    more: (count: number) => `等 ${count} 人`,
    close: '预计',
    left: (day: string) => `${day} 起不在`,
    files: '文件',
    file: (number: number | null) => (number === null ? '打开文件' : `文件${number}`),
  },
  en: {
    owner: 'Owner',
    important: 'important',
    people: 'People',
    deal: 'Deal',
    last: 'Last',
    next: 'Next',
    quiet: 'Nothing logged yet',
    more: (count: number) => `and ${count} more`,
    close: 'close',
    left: (day: string) => `left ${day}`,
    files: 'Files',
    file: (number: number | null) => (number === null ? 'Open file' : `File ${number}`),
  },
});

export interface FileReader {
  locale: Locale;
  today: string;
  stages: StagePreset;
}

const MOST_LINES = 8;
/** In columns, of which a 汉字 takes two. */
const NOTE_WIDTH = 60;
const NAME_WIDTH = 24;

/** `line`: what of it must stay whole. */
type Row = { label: string; value: string; line?: Line };

const lineOf = ({ label, value, line }: Row): Line => line ?? `${label} ${value}`;

/**
 * The customer's file as a message that fills at most eight rows of a bubble, and as a card that says the same. Where it
 * is too long, the second of what there are two of goes: of the contacts made first, then of the people, of the deals.
 */
export function accountCard(file: AccountFile, reader: FileReader): MessageDraft {
  const texts = fileTexts(reader.locale);
  const { account, ownerName } = file;
  const title = shortName(account);
  const filed = fileRows(file, texts.files);
  const people = peopleRows(file, reader);
  const deals = dealRows(file, reader);
  const history = historyRows(file, reader);
  const tasks = taskRows(file, reader);
  const head = account.name === title ? title : `${title} · ${account.name}`;
  // A note and a step may be cut to one row; what stands in figures and dates is whole.
  const least = () => rowsOf(head) + 1 + rowsIn([...people, ...deals]) + filed.length + history.length + tasks.length;
  for (const twice of [history, people, deals]) if (least() > MOST_LINES) twice.splice(1);
  const rows = [
    { label: texts.owner, value: [ownerName, ...(account.important ? [texts.important] : [])].join(' · ') },
    ...people,
    ...deals,
    ...history,
    ...tasks,
    ...filed,
  ];
  const lines = [head, ...rows.map(lineOf)];
  return {
    text: fitted(lines, MOST_LINES).join('\n'),
    card: { title: head, rows: rows.map(({ label, value }) => ({ label, value })) },
    ...(filed.length === 0 ? {} : { buttons: fileButtons(file, reader) }),
  };
}

/** Rows of a bubble that these fill, each of them two at most. */
const rowsIn = (rows: readonly Row[]): number =>
  rows.reduce((sum, { label, value }) => sum + Math.min(2, rowsOf(`${label} ${value}`)), 0);

/** One line of files; of several, each under the number that its button has. */
function fileRows({ files }: AccountFile, label: string): Row[] {
  const [only] = files;
  if (only === undefined) return [];
  const names = files.map(({ name }, at) => `${at + 1} ${clip(name, NAME_WIDTH)}`);
  return [{ label, value: files.length === 1 ? clip(only.name, NOTE_WIDTH) : names.join(' · ') }];
}

const fileButtons = ({ files }: AccountFile, { locale }: FileReader): ButtonDraft[] =>
  files.map(({ interaction, blob }, at) => ({
    label: fileTexts(locale).file(files.length === 1 ? null : at + 1),
    action: 'attach-file.open',
    args: { interaction, blob },
    file: true,
  }));

function peopleRows({ contacts }: AccountFile, { locale, today }: FileReader): Row[] {
  const texts = fileTexts(locale);
  const present = contacts.filter(({ leftOn }) => leftOn == null);
  const inOrder = [...present, ...contacts.filter((one) => !present.includes(one))];
  const more = contacts.length > 2 ? ` ${texts.more(contacts.length)}` : '';
  return inOrder.slice(0, 2).map(({ name, title, birthday, leftOn }, at) => {
    const who = title === null ? name : `${name} ${title}`;
    const told = [
      ...(birthday == null ? [] : [`${tellingTexts(locale).birthday} ${birthdayText(birthday, locale)}`]),
      ...(leftOn == null ? [] : [texts.left(dayText(leftOn, locale, today))]),
    ];
    const rest = `${told.map((one) => ` · ${one}`).join('')}${at === 0 ? more : ''}`;
    return { label: texts.people, value: `${who}${rest}`, line: [`${texts.people} `, soft(who), rest] };
  });
}

function dealRows({ deals }: AccountFile, { locale, today, stages }: FileReader): Row[] {
  const texts = fileTexts(locale);
  const open = deals.filter(({ stage }) => !isClosed(stage));
  return (open.length > 0 ? open : deals).slice(0, 2).map(({ amount, currency, stage, closeDate, pausedUntil }) => {
    const value = [
      ...(amount === null || currency === null ? [] : [moneyText(amount, currency, locale)]),
      stageLabel(stages, stage, locale),
      ...(closeDate === null ? [] : [`${texts.close} ${dayText(closeDate, locale, today)}`]),
      ...(pausedUntil != null && pausedUntil > today
        ? [`${tellingTexts(locale).pausedUntil} ${dayText(pausedUntil, locale, today)}`]
        : []),
    ].join(' · ');
    return { label: texts.deal, value, line: [`${texts.deal} ${value}`] };
  });
}

function historyRows({ interactions }: AccountFile, { locale, today }: FileReader): Row[] {
  const texts = fileTexts(locale);
  if (interactions.length === 0) return [{ label: texts.last, value: texts.quiet }];
  return interactions.slice(0, 2).map(({ day, kind, note }) => ({
    label: texts.last,
    value: `${dayText(day, locale, today)} ${kindLabel(kind, locale)} · ${clip(note, NOTE_WIDTH)}`,
  }));
}

function taskRows({ tasks }: AccountFile, { locale, today }: FileReader): Row[] {
  return tasks.slice(0, 2).map(({ day, time, title }) => ({
    label: fileTexts(locale).next,
    value: [...(day === null ? [] : [dayText(day, locale, today)]), ...(time === null ? [] : [time]), title].join(' '),
  }));
}
