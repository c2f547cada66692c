import { maySee, type Viewer } from '../access/viewer.ts';
import { privately } from '../access/viewer-for.ts';
import type { Reader } from '../chat/reader.ts';
import { createNameFeed } from '../crm/account/name-feed.ts';
import type { Stores } from '../crm/stores.ts';
import type { ChangeSet } from '../ledger/change-set.ts';
import type { Clock } from '../ports/clock.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { amend } from '../understanding/amend/amend.ts';
import { continues } from '../understanding/continues/continues.ts';
import { onceMore } from '../understanding/continues/once-more.ts';
import { saidAnew } from '../understanding/continues/said-anew.ts';
import { understandWithModel } from '../understanding/model/understand-with-model.ts';
import { hear, hearMore, tellsOfSuccession } from '../understanding/open/hear.ts';
import { createNameDirectory } from '../understanding/people/create-name-directory.ts';
import { split } from '../understanding/split/split.ts';
import type { MessageInput } from '../understanding/understanding.ts';
import { askedOnce } from './asked-once.ts';
import { createTaughtNames } from './taught-names.ts';

/**
 * The names that understanding looks for, kept up to date, and understanding over what a viewer may know of them; with a
 * model as second reader where there is one.
 */
export function createNames(stores: Stores, clock: Clock, model?: LanguageModel) {
  const secondReader = model && askedOnce(model);
  const directory = createNameDirectory();
  const owners = new Map<string, string>();
  const taught = createTaughtNames(stores, clock);
  const feed = createNameFeed(
    stores,
    {
      account({ owner, ...account }) {
        owners.set(account.id, owner);
        directory.upsertAccount(account);
      },
      accountGone(id) {
        owners.delete(id);
        directory.removeAccount(id);
      },
      colleague: (colleague) => directory.upsertUser(colleague),
    },
    clock,
  );
  /** The same object for the same message and viewer, so that it is read once for all questions about it. */
  const lately = new WeakMap<MessageInput, { viewer: Viewer; seen: MessageInput }>();
  const seenBy = (input: MessageInput, viewer: Viewer): MessageInput => {
    const before = lately.get(input);
    if (before?.viewer === viewer) return before.seen;
    const own = privately(viewer);
    const context = {
      ...input.context,
      taught: taught.of(input.context?.sender),
      sees: (account: string) => maySee(own, owners.get(account)),
    };
    const seen = { ...input, context };
    lately.set(input, { viewer, seen });
    return seen;
  };
  /** A colleague's customer that is named in so many words, where the company says whose it is; else a name like any unknown one. */
  const hiddenName = async ({ text, context = {} }: MessageInput): Promise<string | null> => {
    const { sees, ...everyone } = context;
    const hidden = directory
      .find(text, [], everyone)
      .find(
        ({ kind, by, candidates }) =>
          kind === 'account' && (by === 'name' || by === 'alias') && candidates.every(({ id }) => sees?.(id) === false),
      );
    return hidden !== undefined && (await stores.team.settings()).discloseOwners ? hidden.mention : null;
  };
  const reader: Reader<Viewer> = {
    async split(input, viewer) {
      const seen = seenBy(input, viewer);
      const parts = split(seen, directory);
      // A part that names a colleague's customer is no part of another's.
      const { sees: _everyone, ...context } = seen.context ?? {};
      const all = (await hiddenName(seen)) === null ? parts : split({ ...seen, context }, directory);
      return (all.length > parts.length ? all : parts).map(({ text }) => text);
    },
    async understand(input, viewer, options) {
      const seen = seenBy(input, viewer);
      const heard = await hear(seen, directory, (one) =>
        understandWithModel(one, directory, options?.command ? undefined : secondReader),
      );
      if (heard.account !== null || heard.contacts.length > 0 || heard.intent === 'unknown') return heard;
      const mention = await hiddenName(seen);
      return mention === null ? heard : { ...heard, account: { mention, name: null, id: null, candidates: [] } };
    },
    amend(previous, input, viewer, options) {
      const seen = seenBy(input, viewer);
      const amendment = amend(previous, seen, directory, options);
      return amendment !== null && tellsOfSuccession(seen, directory) ? null : amendment;
    },
    async continues(previous, input, viewer) {
      const seen = seenBy(input, viewer);
      const heard = await hearMore(previous, seen, directory, (one) => continues(previous, one, directory));
      return heard === null || (await hiddenName(seen)) !== null ? null : heard;
    },
    async onceMore(previous, input, viewer) {
      const seen = seenBy(input, viewer);
      if (onceMore(previous, seen, directory) === null) return null;
      return hearMore(previous, seen, directory, (one) => onceMore(previous, one, directory));
    },
    async saidAnew(said, input, viewer) {
      const teams = (await stores.groups.all()).map(({ name }) => name);
      return saidAnew(said, seenBy(input, viewer), directory, teams);
    },
  };
  return {
    reader,
    async refresh(): Promise<void> {
      await feed.refresh();
      await taught.refresh();
    },
    /** Takes over the names that a set has just changed here, without waiting for the next look. */
    async note(set: ChangeSet): Promise<void> {
      await taught.note(set);
      const accounts = set.changes.flatMap((change) => {
        if (change.kind === 'account' && touchesName(change.set, change.deleted)) return [change.id];
        if (change.kind !== 'contact' || !touchesName(change.set, change.deleted)) return [];
        const account = change.set.account ?? change.before.account;
        return typeof account === 'string' ? [account] : [];
      });
      if (accounts.length > 0) await feed.pass([...new Set(accounts)]);
    },
  };
}

const touchesName = (fields: Record<string, unknown>, deleted: boolean | undefined): boolean =>
  deleted !== undefined || 'name' in fields || 'aliases' in fields || 'owner' in fields;
