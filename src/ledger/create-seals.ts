import { breather } from '../ports/breather.ts';
import type { Seals } from '../ports/seals.ts';
import { sealedFields, valueAt, withValues } from './sealed-fields.ts';
import { openedValue, sealedValue, subjectOfSealed } from './sealed-value.ts';
import type { SubjectKeys } from './subject-keys.ts';

/** Binds a sealed value to where it stands, so that it opens nowhere else. */
const placeOf = (collection: string, id: string, path: string): string => `${collection}\u0000${id}\u0000${path}`;

/** Seals over the keys of subjects (`mongoSubjectKeys(db, machineClock)`). The encryption itself is synchronous; of many values, a few at a time. */
export function createSeals(keys: SubjectKeys): Seals {
  return {
    async seal(collection, document, marks) {
      if (marks.length === 0) return document;
      const known = await keys.toSeal(marks.map(({ subject }) => subject));
      const breathe = breather();
      const sealed = new Map<string, unknown>();
      for (const { path, subject } of marks) {
        const key = known.get(subject) ?? null;
        sealed.set(path, sealedValue(valueAt(document, path), subject, key, placeOf(collection, document._id, path)));
        await breathe();
      }
      return withValues(document, sealed);
    },

    async open(collection, documents, blank) {
      const found = documents.flatMap((document) => sealedFields(document).map((field) => ({ ...field, document })));
      if (found.length === 0) return [...documents];
      const known = await keys.toOpen(found.map(({ sealed }) => subjectOfSealed(sealed)));
      const breathe = breather();
      for (const { document, holder, key, path, sealed } of found) {
        await breathe();
        const subjectKey = known.get(subjectOfSealed(sealed)) ?? null;
        const place = placeOf(collection, document._id, path);
        const opened = subjectKey === null ? null : openedValue(sealed, subjectKey, place);
        const value = opened === null ? blank(path, document) : opened.value;
        if (value === undefined) delete holder[key];
        else holder[key] = value;
      }
      return [...documents];
    },

    erase: keys.erase,
  };
}
