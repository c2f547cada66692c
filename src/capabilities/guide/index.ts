import { privately } from '../../access/viewer-for.ts';
import { clip } from '../../chat/width.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { stageLabel, stagePath } from '../../crm/deal/stages.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';
import { guideTexts } from './texts.ts';

const PROCESS =
  /^(?:(?:我们的|公司的|标准)?(?:销售|跟进|打单)?(?:流程|SOP)(?:是什么|有哪些|怎么走)?|(?:销售|跟进)?(?:阶段|步骤)(?:有哪些|都有什么|是什么)|有哪些(?:销售)?阶段|新人(?:怎么|如何)(?:跟进|做|上手|开始)(?:客户|销售)?|(?:怎么|如何)跟进(?:新)?(?:客户|线索)|(?:our |the )?(?:sales|follow-?up) (?:process|stages|sop)|what are (?:the|our) (?:sales )?stages|how do i (?:follow up|work|handle) (?:a |an )?(?:new )?(?:lead|customer|deal))[\s??。.!!]*$/iu;
const TEMPLATE =
  /^(?:(?:跟进|记录|沟通|拜访|首次(?:沟通|联系|拜访))?(?:记录)?模板|(?:首次|第一次)(?:沟通|联系|拜访|聊)(?:怎么|如何)记|(?:follow-?up |note |call )?templates?|how do i log (?:a |the |my )?(?:first )?(?:call|talk|visit|meeting))[\s??。.!!]*$/iu;
/** In columns, so that an example fits into a row of a bubble. */
const NAME_WIDTH = 13;

/** Guides a newcomer: the team's stages with what to find out at each, and how a first talk and a revisit are logged. */
export const createGuide = (tools: CrmTools): CrmCapability => ({
  name: 'guide',
  purpose: { zh: '销售流程、怎么记的模板', en: 'The sales process, how to log' },
  examples: { zh: ['销售流程', '模板'], en: ['sales process', 'template'] },
  command(text) {
    const said = text.normalize('NFKC').trim();
    if (PROCESS.test(said)) return { about: 'process' };
    return TEMPLATE.test(said) ? { about: 'template' } : null;
  },
  run: (turn, _said, command) => (command?.about === 'template' ? sayTemplate(turn, tools) : sayProcess(turn, tools)),
});

async function sayProcess(turn: CrmTurn, { stores }: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const words = guideTexts(locale);
  const { stages } = await stores.team.settings();
  const path = stagePath(stages).filter((stage) => stage !== 'lost');
  const rows = path.map((stage, at) => `${at + 1} ${stageLabel(stages, stage, locale)} · ${words[stage]}`);
  turn.whisper({ text: [words.process(path.length), ...rows, words.how].join('\n') });
}

async function sayTemplate(turn: CrmTurn, { stores }: CrmTools): Promise<void> {
  const words = guideTexts(turn.speaker.locale);
  const [mine] = await stores.accounts.list(
    privately(turn.viewer),
    { owner: turn.speaker.id },
    { sort: { lastContactAt: -1 }, limit: 1 },
  );
  const name = mine === undefined ? words.somebody : clip(shortName(mine), NAME_WIDTH);
  const examples = [words.first(name), words.again(name), words.quote(name)];
  turn.whisper({ text: [words.template, ...examples, words.pace, words.focus].join('\n') });
}
