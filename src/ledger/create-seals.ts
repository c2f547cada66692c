import type { Seals } from '../ports/seals.ts';
import { sealedFields, valueAt, withValues } from './sealed-fields.ts';
import { openedValue, sealedValue, subjectOfSealed } from './sealed-value.ts';
import type { SubjectKeys } from './subject-keys.ts';

/** Binds a sealed value to where it stands, so that it opens nowhere else. */
const placeOf = (collection: string, id: string, path: string): string => `${collection}\u0000${id}\u0000${path}`;

/** Seals over the keys of subjects (`mongoSubjectKeys(db, machineClock)`). The encryption itself is synchronous. */
export function createSeals(keys: SubjectKeys): Seals {
  return {
    async seal(collection, document, marks) {
      if (marks.length === 0) return document;
      const known = await keys.toSeal(marks.map(({ subject }) => subject));
      const sealed = marks.map(({ path, subject }): [string, unknown] => [
        path,
        sealedValue(
          valueAt(document, path),
          subject,
          known.get(subject) ?? null,
          placeOf(collection, document._id, path),
        ),
      ]);
      return withValues(document, new Map(sealed));
    },

    async open(collection, documents, blank) {
      const found = documents.flatMap((document) => sealedFields(document).map((field) => ({ ...field, document })));
      if (found.length === 0) return [...documents];
      const known = await keys.toOpen(found.map(({ sealed }) => subjectOfSealed(sealed)));
      for (const { document, holder, key, path, sealed } of found) {
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
