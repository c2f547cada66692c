import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LanguageModel } from '../../src/ports/language-model.ts';
import { understandWithModel } from '../../src/understanding/model/understand-with-model.ts';
import { createNameDirectory } from '../../src/understanding/people/create-name-directory.ts';
import type { MessageInput } from '../../src/understanding/understanding.ts';
import { type Score, type ScoredCase, score } from './score.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Messages with what they mean and the directory that they were written for, by name; those that are there. */
const SETS: Record<string, { cases: string; directory: string }> = {
  'own zh': { cases: 'src/understanding/cases/zh.jsonl', directory: 'src/understanding/cases/zh-directory.json' },
  'own en': { cases: 'src/understanding/cases/en.jsonl', directory: 'src/understanding/cases/en-directory.json' },
  'dev zh': { cases: '../shared/eval/zh/cases.jsonl', directory: '../shared/eval/zh/directory.json' },
  'dev en': { cases: '../shared/eval/en/cases.jsonl', directory: '../shared/eval/en/directory.json' },
};

/** The scores of every set that is there; with a model as second reader where one is given. */
export async function scoreSets(model: LanguageModel | undefined): Promise<Record<string, Score>> {
  const scores: Record<string, Score> = {};
  for (const [name, { cases, directory }] of Object.entries(SETS)) {
    if (!existsSync(join(root, cases))) continue;
    const names = createNameDirectory(JSON.parse(readFileSync(join(root, directory), 'utf8')));
    const all = readFileSync(join(root, cases), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): MessageInput & ScoredCase => JSON.parse(line));
    const readings = [];
    for (const { gold: _gold, skip: _skip, ...input } of all)
      readings.push(await understandWithModel(input, names, model));
    scores[name] = score(all, readings);
  }
  return scores;
}
