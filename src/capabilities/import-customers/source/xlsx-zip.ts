import { Unzip, UnzipInflate } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { breather } from '../../../ports/breather.ts';
import { Unreadable } from './table.ts';

const MOST_ENTRIES = 1_000;
const MOST_INFLATED = 150 * 1024 * 1024;
/** A slice of the archive may become a thousand times as much: small slices keep what is in memory small. */
const SLICE = 4 * 1024;

export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads one entry of a workbook as XML while it is being inflated; false where there is none. Throws Unreadable. */
export async function readEntry(archive: Uint8Array, path: string, reader: XmlReader): Promise<boolean> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let entries = 0;
  let inflated = 0;
  let found = false;
  const fail = (error: Error) => {
    throw error instanceof Unreadable ? error : new Unreadable('broken', { cause: error });
  };
  parser.on('error', fail);
  // No workbook has one; entities in it could grow without end.
  parser.on('doctype', () => fail(new Unreadable('broken')));
  parser.on('opentag', (tag: SaxesTagPlain) => reader.open?.(local(tag.name), tag.attributes));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => reader.close?.(local(tag.name)));

  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > MOST_ENTRIES) fail(new Unreadable('tooBig'));
    if (found || file.name.replace(/\\/g, '/').replace(/^\//, '') !== path) return;
    found = true;
    file.ondata = (error, chunk, final) => {
      if (error) fail(error);
      inflated += chunk.length;
      if (inflated > MOST_INFLATED) fail(new Unreadable('tooBig'));
      parser.write(decoder.decode(chunk, { stream: !final }));
      if (final) parser.close();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    const breathe = breather();
    for (let at = 0; at < archive.length; at += SLICE) {
      unzip.push(archive.subarray(at, at + SLICE), at + SLICE >= archive.length);
      await breathe();
    }
  } catch (error) {
    fail(error as Error);
  }
  return found;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
