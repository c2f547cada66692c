import { Binary } from 'bson';
import type { Call, Reply } from '../call.ts';
import { isDoc, type Maybe } from '../values/value.ts';
import { requiredDocs } from './arguments.ts';
import type { Command } from './command.ts';

/** A logical session by the text of its id; only cursors belong to sessions here. */
function sessionOf(lsid: Maybe): string | undefined {
  const id = isDoc(lsid) ? lsid.get('id') : undefined;
  return id instanceof Binary ? id.toString('hex') : undefined;
}

function endSessions(call: Call): Reply {
  const ended = new Set(requiredDocs(call.command, call.name, call.name).map(sessionOf));
  call.engine.cursors.closeWhere(({ lsid }) => lsid !== undefined && ended.has(sessionOf(lsid)));
  return new Map();
}

export const sessionCommands: readonly Command[] = [
  { names: ['endSessions', 'killSessions'], fields: [], run: endSessions },
  { names: ['refreshSessions'], fields: [], run: () => new Map() },
];
