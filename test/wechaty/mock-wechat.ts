import { createRequire } from 'node:module';
import { type WechatClient, WechatRefusal } from '../../adapters/wechaty/wechat-client.ts';
import { wechatyClient } from '../../adapters/wechaty/wechaty-client.ts';

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

/** How words go: `lost`: said, and the client's word of it lost; `hanging`: neither; `loggedOut`: by nobody for a moment. */
export type WechatGoing = 'fine' | 'limited' | 'broken' | 'lost' | 'refused' | 'hanging' | 'loggedOut';

const LOGGED_OUT_MS = 300;

/** WeChat by the real wechaty's mock puppet: the bot and people of these names, and one room of all of them. */
export function openMockWechat(names: readonly string[], inRoom: readonly string[] = names) {
  const mocker: Mocker = new mock.Mocker();
  const people = new Map<string, MockContact>();
  const seen = new Map<string, string[]>();
  const going: WechatGoing[] = [];
  const tries: { to: string; text: string; at: number }[] = [];
  let next = (_to: string): WechatGoing => going.shift() ?? 'fine';
  let clients = 0;
  let loggedOut = false;
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
  const openRoom = (topic: string) => {
    const room = mocker.createRoom({ topic, memberIdList: ['bot', ...inRoom].map((name) => person(name).id) });
    const said: string[] = [];
    room.on('message', (message) => said.push(message.text()));
    return { room, said };
  };
  const { room, said: inGroup } = openRoom('sales');

  async function say(made: WechatClient, ...[to, text]: Parameters<WechatClient['say']>): Promise<void> {
    const place = 'room' in to ? to.room : to.contact;
    tries.push({ to: place, text, at: performance.now() });
    const how = next(place);
    if (how === 'refused') throw new WechatRefusal('not_friends');
    if (how === 'hanging') return new Promise(() => {});
    if (how === 'loggedOut') {
      loggedOut = true;
      setTimeout(() => {
        loggedOut = false;
      }, LOGGED_OUT_MS);
    } else if (how !== 'broken') await made.say(to, text);
    if (how !== 'fine') throw new Error('14 UNAVAILABLE');
  }

  return {
    person,
    room,
    /** What was said to a person, or by them. */
    seen: (name: string): string[] => seen.get(name) ?? [],
    inGroup,
    /** Another room of the same people, and what is said there. */
    openRoom,
    /** What the bot has tried to say. */
    tries,
    /** How often a client was made. */
    clients: () => clients,
    /** How the next words that the bot says go. */
    fails: (...how: WechatGoing[]) => void going.push(...how),
    /** From now on this says how words to a contact or room go. */
    fail(how: (to: string) => WechatGoing): void {
      next = how;
    },
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
        self: () => (loggedOut ? null : made.self()),
        say: (...words) => say(made, ...words),
        answers: async (withinMs) => !deaf && made.answers(withinMs),
        onMessage: (take) => made.onMessage((message) => deaf || take(message)),
      };
    },
  };
}
