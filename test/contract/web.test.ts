import { createAdapterHealth, watched } from '../../src/chat/adapter-health.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { memoryStates } from '../support/memory-adapter.ts';
import { notedLogger } from '../support/noted-logger.ts';
import { call, crew, open as openWeb } from '../support/web-world.ts';
import { wrongShapes } from '../support/wrong-shapes.ts';
import { chatContract } from './chat-contract.ts';
import type { Going, Open } from './contract-world.ts';

const open: Open = async (respond) => {
  const states = memoryStates();
  const { logger, logged } = notedLogger();
  const health = createAdapterHealth({ adapter: 'web', states, clock: machineClock, logger });
  const web = await openWeb(respond, { logger, wrap: (adapter) => watched(adapter, health) });
  const going: Going[] = [];
  let count = 0;
  let stopped: Promise<void> | undefined;
  const taken = async (method: string, path: string, body: unknown, as?: string) =>
    (await call(method, path, { body, ...(as === undefined ? {} : { as: `token-${as}` }) })).status < 300;

  return {
    name: 'web',
    home: 'direct:lin',
    nowhere: 'nowhere',
    bot: web.bot,
    other: 'amy',
    group: crew.id,
    says(text, { room = 'direct', again = false, as } = {}) {
      if (!again) count += 1;
      return taken('POST', '/api/chat/messages', { id: `m${count}`, text, conversation: room }, as);
    },
    presses(actionId, { as, again = false } = {}) {
      if (!again) count += 1;
      return taken('POST', '/api/chat/actions', { id: `p${count}`, actionId }, as);
    },
    async edits(text) {
      for (let time = 0; time < 2; time++) await taken('PUT', `/api/chat/messages/m${count}`, { id: 'e1', text });
    },
    async deletes() {
      for (let time = 0; time < 2; time++) await call('DELETE', `/api/chat/messages/m${count}`);
    },
    async answers(said, text) {
      await taken('POST', '/api/chat/messages', { text, replyTo: said.id });
    },
    async sends() {
      const headers = { 'content-type': 'text/plain', 'x-file-name': encodeURIComponent('报价.txt') };
      await call('POST', '/api/chat/files', { raw: 'inhalt', headers });
    },
    async malformed() {
      const message = { id: 'm', text: '形状', conversation: 'direct', replyTo: 'm1' };
      for (const body of [...wrongShapes(message), [], 7, null, 'x']) await taken('POST', '/api/chat/messages', body);
      for (const body of wrongShapes({ id: 'p', actionId: 'a', conversation: 'direct' }))
        await taken('POST', '/api/chat/actions', body);
      await call('POST', '/api/chat/messages', { raw: '{"text":' });
    },
    huge: () => taken('POST', '/api/chat/messages', { text: '长'.repeat(100_000) }),
    /** One who is not let in stands for the four ways: tokens are not signed, and do not age here. */
    async forge(how) {
      const as = { tampered: 'token-lin!', unsigned: '', stale: 'token-lin0', future: 'token-LIN' }[how];
      return (await call('POST', '/api/chat/messages', { as, body: { text: '伪造' } })).status < 300;
    },
    /** What is read as JSON and as nothing else is words. */
    async live() {
      const { headers } = await call('GET', '/api/chat/log');
      const kinds = [headers.get('content-type'), headers.get('x-content-type-options')].map(String);
      return kinds.filter((kind) => !/^(application\/json\b|nosniff$)/.test(kind));
    },
    fails: (...next) => void going.push(...next),
    async deliver(reply) {
      web.store.down = going.shift() === 'broken';
      try {
        await web.adapter.deliver(reply, 'zh');
      } finally {
        web.store.down = false;
      }
    },
    async shownTo(person) {
      const there = await call('GET', '/api/chat/log', { as: `token-${person}` });
      const entries = (there.body.entries ?? []) as { reply?: { id: string; replaces?: string } }[];
      const replies = entries.flatMap(({ reply }) => (reply === undefined ? [] : [reply]));
      // As the page shows them: what is replaced makes place.
      const gone = new Set(replies.map(({ replaces }) => replaces));
      return replies.filter(({ id }) => !gone.has(id)).map(wordsIn);
    },
    restart: web.restart,
    state: () => states.state,
    logged,
    secrets: ['token-lin'],
    stop() {
      // The web world also stops by itself after each test.
      stopped ??= web.stop();
      web.stop = () => stopped ?? Promise.resolve();
      return stopped;
    },
  };
};

/** Every word of a reply, as the page makes text of it. */
function wordsIn(reply: object): string {
  const { text, card, table, footer, buttons } = reply as {
    text: string;
    card?: { title: string; rows: { label: string; value: string }[] };
    table?: { title: string; head: string[]; rows: string[][] };
    footer?: string;
    buttons?: { label: string }[];
  };
  return [
    text,
    ...(card === undefined ? [] : [card.title, ...card.rows.map(({ label, value }) => `${label} ${value}`)]),
    ...(table === undefined ? [] : [table.title, ...[table.head, ...table.rows].map((row) => row.join(' '))]),
    ...(footer === undefined ? [] : [footer]),
    ...(buttons ?? []).map(({ label }) => `[${label}]`),
  ].join('\n');
}

chatContract('web', open, {
  has: [
    'lines',
    'live',
    'replaces',
    'others',
    'group',
    'spoken',
    'restart',
    'answers',
    'edits',
    'deletes',
    'forge',
    'malformed',
    'huge',
  ],
  fails: ['broken'],
  things: ['file'],
});
