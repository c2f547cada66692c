import { Binary } from 'mongodb';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { createOpenAiModel } from '../../src/infra/openai/create-openai-model.ts';
import { createModelCallStore } from '../../src/infra/openai/model-call-store.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { type FakeLlm, noteIn, type Play, startFakeLlm } from '../support/fake-llm.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
let llm: FakeLlm;

async function open(play: Play): Promise<void> {
  llm = await startFakeLlm(play);
  world = await World.open(
    '2026-11-23T10:00:00+08:00',
    (records) => fillTeam(records, [tengyun]),
    ({ connection, seals }) =>
      createOpenAiModel({
        baseUrl: llm.url,
        apiKey: 'key-1',
        model: 'fake-1',
        callsPerMinute: 2,
        tokensPerDay: 1_000_000,
        calls: createModelCallStore(connection, seals),
        clock: machineClock,
        logger: silentLogger,
      }),
  );
}
afterEach(async () => {
  await world.close();
  await llm.close();
});

const NOTE = '跟腾云王总唠了半天,这事儿有戏';

const calls = () => world.records.connection.collection('model_calls').find({}).toArray();

test('a second reader names what the rules left open; the record tells what left the house', async () => {
  const contact = { kind: 'meeting', words: '唠了半天', when: null };
  const rest = { intent: null, account: null, contacts: [], amount: null, stage: null, closing: null, tasks: [] };
  await open({ kind: 'says', text: JSON.stringify({ ...rest, contact, period: null }), tokens: 900 });
  const [receipt] = await world.person('lin').says(NOTE);
  expect(receipt?.message.text).toMatch(/^✓ 已记 · 腾云 · 见面/);
  expect(await world.kept(interactionKind)).toMatchObject([{ kind: 'meeting', note: NOTE, account: 'customer-0' }]);
  expect(llm.asked.map(noteIn)).toEqual(['跟[ORG1][PER1]唠了半天,这事儿有戏']);
  const [call] = await calls();
  expect(call).toMatchObject({ prompt: 'understand@v1', person: 'lin', verdict: 'answered', tokens: 900 });
  // What left is masked, and even that lies sealed.
  expect(call?.text).toBeInstanceOf(Binary);
  expect(await world.records.ledger.findSet(String(call?.about))).not.toBeNull();
});

test("a server that fails changes nothing; beyond a person's share it is not asked", async () => {
  await open({ kind: 'status', status: 500 });
  for (let n = 0; n < 3; n++) {
    const [receipt] = await world.person('lin').says(NOTE);
    expect(receipt?.message.text).toMatch(/^✓ 已记 · 腾云/);
  }
  expect(await world.kept(interactionKind)).toHaveLength(3);
  expect((await calls()).map(({ verdict }) => verdict)).toEqual(['refused', 'refused']);
});

test('nobody waits for a second reader of a command, a sure note or small talk', async () => {
  await open({ kind: 'hangs' });
  const lin = world.person('lin');
  for (const text of ['腾云是重点客户', '昨天拜访了腾云王总,报价80万', '哈哈哈哈今天真不错呀', '撤销'])
    await lin.says(text);
  expect(llm.asked).toEqual([]);
});
