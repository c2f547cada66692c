import { maySee } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import type { Said } from '../../chat/capability.ts';
import { fitted } from '../../chat/width.ts';
import { accountCard } from '../../crm/account/account-card.ts';
import { readAccountFile } from '../../crm/account/account-file.ts';
import { meantBy } from '../../crm/person/meant-by.ts';
import { actOnSteps } from '../act-on-steps.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { inviteLog } from '../invite-log.ts';
import { lastQuery } from '../last-query.ts';
import { type NumberedAct, numberedAct } from '../numbered-act.ts';
import { moveSteps } from '../step-acts.ts';
import { colleagueAsked, listAsked, rowCommand } from './read-command.ts';
import { type ListName, type ListRow, readList } from './read-list.ts';
import { myListTexts } from './texts.ts';

const NAME = 'my-list';
const MOST_ROWS = 5;

type Shown = Pick<ListRow, 'account' | 'name' | 'step'>;
/** `of`: the colleague whose list it is; left out: one's own. */
type Asked = {
  list: ListName;
  of?: { id: string; name: string };
  rows?: Shown[];
  all?: true;
  open?: number;
  log?: number;
  act?: NumberedAct;
};

/**
 * Lists one's own customers or open deals, or the customers of a colleague whose manager asks, what needs care first. For ten minutes a number opens its row, 1记一笔 logs on
 * it, and 1完成 or 2推到周五 act on its next step.
 */
export const createMyList = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '我的客户、我的商机', en: 'My customers, my deals' },
  examples: { zh: ['我的客户', '我的商机'], en: ['my customers', 'my deals'] },
  async command(text, _locale, conversation, { now }) {
    const list = listAsked(text);
    if (list !== null) return { list };
    const name = colleagueAsked(text);
    const [of, second] = name === null ? [] : meantBy(await tools.stores.people.active(), name);
    if (of !== undefined && second === undefined) return { list: 'customers', of: { id: of._id, name: of.name } };
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
    await sayList(turn, asked, asked.all === true ? Number.POSITIVE_INFINITY : MOST_ROWS, tools);
  },
  async answered(turn, question, { day }) {
    const { steps, time } = question.memo as { steps: string[]; time: string | null };
    if (typeof day === 'string') await moveSteps(turn, steps, { day, time });
  },
  actions: {
    'my-list.all': (turn, args) => sayList(turn, args as Asked, Number.POSITIVE_INFINITY, tools),
  },
});

async function sayList(turn: CrmTurn, { list, of }: Asked, most: number, tools: CrmTools): Promise<void> {
  const texts = myListTexts(turn.speaker.locale);
  if (of !== undefined && !maySee(privately(turn.viewer), of.id))
    return void turn.whisper({ text: texts.notYours(of.name) });
  const rows = await readList(turn, list, of?.id ?? turn.speaker.id, tools);
  const shown = rows.map(({ account, name, step }): Shown => ({ account, name, step }));
  const asked = { list, ...(of === undefined ? {} : { of }) };
  turn.remember({ query: { capability: NAME, at: turn.now, memo: { ...asked, rows: shown } } });
  if (rows.length === 0) return void turn.whisper({ text: none(list, of, texts) });
  const rest = rows.length - most;
  const more = list === 'customers' ? texts.more : texts.moreDeals;
  const head = of === undefined ? texts[list](rows.length) : texts.customersOf(of.name, rows.length);
  const lines = rows.slice(0, most).map(({ line }, at) => fitted([[`${at + 1} `, ...line]], 2).join(''));
  turn.whisper({
    text: [head, ...lines, ...(rest > 0 ? [more(rest)] : [])].join('\n'),
    buttons: rest > 0 ? [{ label: texts.all, action: 'my-list.all', args: asked }] : [],
  });
}

function none(list: ListName, of: Asked['of'], texts: ReturnType<typeof myListTexts>): string {
  if (of !== undefined) return texts.noneOf(of.name);
  return list === 'customers' ? texts.noCustomers : texts.noDeals;
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
