import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type Group, groupKind } from './group.ts';

/** The company's groups. Their names and members are no secret among colleagues, so these reads take no viewer. */
export function createGroupStore(connection: Connection) {
  const store = createRecordStore<Group>(connection, groupKind, [[{ manager: 1 }]]);
  return { all: () => store.all({}, { sort: { name: 1, _id: 1 } }), get: store.get };
}
