import { createWechatyAdapter, type WechatyAdapterOptions } from '../../adapters/wechaty/wechaty-adapter.ts';
import { WECHATY } from '../../adapters/wechaty/wechaty-decode.ts';
import { createWechatTalkStore } from '../../adapters/wechaty/wechaty-talk-store.ts';
import type { Records } from '../../src/app/records.ts';
import { keepRoom } from '../../src/crm/room/keep-room.ts';
import { platformParts } from '../../src/main/platform-parts.ts';
import { openWholeBot } from '../support/whole-bot.ts';
import { openMockWechat } from './mock-wechat.ts';

/** The whole bot with people talking to it over the real wechaty and its mock puppet. */
export async function openWechatyTalk(
  start: string,
  people: readonly string[],
  fill: (records: Records) => Promise<void>,
  {
    paced = false,
    pauses = { probe: 20, sign: 1_500 },
  }: { paced?: boolean; pauses?: WechatyAdapterOptions['pauses'] } = {},
) {
  const wechat = openMockWechat([...people, 'stranger'], people);
  const bot = await openWholeBot(start, {
    adapter: WECHATY,
    people,
    identity: (name) => wechat.person(name).id,
    fill,
    paced,
    open: (records, _http, _app, clock) =>
      createWechatyAdapter({
        ...platformParts(WECHATY, records),
        client: wechat.client,
        talks: createWechatTalkStore(records.connection),
        audience: ({ id, name, members, self }) =>
          keepRoom(records, {
            adapter: WECHATY,
            room: id,
            name,
            users: members.filter((member) => member !== self),
            open: false,
          }),
        clock,
        pauses,
      }),
  });
  const says = (name: string, text: string): Promise<string> =>
    bot.brings(() => wechat.person(name).say(text).to(wechat.person('bot'))).then(() => text);

  return Object.assign(bot, {
    wechat,
    says,
    forgets: true as const,
    group: {
      known: true,
      says: (name: string, text: string): Promise<void> =>
        bot.brings(() =>
          wechat
            .person(name)
            .say(`@bot ${text}`, [wechat.person('bot')])
            .to(wechat.room),
        ),
      shown: async (): Promise<string[]> => wechat.inGroup.filter((text) => !text.startsWith('@bot')),
    },
    /** Types the number under which the newest button of that label was shown. */
    async presses(name: string, label: string): Promise<void> {
      const line = wechat
        .seen(name)
        .flatMap((text) => text.split('\n'))
        .findLast((one) => one.replace(/^\s+\d\s/, '') === label && /^\s+\d\s/.test(one));
      if (line === undefined) throw new Error(`no button ${label} among ${wechat.seen(name).join('\n')}`);
      await says(name, line.trim().slice(0, 1));
    },
    /** What they say in the group they see as well. */
    shownTo: async (name: string): Promise<string[]> => wechat.seen(name).filter((text) => !text.startsWith('@bot')),
  });
}
