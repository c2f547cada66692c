import { privately } from '../../access/viewer-for.ts';
import type { Said } from '../../chat/capability.ts';
import { fitted } from '../../chat/width.ts';
import { accountCard } from '../../crm/account/account-card.ts';
import { readAccountFile } from '../../crm/account/account-file.ts';
import { actOnSteps } from '../act-on-steps.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { inviteLog } from '../invite-log.ts';
import { lastQuery } from '../last-query.ts';
import { type NumberedAct, numberedAct } from '../numbered-act.ts';
import { moveSteps } from '../step-acts.ts';
import { listAsked, rowCommand } from './read-command.ts';
import { type ListName, type ListRow, readList } from './read-list.ts';
import { myListTexts } from './texts.ts';

const NAME = 'my-list';
const MOST_ROWS = 5;

type Shown = Pick<ListRow, 'account' | 'name' | 'step'>;
type Asked = { list: ListName; rows?: Shown[]; all?: true; open?: number; log?: number; act?: NumberedAct };

/**
 * Lists one's own customers or open deals, what needs care first. For ten minutes a number opens its row, 1记一笔 logs on
 * it, and 1完成 or 2推到周五 act on its next step.
 */
export const createMyList = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '我的客户、我的商机', en: 'My customers, my deals' },
  examples: { zh: ['我的客户', '我的商机'], en: ['my customers', 'my deals'] },
  command(text, _locale, conversation, { now }) {
    const list = listAsked(text);
    if (list !== null) return { list };
    const shown = lastQuery(conversation, NAME, now);
    if (shown === null) return null;
    const act = numberedAct(text);
    const command = act === null ? rowCommand(text) : { act };
    return command === null ? null : { ...shown, ...command };
  },
  async run(turn, said, command) {
    const asked = command as unknown as Asked;
    if (asked.act !== undefined) return act(turn, said, asked.rows ?? [], asked.act);
    if (asked.open !== undefined) return withRow(turn, asked, asked.open, (row) => show(turn, row, tools));
    if (asked.log !== undefined)
      return withRow(turn, asked, asked.log, (row) => inviteLog(turn, row.account, row.name));
    await sayList(turn, asked.list, asked.all === true ? Number.POSITIVE_INFINITY : MOST_ROWS, tools);
  },
  async answered(turn, question, { day }) {
    const { steps, time } = question.memo as { steps: string[]; time: string | null };
    if (typeof day === 'string') await moveSteps(turn, steps, { day, time });
  },
  actions: {
    'my-list.all': (turn, { list }) => sayList(turn, list as ListName, Number.POSITIVE_INFINITY, tools),
  },
});

async function sayList(turn: CrmTurn, list: ListName, most: number, tools: CrmTools): Promise<void> {
  const texts = myListTexts(turn.speaker.locale);
  const rows = await readList(turn, list, tools);
  const shown = rows.map(({ account, name, step }): Shown => ({ account, name, step }));
  turn.remember({ query: { capability: NAME, at: turn.now, memo: { list, rows: shown } } });
  if (rows.length === 0) return void turn.whisper({ text: list === 'customers' ? texts.noCustomers : texts.noDeals });
  const rest = rows.length - most;
  const more = list === 'customers' ? texts.more : texts.moreDeals;
  const lines = rows.slice(0, most).map(({ line }, at) => fitted([[`${at + 1} `, ...line]], 2).join(''));
  turn.whisper({
    text: [texts[list](rows.length), ...lines, ...(rest > 0 ? [more(rest)] : [])].join('\n'),
    buttons: rest > 0 ? [{ label: texts.all, action: 'my-list.all', args: { list } }] : [],
  });
}

async function withRow(
  turn: CrmTurn,
  { rows = [] }: Asked,
  number: number,
  work: (row: Shown) => Promise<void> | void,
): Promise<void> {
  const row = rows[number - 1];
  if (row === undefined) return void turn.whisper({ text: myListTexts(turn.speaker.locale).noRow(number) });
  await work(row);
}

async function act(turn: CrmTurn, said: Said, rows: readonly Shown[], { rows: numbers, act }: NumberedAct) {
  const bare = numbers.map((number) => rows[number - 1]).find((row) => row !== undefined && row.step === null);
  if (bare !== undefined) return void turn.whisper({ text: myListTexts(turn.speaker.locale).noStep(bare.name) });
  await actOnSteps(
    turn,
    said,
    { rows: numbers, act },
    rows.map(({ step }) => step ?? ''),
  );
}

async function show(turn: CrmTurn, { account }: Shown, { stores }: CrmTools): Promise<void> {
  const { stages } = await stores.team.settings();
  const file = await readAccountFile(privately(turn.viewer), account, stores);
  if (file === null) return void turn.whisper({ text: myListTexts(turn.speaker.locale).gone });
  turn.whisper(accountCard(file, { locale: turn.speaker.locale, today: todayOf(turn), stages }));
}
