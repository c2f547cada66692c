import { aggregateCommands } from './aggregate.ts';
import { bulkWriteCommands } from './bulk-write.ts';
import { collectionCommands } from './collections.ts';
import type { Command } from './command.ts';
import { countCommands } from './count.ts';
import { cursorCommands } from './cursor-commands.ts';
import { databaseCommands } from './databases.ts';
import { deleteCommands } from './delete.ts';
import { distinctCommands } from './distinct.ts';
import { explainCommands } from './explain.ts';
import { findCommands } from './find.ts';
import { findAndModifyCommands } from './find-and-modify.ts';
import { handshakeCommands } from './handshake.ts';
import { indexCommands } from './indexes.ts';
import { insertCommands } from './insert.ts';
import { serverInformationCommands } from './server-information.ts';
import { sessionCommands } from './sessions.ts';
import { testCommands } from './test-commands.ts';
import { unsupportedCommands } from './unsupported.ts';
import { updateCommands } from './update.ts';

/** Every command that the server knows, by each of its names. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  [
    handshakeCommands,
    sessionCommands,
    insertCommands,
    findCommands,
    cursorCommands,
    bulkWriteCommands,
    aggregateCommands,
    countCommands,
    distinctCommands,
    explainCommands,
    updateCommands,
    deleteCommands,
    findAndModifyCommands,
    collectionCommands,
    indexCommands,
    databaseCommands,
    serverInformationCommands,
    testCommands,
    unsupportedCommands,
  ].flatMap((family) => family.flatMap((command) => command.names.map((name) => [name, command] as const))),
);
