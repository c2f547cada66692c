import { defineTexts } from '../../chat/texts.ts';
import { ALERTS, type Alert, roomKind } from '../../crm/room/room.ts';
import { PersonError } from '../../errors.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';

const texts = defineTexts({
  zh: {
    'stale-deals': '滞留商机',
    'important-accounts': '重点客户',
    wins: '赢单',
    on: (what: string) => `✓ 本群提醒 · ${what}\n工作日早上9点,只发群里人人可看的`,
    onWins: (what: string) => `✓ 本群提醒 · ${what}\n签单两分钟后发到本群`,
    off: (what: string) => `✓ 不再发到本群 · ${what}`,
    and: '、',
    nothing: '现在没有本群人人可看的客户,所以发不出什么',
    same: '已经是这样了。',
    direct: '在群里说这句才有用。',
    managers: '由主管或管理员在群里设。',
    undo: '撤销',
  },
  en: {
    'stale-deals': 'quiet deals',
    'important-accounts': 'important customers',
    wins: 'wins',
    on: (what: string) => `✓ Alerts here · ${what}\nWorkdays at 09:00, only what all here may see`,
    onWins: (what: string) => `✓ Alerts here · ${what}\nTwo minutes after a deal is signed`,
    off: (what: string) => `✓ No more alerts here · ${what}`,
    and: ', ',
    nothing: 'There is no customer that all here may see, so nothing will come',
    same: 'That is how it is already.',
    direct: 'Say that in the group.',
    managers: 'A manager or admin sets that, in the group.',
    undo: 'Undo',
  },
});

const TOPICS: { alert: Alert; zh: RegExp; en: RegExp }[] = [
  { alert: 'stale-deals', zh: /滞留|卡住|好久没跟|没跟进/u, en: /\b(?:stale|quiet|stuck)\b/iu },
  { alert: 'important-accounts', zh: /重点客户|重要客户/u, en: /\b(?:important|key)\s+(?:customers?|accounts?)\b/iu },
  { alert: 'wins', zh: /赢单|签单|成交/u, en: /\bwins?\b|\bsigned\b/iu },
];
const ZH = /(?:发到|推送?到|通知到?|提醒)(?:这个|本|咱们?|我们)群|(?:这个|本)群(?:里)?(?:订阅|提醒|通知)/u;
const ZH_OFF = /取消|不要|别|停|关闭|关掉/u;
const EN = /\b(?:send|post|push|alert)\b.*\b(?:this|the)\s+(?:group|room|channel)\b/iu;
const EN_OFF = /\b(?:stop|don't|do not|no more|cancel)\b/iu;
/** All of them: 关闭本群提醒, stop alerts here. */
const ALL_OFF =
  /^(?:请)?(?:关闭|关掉|取消|停止?|停掉|不要)(?:这个|本|咱们?|我们)群(?:里)?的?(?:所有|全部)?(?:提醒|通知|推送|订阅)了?[。.!]?$|^(?:please )?(?:stop|cancel|turn off|no more) (?:all )?(?:the )?(?:alerts|reminders|notifications) (?:here|in (?:this|the) (?:group|room|channel))[.!]?$/iu;

/** Subscribes a group to alerts, or ends that: said in the group, by a manager or an admin. */
export const createSubscribeRoom = (tools: CrmTools): CrmCapability => ({
  name: 'subscribe-room',
  purpose: { zh: '让群里每天收到提醒', en: 'Alerts for a group' },
  examples: { zh: ['每天早上把滞留商机发到这个群'], en: ['send stale deals to this group every morning'] },
  command(text) {
    const said = text.normalize('NFKC').trim();
    if (ALL_OFF.test(said)) return { alerts: [...ALERTS], on: false };
    if (said.length > 60 || !(ZH.test(said) || EN.test(said))) return null;
    const topic = TOPICS.find(({ zh, en }) => zh.test(said) || en.test(said));
    return topic === undefined ? null : { alerts: [topic.alert], on: !(ZH_OFF.test(said) || EN_OFF.test(said)) };
  },
  async run(turn, _said, command) {
    const { alerts, on } = command as { alerts: Alert[]; on: boolean };
    await subscribe(turn, alerts, on, tools);
  },
});

async function subscribe(turn: CrmTurn, alerts: readonly Alert[], on: boolean, { stores }: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const room = turn.direct ? null : await stores.rooms.byRoom(turn.room);
  if (room === null) throw new PersonError(words.direct);
  const person = await stores.people.get(turn.speaker.id);
  if (person === null || person.role === 'rep') throw new PersonError(words.managers);
  const changed = alerts.filter((alert) => room.alerts.includes(alert) !== on);
  if (changed.length === 0) return void turn.reply({ text: words.same });
  turn.draft.change(roomKind, room, {
    alerts: on ? [...room.alerts, ...changed] : room.alerts.filter((one) => !changed.includes(one)),
  });
  const what = changed.map((alert) => words[alert]).join(words.and);
  const said = on ? onText(turn, what, changed) : words.off(what);
  turn.reply({ text: said, buttons: [{ label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } }] });
  turn.undoable();
}

/** What will come; a list of what all may see is said to be empty where its listeners have no customer in common. */
function onText({ viewer, speaker }: CrmTurn, what: string, alerts: readonly Alert[]): string {
  const words = texts(speaker.locale);
  if (alerts.includes('wins')) return words.onWins(what);
  const nothing = viewer.owners !== 'all' && viewer.owners.size === 0;
  return nothing ? `${words.on(what)}\n${words.nothing}` : words.on(what);
}
