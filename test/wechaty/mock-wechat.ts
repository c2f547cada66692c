import { createRequire } from 'node:module';
import { type WechatClient, WechatRefusal } from '../../adapters/wechaty/wechat-client.ts';
import { wechatyClient } from '../../adapters/wechaty/wechaty-client.ts';
import type { Going } from '../contract/contract-world.ts';

/** What is used of the mock puppet, as wechaty-puppet-mock 1.19 has it. */
export interface MockContact {
  id: string;
  say(what: unknown, mentions?: MockContact[]): { to(where: unknown): void };
  on(event: 'message', take: (message: { text(): string; room(): unknown }) => void): void;
}
export interface MockRoom {
  id: string;
  on(event: 'message', take: (message: { text(): string }) => void): void;
}
interface Mocker {
  _puppet: unknown;
  createContact(payload: { name: string }): MockContact;
  createRoom(payload: { topic: string; memberIdList: string[] }): MockRoom;
  login(contact: MockContact): void;
}

const load = createRequire(`${process.env.WECHATY_FOLDER}/package.json`);
const { WechatyBuilder } = load('wechaty');
const { PuppetMock, mock } = load('wechaty-puppet-mock');
export const { FileBox } = load('file-box');

/** WeChat by the real wechaty's mock puppet: the bot and people of these names, and one room of all of them. */
export function openMockWechat(names: readonly string[], inRoom: readonly string[] = names) {
  const mocker: Mocker = new mock.Mocker();
  const people = new Map<string, MockContact>();
  const seen = new Map<string, string[]>();
  const going: Going[] = [];
  let clients = 0;
  let deaf = false;

  for (const name of ['bot', ...names]) {
    const contact = mocker.createContact({ name });
    people.set(name, contact);
    seen.set(name, []);
    // What is no text (a picture of one's own) has none.
    contact.on('message', (message) => message.text() !== undefined && seen.get(name)?.push(message.text()));
  }
  const person = (name: string): MockContact => {
    const known = people.get(name);
    if (known === undefined) throw new Error(`${name} is not there`);
    return known;
  };
  const room = mocker.createRoom({ topic: 'sales', memberIdList: ['bot', ...inRoom].map((name) => person(name).id) });
  const inGroup: string[] = [];
  room.on('message', (message) => inGroup.push(message.text()));

  return {
    person,
    room,
    /** What was said to a person, or by them. */
    seen: (name: string): string[] => seen.get(name) ?? [],
    inGroup,
    /** How often a client was made. */
    clients: () => clients,
    /** How the next words that the bot says go. */
    fails: (...next: Going[]) => void going.push(...next),
    /** From now on the client hears nothing and gives no sign of life. */
    deafen(): void {
      deaf = true;
    },
    async client(): Promise<WechatClient> {
      clients += 1;
      deaf = false;
      // The mock takes one puppet in its life; a client that is made anew brings another one.
      mocker._puppet = undefined;
      const made = wechatyClient(WechatyBuilder.build({ puppet: new PuppetMock({ mocker }) }));
      return {
        ...made,
        async start() {
          await made.start();
          mocker.login(person('bot'));
        },
        async say(to, text) {
          const how = going.shift() ?? 'fine';
          if (how === 'refused') throw new WechatRefusal('not_friends');
          if (how !== 'broken') await made.say(to, text);
          if (how !== 'fine') throw new Error('14 UNAVAILABLE');
        },
        answers: async (withinMs) => !deaf && made.answers(withinMs),
        onMessage: (take) => made.onMessage((message) => deaf || take(message)),
      };
    },
  };
}
