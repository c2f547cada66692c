import type { Intent, Stage, ToldContactFact, ToldOpportunity } from '../understanding.ts';
import { type ClauseSense, isFuture } from './clause-sense.ts';
import { IS_BORN_ON } from './contact-facts.ts';
import { type Fault, faultOf } from './fault.ts';
import { isAsking, isBareLookUp, topicOf } from './question.ts';
import type { Reading } from './reading.ts';
import { readNamedStage } from './stage-name.ts';
import type { Step } from './steps.ts';
import type { ToldContact } from './told-contact.ts';
import { CHAT_QUESTION, COMMANDS, DEAL_FIELD_SET, FILING } from './words/command-words.ts';
import { CONTACT_CUES } from './words/contact-words.ts';
import { NO_OFFER, TAKEN_BACK } from './words/deal-words.ts';
import { STAGE_CUES } from './words/stage-words.ts';
import { REMINDER } from './words/step-words.ts';
import { CONDITION, HAS_HAPPENED } from './words/tense-words.ts';

/** A command or a question is short; in a longer message its words are part of a story. */
const COMMAND_LENGTH = { zh: 34, en: 90 };

/** Filing something new is announced at the head. */
const HEAD_LENGTH = { zh: 40, en: 64 };

/** Requests that their own words decide, whatever else the message brings; null when it is to be read as a note. */
export function readCommand(reading: Reading): Intent | null {
  const text = reading.skeleton.text;
  if (OTHERS_COMMAND.test(text) || ASKS_COLLEAGUES.test(text)) return 'unknown';
  if (text.length <= COMMAND_LENGTH[reading.lang]) {
    const asked = shortCommand(reading, text);
    if (asked) return asked;
  }
  if (FILING.transfer.test(text)) return 'account.transfer';
  const head = text.slice(0, HEAD_LENGTH[reading.lang]);
  if (FILING.lead.test(head)) return 'lead.create';
  if (FILING.contact.test(text) && !FILING.account.test(head)) return 'contact.create';
  if (FILING.deal.test(head)) return 'opportunity.create';
  if (FILING.account.test(head)) return 'account.create';
  return null;
}

/** 2推到周五, 1完成, 少提醒: commands about what the bot listed, which belong to their own capabilities. */
const OTHERS_COMMAND =
  /^[\s]*(?:\d{1,2}\s?(?:推迟?到?|改到?|挪到?|延到?|完成|撤销|记一笔|push(?:ed)? to|move to|done)[\s◷]*|为什么|why|日报|周报|daily report|少提醒|多提醒|fewer)[\s。.!！?？]*$/iu;

/** Has anyone a charger: asked of the people in the room. */
const ASKS_COLLEAGUES =
  /^(?:hey |hi |guys,? )?(?:(?:has|have|does|do|is|can|could) (?:any|some)(?:one|body)|any(?:one|body)) (?:here |else )?(?:(?:have|has|got|know|seen|lend|want|up for|fancy|going|in for|using|spare|free|an?|my|the)(?!\p{L}))(?! .{0,20}(?:deals?|opps?|accounts?|customers?|clients?|pipeline|[◆◇] (?:at|from|lately|recently)))/u;

function shortCommand(reading: Reading, text: string): Intent | null {
  const { people, sums, skeleton } = reading;
  const named = people.account !== null || people.contacts.length > 0;
  const hasBirthday = [...skeleton.at.values()].some((token) => token.kind === 'day' && token.day.monthDay !== null);
  if (COMMANDS.undo.test(text) && sums.length === 0 && !takesBackOffer(reading)) return 'undo';
  if ((COMMANDS.help.test(text) || /^[\s?？]+$/u.test(text)) && !named && text.length <= 30) return 'help';
  if (BARE_LIST.test(text)) return 'task.list';
  if (REMINDER.test(text) && !/[?？]\s*$|哪些|什么|几件|show|list/iu.test(text)) return null;
  if (
    COMMANDS.birthdays.test(text) &&
    !hasBirthday &&
    !IS_BORN_ON.test(text) &&
    !/^(?:[他她]|his |her )/iu.test(text) &&
    people.contacts.length === 0
  )
    return 'birthday.list';
  if (COMMANDS.stale.test(text) && !named) return 'opportunity.stale';
  if (COMMANDS.funnel.test(text) && !named) return 'report.funnel';
  if (
    COMMANDS.leaderboard.test(text) &&
    !named &&
    /谁|榜|排|销冠|销售|rep|sell|sold|deal|clos|board|rank|revenue|perform|number|team/iu.test(text)
  )
    return isAboutSales(text) ? 'report.leaderboard' : null;
  if (COMMANDS.forecast.test(text) && !named) return 'report.forecast';
  if (COMMANDS.activity.test(text) && !named) return 'report.activity';
  if (COMMANDS.pipeline.test(text) && people.account === null) return 'pipeline.show';
  if (NEXT_OF_CUSTOMER.test(text)) return 'account.show';
  if (COMMANDS.tasks.test(text) && sums.length === 0 && !/[☎✉]/u.test(text) && !FILING.complete.test(text))
    return 'task.list';
  if (COMMANDS.account.test(text) || isBareLookUp(reading)) return 'account.show';
  return isAsking(reading) && sums.length === 0 ? topicOf(reading) : null;
}

