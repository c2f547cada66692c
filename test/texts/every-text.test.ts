import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { declaredTexts, type Locale } from '../../src/chat/texts.ts';
import { rowsOf, widthOf } from '../../src/chat/width.ts';
import { SAMPLES, WORDS_OF_OURS } from './sample-values.ts';

/** What an operator reads in a terminal or a browser page, never in a chat's bubble. */
const NOT_IN_A_BUBBLE =
  /^src\/(?:config|main)|^src\/ledger\/|^adapters\/(?:web\/web-texts|console\/|[\w-]+\/[\w-]+-remedies)/;

interface Text {
  file: string;
  key: string;
  locale: Locale;
  entry: string | ((...values: never[]) => string);
}

const modules = ['src', 'adapters'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(?:^|\/)testing\//.test(file))
    .map((file) => join(root, file)),
);
const sources = new Map(modules.map((file) => [file, readFileSync(file, 'utf8')]));
const declaring = [...sources].filter(([, source]) => source.includes('defineTexts({'));

let texts: Text[];
beforeAll(async () => {
  for (const [file] of declaring) await import(resolve(file));
  texts = declaredTexts().flatMap((tables) => {
    const file = homeOf(tables);
    return (['zh', 'en'] as const).flatMap((locale) =>
      Object.entries(tables[locale]).map(([key, entry]): Text => ({ file, key, locale, entry })),
    );
  });
});

/** The module that declares a table: of those that spell all its keys the one that spells most of its plain words. */
function homeOf({ zh, en }: { zh: object; en: object }): string {
  const words = [...Object.values(zh), ...Object.values(en)].filter((entry) => typeof entry === 'string');
  const spelt = declaring
    .filter(([, source]) => Object.keys(zh).every((key) => source.includes(`${key}:`) || source.includes(`'${key}':`)))
    .map(([file, source]) => ({ file, words: words.filter((entry) => source.includes(entry)).length }))
    .sort((left, right) => right.words - left.words);
  if (spelt[0] === undefined) throw new Error(`no module declares ${Object.keys(zh).join(' ')}`);
  return spelt[0].file;
}

const inBubbles = () => texts.filter(({ file }) => !NOT_IN_A_BUBBLE.test(file));

/** The names of a text's parameters, as they are written. */
const parametersOf = (entry: (...values: never[]) => string): string[] =>
  (/^\(?([^)=]*)\)?\s*=>/.exec(String(entry))?.[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** A text with its shortest values and with its longest. */
function rendered({ file, key, locale, entry }: Text): string[] {
  if (typeof entry === 'string') return [entry];
  const samples = parametersOf(entry).map((name) => {
    const sample = WORDS_OF_OURS[`${key} ${name}`] ?? SAMPLES[name]?.[locale];
    if (sample === undefined) throw new Error(`no sample of ${name} for ${key} in ${file}`);
    return sample;
  });
  const most = Math.max(...samples.map((sample) => sample.length));
  return Array.from({ length: most }, (_, which) =>
    entry(...(samples.map((sample) => sample[Math.min(which, sample.length - 1)]) as never[])),
  );
}

test('every table that is declared is looked at', () => {
  const declared = declaring.reduce((sum, [, source]) => sum + source.split('defineTexts({').length - 1, 0);
  expect(declaredTexts()).toHaveLength(declared);
});

test('every text can be rendered, in words alone', () => {
  const broken = inBubbles().flatMap((text) => {
    try {
      return rendered(text).some((words) => /undefined|NaN|\[object|null/.test(words))
        ? [`${text.file} ${text.key}: ${rendered(text)}`]
        : [];
    } catch (error) {
      return [String(error)];
    }
  });
  expect([...new Set(broken)]).toEqual([]);
});

test('no text fills more rows of a bubble than its kind may', () => {
  const over = inBubbles().flatMap((text) =>
    rendered(text)
      .filter((words) => rowsOf(words) > mostRows(text, words))
      .map((words) => `${text.file} ${text.key}: ${words}`),
  );
  expect(over).toEqual([]);
});

/**
 * A receipt of several lines has five; a question, an error and any line of a longer message two. A row of a list, a line
 * of 为什么, of which there are four in a report's eight, and what a reminder tells under its first line may go over three
 * where all their parts are the longest.
 */
function mostRows({ file, key }: Text, words: string): number {
  if (words.includes('\n')) return 5;
  return key === 'row' || key === 'told' || file.endsWith('explain-texts.ts') ? 3 : 2;
}

/** The words that buttons bear, by the module that declares them: whatever stands as `label: texts.key` beside it. */
function labels(): Text[] {
  const used = new Map<string, Set<string>>();
  for (const [file, source] of sources)
    for (const [, key = ''] of source.matchAll(/label: *(?:\w+\(.*?\)|\w+)\.(\w+)\b(?=[,} ])/g)) {
      const folder = dirname(file);
      used.set(folder, (used.get(folder) ?? new Set()).add(key));
    }
  return inBubbles().filter(({ file, key }) => used.get(dirname(file))?.has(key));
}

test('a button bears at most four 汉字 or fourteen letters', () => {
  const over = labels().flatMap((text) =>
    rendered(text)
      .filter((words) => (words.match(/\p{Script=Han}/gu) ?? []).length > 4 || widthOf(words) > 14)
      .map((words) => `${text.file} ${text.key}: ${words}`),
  );
  expect(over).toEqual([]);
});

/** The same label does the same everywhere, and nothing else does it under another name. */
const LABELS = {
  撤销: 'Undo',
  恢复: 'Restore',
  修改: 'Edit',
  完成: 'Done',
  记一笔: 'Log it',
  明天再说: 'Tomorrow',
  '3天后': 'In 3 days',
  暂停: 'Pause',
  为什么: 'Why?',
  少提醒: 'Fewer',
  都不是: 'None of these',
  新客户: 'New customer',
  先放着: 'Later',
  是农历: 'Lunar',
  全部: 'Show all',
};

test('a label and its English are always the same two', () => {
  const borne = labels();
  const wrong = borne
    .filter(({ locale }) => locale === 'zh')
    .flatMap(({ file, key, entry }) => {
      const english = borne.find((one) => one.file === file && one.key === key && one.locale === 'en')?.entry;
      const pair = Object.entries(LABELS).find(([zh, en]) => zh === entry || en === english);
      return pair === undefined || (pair[0] === entry && pair[1] === english) ? [] : [`${file} ${key}`];
    });
  expect(wrong).toEqual([]);
  expect(borne.length).toBeGreaterThan(40);
});

test('no 确定 or 取消, no blame or cheer, no words of the inside', () => {
  const words =
    /确定|取消|^(?:OK|Cancel)$|抱歉|对不起|加油|太棒|sorry|oops|congrat|!{2}|\bset id\b|undefined|\bnull\b/i;
  const found = inBubbles().flatMap((text) =>
    rendered(text).flatMap((line) => (words.test(line) ? [`${text.file} ${text.key}: ${line}`] : [])),
  );
  expect(found).toEqual([]);
});
