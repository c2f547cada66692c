import { privately } from '../../access/viewer-for.ts';
import { defineTexts } from '../../chat/texts.ts';
import { clip } from '../../chat/width.ts';
import { shortName } from '../../crm/account/create-account.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';

const texts = defineTexts({
  zh: {
    head: '直接说发生了什么,例如:',
    log: (name: string) => `「刚跟${name}通了电话,报价80万」`,
    show: (name: string) => `「${name}怎么样了」`,
    pipeline: '「漏斗」「哪些单子好久没跟了」',
    correct: '说错:「不是80万是85万」「撤销」',
    fewer: '提醒太多:「少提醒」或「暂停」',
    who: '谁能看到:你、你的主管、管理员',
    somebody: '腾云',
  },
  en: {
    head: 'Say what happened, for example:',
    log: (name: string) => `"Called ${name}, quoted 80k"`,
    show: (name: string) => `"How is ${name}?"`,
    pipeline: '"Show the pipeline", "Stale deals"',
    correct: 'Wrong? "not 80k, 85k", or "undo"',
    fewer: 'Too many? "fewer", or tap Pause',
    who: 'Seen by you, your manager, admins',
    somebody: 'Alderbank',
  },
});

const COMMAND = /^(?:[??]|help|帮助|怎么用|你会(?:什么|啥)|能做什么|what can you do)[\s??。.!!]*$/iu;
/** How to take back or correct, and who sees what is said here: help tells, and nothing is done. */
const HOW =
  /^(?:请问)?(?:我)?(?:怎么|怎样|如何|咋|哪里)(?:才)?(?:能|可以)?(?:撤销|撤回|删除?|改|修改|取消|恢复)[^,，。]{0,12}$|^(?:撤销|修改|删除)(?:要)?(?:怎么|如何|咋)[^,，。]{0,6}$|^(?:我说的|这些?|这里(?:说的)?|我的(?:记录|客户))?(?:都)?(?:有)?谁(?:能|可以|会)?看(?:得)?到?[^,，。]{0,6}$|^how (?:do|can|should) (?:i|we|you) (?:undo|delete|remove|edit|change|correct|fix|cancel|restore)\b[^,.]{0,30}$|^how to (?:undo|delete|remove|edit|change|correct|fix|cancel|restore)\b[^,.]{0,30}$|^who (?:can|else can|will|could) (?:see|read)\b[^,.]{0,24}$/iu;

/** In columns, so that all examples fit into eight rows of a bubble. */
const NAME_WIDTH = 16;

/** Says what one can say, with examples from the reader's own customers. */
export const createHelp = (tools: CrmTools): CrmCapability => ({
  name: 'help',
  purpose: { zh: '怎么用', en: 'How this works' },
  examples: { zh: ['帮助'], en: ['help'] },
  intents: ['help'],
  command: (text) => (COMMAND.test(text.trim()) || HOW.test(text.trim()) ? {} : null),
  run: (turn) => sayHelp(turn, tools),
  actions: { 'help.show': (turn) => sayHelp(turn, tools) },
});

async function sayHelp(turn: CrmTurn, { stores }: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const viewer = privately(turn.viewer);
  const mine = await stores.accounts.list(
    viewer,
    { owner: turn.speaker.id },
    { sort: { lastContactAt: -1 }, limit: 2 },
  );
  const [first = words.somebody, second = first] = mine.map((one) => clip(shortName(one), NAME_WIDTH));
  turn.whisper({
    text: [
      words.head,
      words.log(first),
      words.show(second),
      words.pipeline,
      words.correct,
      words.fewer,
      words.who,
    ].join('\n'),
  });
}
