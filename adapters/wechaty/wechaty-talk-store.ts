import type { Connection } from 'mongoose';
import type { NumberedButtons } from '../../src/chat/numbered-buttons.ts';
import type { WechatTalks } from './wechaty-talks.ts';

interface Row {
  _id: string;
  heardAt?: Date;
  buttons?: NumberedButtons;
  aliveAt?: Date;
}

/** Contact ids and room ids never look like this. */
const ALIVE = '(alive)';

/** The talks in MongoDB: a row for each contact and room, one for the bot itself. */
export function createWechatTalkStore(connection: Connection): WechatTalks {
  const rows = connection.collection<Row>('wechaty_talks');
  const put = async (_id: string, fields: Omit<Row, '_id'>) => {
    await rows.updateOne({ _id }, { $set: fields }, { upsert: true });
  };
  return {
    heard: (contact, at) => put(contact, { heardAt: at }),
    heardSince: async (at) => (await rows.find({ heardAt: { $gte: at } }).toArray()).map(({ _id }) => _id),
    numbered: (place, buttons) => put(place, { buttons }),
    lastNumbered: async (place) => (await rows.findOne({ _id: place }))?.buttons ?? null,
    alive: (at) => put(ALIVE, { aliveAt: at }),
    lastAlive: async () => (await rows.findOne({ _id: ALIVE }))?.aliveAt ?? null,
  };
}
