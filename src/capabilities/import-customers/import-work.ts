import { type Import, importKind } from '../../crm/import/import.ts';
import type { SortOfWork } from '../long-work.ts';
import { importTexts } from './texts.ts';

/** An import as long work. */
export const importWork: SortOfWork<Import> = {
  kind: importKind,
  words: importTexts,
  size: ({ brought }) => brought,
};
