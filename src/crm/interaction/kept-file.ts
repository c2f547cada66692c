import { z } from 'zod';
import { maySee, type Viewer } from '../../access/viewer.ts';
import type { GivenFile } from '../../chat/message.ts';
import { openToken, sealToken } from '../../ledger/sealed-token.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Seals } from '../../ports/seals.ts';
import type { Stores } from '../stores.ts';
import { interactionKind } from './interaction.ts';

/** A file that was sent, by the record that it joined. */
export interface KeptFile {
  name: string;
  interaction: string;
  blob: string;
}

type FileId = Pick<KeptFile, 'interaction' | 'blob'>;

const LINK_MS = 10 * 60_000;

interface Parts {
  stores: Pick<Stores, 'interactions' | 'accounts'>;
  blobs: Pick<BlobStore, 'get'>;
  seals: Seals;
  clock: Clock;
  /** Who this person is now, alone; one who has left may see nothing. */
  viewerOf(person: string): Promise<Viewer>;
}

export interface KeptFiles {
  /** Its bytes; null where the viewer may not know of the record, or the file is in it no more. */
  read(viewer: Viewer, file: FileId): Promise<GivenFile | null>;
  /** The path on the web page by which the viewer's person alone is given it, for ten minutes; null as for `read`. */
  link(viewer: Viewer, file: FileId): Promise<{ name: string; path: string } | null>;
  /** What the last part of such a path leads to, read by the rights that its person has now; null for any other word. */
  behind(token: string): Promise<GivenFile | null>;
}

const grantShape = z.object({ person: z.string(), interaction: z.string(), blob: z.string(), until: z.date() });

/** Gives files that people have sent back to those who may see the record that they belong to. */
export function createKeptFiles({ stores, blobs, seals, clock, viewerOf }: Parts): KeptFiles {
  async function find(viewer: Viewer, { interaction: id, blob }: FileId) {
    const interaction = await stores.interactions.get(id);
    const file = interaction?.files?.find((one) => one.blob === blob);
    if (interaction === null || file === undefined) return null;
    const { owner, account } = interaction;
    const seen = maySee(viewer, owner) || (account !== null && (await stores.accounts.byId(viewer, account)) !== null);
    return seen ? { interaction, name: file.name } : null;
  }

  async function read(viewer: Viewer, file: FileId): Promise<GivenFile | null> {
    const found = await find(viewer, file);
    const kept = found === null ? null : await blobs.get(file.blob);
    // Its own type says what its sender claimed: nothing here shall be shown by it.
    return found === null || kept === null
      ? null
      : { name: found.name, type: 'application/octet-stream', bytes: kept.bytes };
  }

  return {
    read,
    async link(viewer, file) {
      const found = await find(viewer, file);
      const subject = found && interactionKind.subjectOf?.(found.interaction._id, found.interaction);
      if (found === null || subject == null) return null;
      const until = new Date(clock.now().getTime() + LINK_MS);
      const { interaction, blob } = file;
      const token = await sealToken(seals, subject, { person: viewer.person, interaction, blob, until });
      return { name: found.name, path: `/f/${token}` };
    },
    async behind(token) {
      const grant = grantShape.safeParse(await openToken(seals, token));
      if (!grant.success || grant.data.until <= clock.now()) return null;
      return read(await viewerOf(grant.data.person), grant.data);
    },
  };
}