/** 报价撤回了; 发了报价,后来撤回了: what is taken back is an offer, not what was said to the bot. */
function takesBackOffer({ clauses }: Reading): boolean {
  return clauses.some(({ text }, at) => {
    const before = clauses[at - 1]?.text ?? '';
    return NO_OFFER.test(text) || (STAGE_CUES.proposal.test(before) && TAKEN_BACK.test(text));
  });
}

/** What's next with Sable: a step of the customer's, no list of one's own. */
const NEXT_OF_CUSTOMER = /^(?:so |ok |and )?what(?:['’]?s| is) (?:the )?next(?: step)? (?:with|for|on|at) [◆◇]/iu;

/** 待办, 列一下我的待办: the list itself, no new entry. */
const BARE_LIST =
  /^[\s,，]*(?:列|看|查|显示|给我|发|我|的|一?下|出|看看|今天|◷|所有|全部|my|the|show|list|all|open|\s)*(?:待办|任务|日程|提醒|to-?dos?|tasks|agenda)(?:事项|清单|列表|list)?(?:列|看|查|拉|发|显示)?(?:一下|一?个|看看|出来|给我)?[\s。.!！]*$/iu;

/** "Who won the match" is no question to a CRM. */
function isAboutSales(text: string): boolean {
  return !/match|game|race|election|lottery|比赛|球|奥运/iu.test(text);
}

/** Whether the whole message is about things to do. */
export function isReminder(reading: Reading): boolean {
  const text = reading.skeleton.text.trimStart();
  const asked = REMINDER.exec(text);
  if (asked === null) return ADDRESSED.test(text);
  const blank = reading.skeleton.text.length - text.length;
  return !tellsFirst(reading, blank + asked.index, blank + asked.index + asked[0].length);
}

/** 样机已寄出,下周三提醒我问收到没: a story first, and the reminder (from `asked` to `end`) behind it. */
function tellsFirst({ clauses, skeleton, today }: Reading, asked: number, end: number): boolean {
  return clauses.some(({ start, end: stop, text }) => {
    const told = stop < end ? text : text.slice(0, Math.max(0, asked - start));
    if (start >= end || !HAS_HAPPENED.test(told) || CONDITION.test(told) || ONCE_DONE.test(told)) return false;
    for (let at = start; at < stop; at++) {
      const token = skeleton.at.get(at);
      if (token?.kind === 'day' && isFuture(token.day, today)) return false;
    }
    const deal = STAGE_CUES.won.test(told) || (STAGE_CUES.proposal.test(told) && !NO_OFFER.test(told));
    return deal || Object.values(CONTACT_CUES).some((kind) => kind.test(told));
  });
}

/** 拜访完以后, when they have called: what the reminder waits for. */
const ONCE_DONE = /^等|[以之]?后$|^(?:when|after|once|as soon as) /u;

/** A colleague is addressed and asked: 子昂,周四之前把…; Hannah please send … */
const ADDRESSED =
  /^@?◈\s*[,，:：–—-]*\s*(?:◷\s*)?(?:之?前)?(?:请|麻烦|把|帮|记得|你|please|pls|can you|could you)|^@?◈\s*[-–—,:]+\s*(?:get|send|call|chase|book|prep|draft|check|find|sort|make|take|bring|ring|email|grab|put|set|do|fix|write|update|order|ship|arrange|follow)(?![\p{L}])/iu;

export interface NoteSlots {
  senses: readonly ClauseSense[];
  told: ToldContact | null;
  deal: ToldOpportunity | null;
  steps: readonly Step[];
  facts: readonly ToldContactFact[];
}

/** The intent of a message that is no command: by what it tells. */
export function noteIntent(reading: Reading, { senses, told, deal, steps, facts }: NoteSlots): Intent {
  const text = reading.skeleton.text;
  const { account, contacts } = reading.people;
  const named = account !== null || contacts.length > 0;
  if (isReminder(reading) && steps.length > 0) return isDone(text) ? 'task.complete' : 'task.create';
  if (isDone(text) && steps.every(({ date }) => date === null) && (deal?.amount ?? null) === null)
    return 'task.complete';
  if (told && told.kind !== 'other') return 'interaction.log';
  if (named && isTicket(faultOf(senses), told, deal)) return 'ticket.create';
  if (told && told.confidence < 0.7 && facts.length > 0 && deal === null && steps.length === 0) return 'contact.update';
  if (told)
    return endedWithoutContact(reading, told, deal?.stage ?? null) ? ended(deal?.stage ?? null) : 'interaction.log';
  if (
    (deal?.stage === 'won' || deal?.stage === 'lost') &&
    (named || BUSINESS.test(text) || reading.lang === 'zh') &&
    (named || !(CHAT_QUESTION.test(text.trim()) || /^(?:谁|哪)/u.test(text.trim())))
  )
    return ended(deal.stage);
  if (named && !told && (readNamedStage(reading) !== null || DEAL_FIELD_SET.test(text))) return 'opportunity.update';
  if (facts.length > 0 && deal === null && steps.length === 0) return factIntent(reading);
  if (deal && named && !steps.some(({ sign }) => sign === 'asked')) return 'opportunity.update';
  if (steps.length > 0 && (named || !CHAT_QUESTION.test(text.trim()))) return 'task.create';
  if (facts.length > 0) return 'contact.update';
  const price = reading.sums.length > 0 || PRICE_WITHOUT_SUM.test(text);
  return named && price ? 'opportunity.update' : 'unknown';
}

/** Without anybody's name a win or a loss is one of a deal where the words say so. */
const BUSINESS =
  /(?<!\p{L})(?:deals?|contracts?|orders?|pos?|clients?|customers?|accounts?|bids?|tenders?|projects?|opps?|opportunit\w+|quotes?|renewals?|won it|lost it|it|this one|that one|business|sale|¤)(?!\p{L})(?! (?:on|at|in) the)/u;

/** 报价0元, price is -5k: what is said of the deal holds no sum of its own, and is a note on it all the same. */
const PRICE_WITHOUT_SUM =
  /(?:报价|报了|价格|金额|合同额)[^,，。\d]{0,4}\d|(?<!\p{L})(?:quote[ds]?|price|amount|value)(?!\p{L})[^,.\d]{0,8}\d/iu;

/** 江矩财务小周的电话13700001111 存一下: somebody whom nobody knows is filed. */
function factIntent({ skeleton, people }: Reading): Intent {
  const isNew = people.contacts.length > 0 && people.contacts.every(({ id }) => id === null);
  return isNew && people.account !== null && FILED.test(skeleton.text) ? 'contact.create' : 'contact.update';
}

const FILED = /(?:存|录|加|记|登记)(?:一?下|上|进|入|到|个)|(?<!\p{L})(?:save|add|file|store)(?!\p{L})/iu;

/** A fault is to be handled, unless the message tells of a deal or of a contact that we sought ourselves. */
function isTicket(fault: Fault | null, told: ToldContact | null, deal: ToldOpportunity | null): boolean {
  if (fault === null || (deal !== null && deal.amount !== null)) return false;
  if (deal?.stage === 'won' || deal?.stage === 'lost') return fault === 'service' && deal.stage === 'won';
  return deal === null || deal.stage === null || fault === 'service' || told === null;
}

/** 输给友商了 tells an end by itself, although someone "did" something. */
function endedWithoutContact({ people }: Reading, told: ToldContact, stage: Stage | null): boolean {
  return (stage === 'won' || stage === 'lost') && (told.confidence < 0.7 || people.contacts.length === 0);
}

function ended(stage: Stage | null): Intent {
  return stage === 'won' ? 'opportunity.win' : 'opportunity.lose';
}

function isDone(text: string): boolean {
  return FILING.complete.test(text);
}
