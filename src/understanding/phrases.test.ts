import { readFileSync } from 'node:fs';
import { createNameDirectory } from './people/create-name-directory.ts';
import { understand } from './understand.ts';

// Short messages by what each is to be read as, `intent[:kind[:stage[:steps]]]` with `log` for interaction.log, `-` for
// no stage, and the number of steps: the breadth of the words that sellers use for one thing.

const here = new URL('./cases/', import.meta.url);

function phrasesOf(lang: 'zh' | 'en'): [text: string, wanted: string][] {
  let wanted = '';
  return readFileSync(new URL(`phrases-${lang}.txt`, here), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line): [string, string][] => {
      if (line.startsWith('  ')) return [[line.trim(), wanted]];
      wanted = line;
      return [];
    });
}

test.each(['zh', 'en'] as const)('what sellers say in %s is read as what it is, by whatever words', (lang) => {
  const directory = createNameDirectory(JSON.parse(readFileSync(new URL(`${lang}-directory.json`, here), 'utf8')));
  directory.upsertUser({ name: 'Kofi Mensah', aliases: ['Kofi'] });
  const timeZone = lang === 'zh' ? 'Asia/Shanghai' : 'America/New_York';
  const wrong = phrasesOf(lang).flatMap(([text, wanted]) => {
    const read = understand({ id: '1', text, at: '2026-05-13T15:30:00+08:00', timeZone, lang }, directory);
    const [intent, kind = '', stage = '', steps = ''] = wanted.split(':');
    const got = [
      read.intent === 'interaction.log' ? 'log' : read.intent,
      kind && read.interaction?.kind,
      stage && (read.opportunity?.stage ?? '-'),
      steps && read.tasks.length,
    ];
    return got.join(':') === [intent, kind, stage, steps].join(':')
      ? []
      : [`${text} → ${got.join(':')}, not ${wanted}`];
  });
  expect(wrong).toEqual([]);
});
