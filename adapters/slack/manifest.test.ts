import { readdirSync, readFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, here), 'utf8');
const manifest = read('manifest.yaml');

/** The items of a list in the manifest, by the key above it. */
function listed(key: string): string[] {
  const [, below = ''] = new RegExp(`\\n( *)${key}:\\n((?:\\1 +.*\\n)+)`).exec(manifest)?.slice(1) ?? [];
  return [...below.matchAll(/^ +- ([\w.:]+)/gm)].map(([, item]) => item ?? '');
}

/** What Slack wants for each method that is called (docs.slack.dev: methods), and for each event (events). */
const METHODS: Record<string, string[]> = {
  'auth.test': [],
  'apps.connections.open': [],
  'views.open': [],
  'views.publish': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.unfurl': ['links:write'],
  'conversations.open': ['im:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['groups:read'],
  'conversations.history': ['im:history', 'channels:history', 'groups:history'],
  'conversations.replies': ['im:history', 'channels:history', 'groups:history'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  filesUploadV2: ['files:write'],
};
const EVENTS: Record<string, string[]> = {
  app_mention: ['app_mentions:read'],
  app_home_opened: [],
  link_shared: ['links:read'],
  'message.im': ['im:history'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  channel_rename: ['channels:read'],
  group_rename: ['groups:read'],
  channel_shared: ['channels:read'],
  channel_unshared: ['channels:read'],
};
/** The slash command and the shortcut; what people upload is fetched by its address. */
const OTHERS = ['commands', 'files:read'];

const sources = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const called = sources.flatMap((name) =>
  [...read(name).matchAll(/(?:client|\))\.([a-z]+(?:\.[a-zA-Z]+)+|filesUploadV2)\(/g)].map(
    ([, method]) => method ?? '',
  ),
);

test('the manifest asks for what is called and heard, and for nothing else', () => {
  const methods = [...new Set(called)].filter((method) => /^(?:[a-z]+\.|files)/.test(method)).sort();
  expect(methods).toEqual(Object.keys(METHODS).sort());
  expect(listed('bot_events').sort()).toEqual(Object.keys(EVENTS).sort());
  const needed = new Set([...Object.values(METHODS), ...Object.values(EVENTS), OTHERS].flat());
  expect(listed('bot').sort()).toEqual([...needed].sort());
});

test('the command and the shortcut are those that are heard', () => {
  const heard = read('slack-interaction.ts');
  for (const name of ['/genjin', 'log_this']) {
    expect(manifest).toContain(name);
    expect(heard).toContain(`'${name}'`);
  }
});
