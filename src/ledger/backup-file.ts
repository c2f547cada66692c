import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Document, EJSON } from 'bson';

/** First line of a backup. */
export interface BackupHeader {
  genjin: 'backup' | 'keys';
  format: number;
  schema: number;
  /** Machine time at which the copying began. */
  at: Date;
}

/** Last line: what was written before it. `sha256` is over the lines before it, each with its line end. */
interface BackupEnd {
  end: true;
  counts: Record<string, number>;
  sha256: string;
}

/** One document of a collection. */
export interface BackupLine {
  in: string;
  document: Document;
}

export const BACKUP_FORMAT = 2;
/** From here on personal values are sealed, and their keys are in a file beside. */
export const SEALED_FORMAT = 2;

/** The file is none of ours, or not whole. */
export class BadBackup extends Error {
  override readonly name = 'BadBackup';
}

/** Writes a backup: gzip over one line of canonical extended JSON per document, between a header and a closing line. */
export async function writeBackup(
  file: string,
  header: BackupHeader,
  lines: AsyncIterable<BackupLine>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const sum = createHash('sha256');
  const line = (content: object) => `${EJSON.stringify(content, { relaxed: false })}\n`;
  async function* text() {
    const summed = (content: object) => {
      const one = line(content);
      sum.update(one);
      return one;
    };
    yield summed(header);
    for await (const one of lines) {
      counts[one.in] = (counts[one.in] ?? 0) + 1;
      yield summed(one);
    }
    yield line({ end: true, counts, sha256: sum.digest('hex') } satisfies BackupEnd);
  }
  await pipeline(text, createGzip(), createWriteStream(file, { mode: 0o600 }));
  return counts;
}

/** Reads a backup line by line, and throws BadBackup at its end when it is not the file that was written. */
export async function* readBackup(file: string): AsyncGenerator<BackupHeader | BackupLine> {
  const unzipped = createGunzip();
  const reading = pipeline(createReadStream(file), unzipped).catch((error: Error) => void unzipped.destroy(error));
  const sum = createHash('sha256');
  let waiting: string | undefined;
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (waiting !== undefined) {
        sum.update(`${waiting}\n`);
        yield parsed(waiting);
      }
      waiting = line;
    }
    await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    throw new BadBackup('not a whole backup', { cause: error });
  }
  const end = parsed(waiting ?? '') as unknown as BackupEnd;
  if (end.end !== true || end.sha256 !== sum.digest('hex')) throw new BadBackup('the backup is not whole');
}

function parsed(line: string): BackupHeader | BackupLine {
  try {
    return EJSON.parse(line, { relaxed: false });
  } catch (error) {
    throw new BadBackup('a line that is no backup', { cause: error });
  }
}
