import type { Knocker } from '../../chat/knock-card.ts';
import { directRoom } from '../../chat/message.ts';
import { defineTexts } from '../../chat/texts.ts';
import { personKind, type Role } from '../../crm/person/person.ts';
import { PersonError } from '../../errors.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';

const texts = defineTexts({
  zh: {
    joined: (name: string, role: 'rep' | 'manager') => `✓ 已加入 · ${name} · ${role === 'rep' ? '销售' : '主管'}`,
    refused: (name: string) => `已拒绝 · ${name}`,
    already: (name: string) => `已经是「${name}」了,没有再加。`,
    notAdmin: '只有管理员能让人加入。',
    welcome: (name: string) => `欢迎,${name}。你之前那句马上记。说「帮助」看怎么用。`,
    nobody: '没有人在等着加入。',
    rest: (count: number) => `还有${count}位,处理完再说一次「谁想加入」。`,
    sorry: '管理员没有同意你加入,留着的话不会记。',
  },
  en: {
    joined: (name: string, role: 'rep' | 'manager') => `✓ Joined · ${name} · ${role}`,
    refused: (name: string) => `Refused · ${name}`,
    already: (name: string) => `That is ${name} already; nobody was added.`,
    notAdmin: 'Only an admin lets people join.',
    welcome: (name: string) => `Welcome, ${name}. Your note is logged. Say "help".`,
    nobody: 'Nobody is waiting to join.',
    rest: (count: number) => `${count} more wait; say "who wants to join" again after these.`,
    sorry: 'The admin did not let you join; what I kept will not be logged.',
  },
});

const COMMAND =
  /^(?:现在|目前)?(?:有)?(?:谁|哪些人|什么人|哪几个人)(?:还)?(?:想|要|在等|申请|等着|等待)+(?:着)?加入[??。]*$|^(?:看看?)?(?:待加入|等待加入|申请加入|想加入)的?(?:人|名单|列表)?(?:有(?:谁|哪些))?[??。]*$|^(?:加入申请|有人(?:想|要|申请)加入吗)[??。]*$|^who(?: else)?(?:['’]s| is| wants| want| has asked| is waiting| are waiting| still wants)*(?: asking)? to join[?.]*$|^(?:show )?(?:pending |waiting )(?:people|strangers|joins?|join requests|requests to join)[?.]*$|^join requests[?.]*$/iu;
const MOST_CARDS = 5;

/** Lets a stranger join, or not, by the buttons of the card that the admin got. */
export const createJoin = (tools: CrmTools): CrmCapability => ({
  name: 'join',
  purpose: { zh: '让新人加入', en: 'Let somebody new join' },
  examples: { zh: ['谁想加入'], en: ['who wants to join'] },
  command: (text) => (COMMAND.test(text.normalize('NFKC').trim()) ? {} : null),
  run: (turn) => sayWaiting(turn, tools),
  actions: {
    'join.rep': (turn, args) => admit(turn, args as unknown as Knocker, 'rep', tools),
    'join.manager': (turn, args) => admit(turn, args as unknown as Knocker, 'manager', tools),
    'join.waiting': (turn) => sayWaiting(turn, tools),
    'join.refuse': (turn, args) => refuse(turn, args as unknown as Knocker, tools),
  },
});

/** A card for each of those who wait, with its own buttons. */
async function sayWaiting(turn: CrmTurn, tools: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  await mustBeAdmin(turn);
  const waiting = await tools.strangers().cards(turn.speaker.locale);
  if (waiting.length === 0) return void turn.whisper({ text: words.nobody });
  for (const card of waiting.slice(0, MOST_CARDS)) turn.whisper(card);
  if (waiting.length > MOST_CARDS) turn.whisper({ text: words.rest(waiting.length - MOST_CARDS) });
}

async function admit(turn: CrmTurn, knocker: Knocker, role: Extract<Role, 'rep' | 'manager'>, tools: CrmTools) {
  const words = texts(turn.speaker.locale);
  await mustBeAdmin(turn);
  const { adapter, user } = knocker;
  const known = await tools.stores.people.byIdentity(adapter, user);
  if (known !== null) throw new PersonError(words.already(known.name));
  const { locale, zone } = await tools.stores.team.settings();
  const id = turn.draft.newId(personKind.kind);
  const name = nameOf(knocker);
  turn.draft.create(personKind, id, {
    name,
    aliases: [],
    role,
    manager: null,
    locale,
    zone,
    active: true,
    identities: [
      { adapter: 'web', user: id },
      { adapter, user },
    ],
  });
  turn.reply({ text: words.joined(name, role) });
  turn.draft.send({ adapter, room: directRoom(id) }, { text: texts(locale).welcome(name) });
}

async function refuse(turn: CrmTurn, knocker: Knocker, tools: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  await mustBeAdmin(turn);
  const { adapter, user } = knocker;
  const known = await tools.stores.people.byIdentity(adapter, user);
  if (known !== null) throw new PersonError(words.already(known.name));
  const { locale } = await tools.stores.team.settings();
  await tools.strangers().dismiss(adapter, user);
  turn.reply({ text: words.refused(nameOf(knocker)) });
  turn.draft.send({ adapter, room: directRoom(user) }, { text: texts(locale).sorry });
}

/** Rights are reckoned at the press. */
async function mustBeAdmin({ draft, speaker }: CrmTurn): Promise<void> {
  const presser = await draft.read(personKind, speaker.id);
  if (presser === null || presser.role !== 'admin') throw new PersonError(texts(speaker.locale).notAdmin);
}

const nameOf = ({ name, user }: Knocker): string => name?.trim() || user;
