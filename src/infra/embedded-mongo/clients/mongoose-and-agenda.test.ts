import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import mongoose from 'mongoose';
import { runningServerUri } from '../running-server.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let uri: string;

beforeAll(async () => {
  server = await startTestServer();
  uri = (await runningServerUri(server.dataDir)) ?? '';
});

afterAll(() => server.stop());

test('mongoose: schema, indexes, save, versions, lean, populate, duplicate key', async () => {
  const connection = await mongoose.createConnection(uri, { dbName: 'goose' }).asPromise();
  const Team = connection.model('Team', new mongoose.Schema({ name: { type: String, unique: true } }));
  const member = new mongoose.Schema(
    { name: String, tags: [String], team: { type: mongoose.Schema.Types.ObjectId, ref: 'Team' }, joined: Date },
    { timestamps: true, optimisticConcurrency: true },
  );
  const Member = connection.model('Member', member.index({ name: 1, joined: -1 }));
  await Promise.all([Team.init(), Member.init()]);
  const team = await Team.create({ name: 'north' });
  await expect(Team.create({ name: 'north' })).rejects.toMatchObject({ code: 11000, keyValue: { name: 'north' } });
  const created = await Member.create({ name: '王总', tags: ['a'], team: team._id, joined: new Date(0) });
  const stale = await Member.findById(created._id).orFail();
  created.tags.push('b');
  await created.save();
  stale.name = 'other';
  await expect(stale.save()).rejects.toThrow(/VersionError|version/i);
  const found = await Member.findOne({ tags: 'b' }).populate('team').lean();
  expect(found).toMatchObject({ name: '王总', tags: ['a', 'b'], team: { name: 'north' }, joined: new Date(0) });
  expect(await Member.countDocuments({ name: /^王/ })).toBe(1);
  const [group] = await Member.aggregate([{ $group: { _id: '$team', n: { $sum: 1 } } }]);
  expect(group).toEqual({ _id: team._id, n: 1 });
  expect(
    await Member.bulkWrite([{ updateOne: { filter: { name: '王总' }, update: { $set: { name: 'x' } } } }]),
  ).toMatchObject({ modifiedCount: 1 });
  await connection.close();
});

test('Agenda schedules, locks, repeats and cancels jobs', async () => {
  // Agenda keeps a timer of half the lock's lifetime for each job it has run; a short one lets the process end.
  const lockLifetime = 500;
  const backend = new MongoBackend({ address: uri.replace('/?', '/agenda?') });
  const agenda = new Agenda({ backend, processEvery: 50 });
  const seen: string[] = [];
  const finished = new Promise<void>((resolve) => {
    agenda.define(
      'note',
      async (job: { attrs: { data?: unknown } }) => {
        seen.push(String(job.attrs.data));
        if (seen.length === 2) resolve();
      },
      { lockLifetime },
    );
  });
  await agenda.start();
  await agenda.now('note', 'first');
  await agenda.schedule(new Date(Date.parse(new Date().toISOString()) + 100), 'note', 'second');
  await finished;
  expect(seen.sort()).toEqual(['first', 'second']);
  await agenda.stop(false);
  await agenda.every('1 hour', 'note');
  expect(await agenda.cancel({ name: 'note' })).toBeGreaterThan(0);
  await backend.disconnect();
});
