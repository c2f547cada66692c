import { personKind } from '../../src/crm/person/person.ts';
import { BOT_TOKEN, type FakeSlack, openFakeSlack } from '../../test/support/fake-slack.ts';
import { fillTeam } from '../../test/support/sales-team.ts';
import { World } from '../../test/support/world.ts';
import { linkSlack } from './link-slack.ts';

let world: World;
let slack: FakeSlack;
beforeAll(async () => {
  slack = await openFakeSlack();
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
});
afterAll(async () => {
  await world.close();
  await slack.close();
});

const lin = { id: 'lin', name: '林悦' };
const link = (given: string, person = lin, configured = true) => {
  const settings = { botToken: BOT_TOKEN, apiUrl: slack.apiUrl, door: { kind: 'socket' as const, appToken: 'xapp-1' } };
  return linkSlack(world.records, configured ? settings : null, person, given, 'en');
};

test('a colleague is who the verified e-mail says, and nobody else is', async () => {
  const identity = { adapter: 'slack', user: `${slack.team}:${slack.users.lin}` };
  expect(await link('lin@acme.com')).toContain('林悦 is lin on Slack');
  const kept = await world.kept(personKind);
  expect(kept.find(({ _id }) => _id === 'lin')?.identities).toContainEqual(identity);
  await expect(link(slack.users.lin ?? '', { id: 'chen', name: '陈敏' })).rejects.toThrow('is 林悦 already');
});

test('what stands in the way is told in words', async () => {
  await expect(link('nobody@acme.com')).rejects.toThrow('Slack knows no "nobody@acme.com"');
  await expect(link('lin@acme.com', lin, false)).rejects.toThrow('Configure Slack first');
  slack.failNext('users.lookupByEmail', 'broken');
  await expect(link('lin@acme.com')).rejects.toMatchObject({
    name: 'PersonError',
    message: /could not be asked \(http_500\)/,
  });
});
