import { call, crew, open as openWeb } from '../support/web-world.ts';
import { type ContractWorld, chatContract } from './chat-contract.ts';
import { groupContract } from './platform-contract.ts';

async function open(...given: Parameters<typeof openWeb>): Promise<ContractWorld & { group: string }> {
  const web = await openWeb(...given);
  let count = 0;
  let stopped: Promise<void> | undefined;
  const post = async (path: string, body: Record<string, unknown>) => {
    const { status } = await call('POST', path, { body });
    return status < 300;
  };
  return {
    name: 'web',
    bot: web.bot,
    other: 'amy',
    group: crew.id,
    says(text, { room = 'direct', again = false } = {}) {
      if (!again) count += 1;
      return post('/api/chat/messages', { id: `m${count}`, text, conversation: room });
    },
    presses: (actionId) => post('/api/chat/actions', { actionId }),
    deliver: (reply) => web.adapter.deliver(reply, 'zh'),
    async shownTo(person) {
      return web.store.lines(person).flatMap(({ item }) => {
        if (!('reply' in item)) return [];
        const { text, card } = item.reply;
        return [text, ...(card ? [card.title, ...card.rows.flatMap(({ label, value }) => [label, value])] : [])];
      });
    },
    stop() {
      // The web world also stops by itself after each test.
      stopped ??= web.stop();
      web.stop = () => stopped ?? Promise.resolve();
      return stopped;
    },
  };
}

chatContract('web', open, { lines: true, changesInPlace: false });
groupContract('web', open);
