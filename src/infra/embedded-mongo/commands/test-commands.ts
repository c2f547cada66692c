import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { docOr } from './arguments.ts';
import type { Command } from './command.ts';

function configureFailPoint(call: Call): Reply {
  const { failPoint } = call.engine;
  if (!failPoint) throw new MongoError('CommandNotFound', "no such command: 'configureFailPoint'");
  if (call.command.get('configureFailPoint') !== 'failCommand')
    throw new MongoError('FailedToParse', 'only the fail point failCommand exists');
  failPoint.configure(call.command.get('mode'), docOr(call.command, 'data'));
  return new Map();
}

export const testCommands: readonly Command[] = [
  { names: ['configureFailPoint'], fields: ['mode', 'data'], adminOnly: true, run: configureFailPoint },
];
