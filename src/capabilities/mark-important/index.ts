import { maySee } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { defineTexts } from '../../chat/texts.ts';
import { type Account, accountKind } from '../../crm/account/account.ts';
import { shortName } from '../../crm/account/create-account.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';

const texts = defineTexts({
  zh: {
    marked: (name: string, days: number) => `✓ 重点客户 · ${name}\n${days}天没联系就提醒你和主管`,
    unmarked: (name: string) => `✓ 不再是重点客户 · ${name}`,
    already: (name: string) => `${name}已经是重点客户。`,
    none: (name: string) => `没有叫「${name}」的客户。`,
    undo: '撤销',
  },
  en: {
    marked: (name: string, days: number) => `✓ Important · ${name}\nI tell you after ${days} days of silence`,
    unmarked: (name: string) => `✓ No longer important · ${name}`,
    already: (name: string) => `${name} is marked as important already.`,
    none: (name: string) => `No customer called "${name}".`,
    undo: 'Undo',
  },
});

const PATTERNS: { form: RegExp; important: boolean }[] = [
  { form: /^(?:把|将)?(.{1,40}?)(?:不是|不再是|取消)(?:我们?的?)?(?:重点|重要)客户[了。!]*$/u, important: false },
  { form: /^取消(.{1,40}?)的?(?:重点|重要)客户[。!]*$/u, important: false },
  {
    form: /^(?:把|将)?(.{1,40}?)(?:是|设为|设成|设置为|标为|标成|标记为|列为|改成|改为|变成|升为|升级为|算|定为|定成)(?:我们?的?)?(?:重点|重要)客户[了。!]*$/u,
    important: true,
  },
  {
    form: /^(.{1,60}?)\s+is\s+(?:no longer|not)\s+(?:an?\s+)?(?:important|key)(?:\s+(?:customer|account|client))?[.!]*$/iu,
    important: false,
  },
  { form: /^(.{1,60}?)\s+is\s+(?:an?\s+)?(?:important|key)\s+(?:customer|account|client)[.!]*$/iu, important: true },
  {
    form: /^mark\s+(.{1,60}?)\s+(?:as\s+)?(?:an?\s+)?(?:important|key)(?:\s+(?:customer|account|client))?[.!]*$/iu,
    important: true,
  },
];

/** Marks a customer as important, so that silence is told of (30 days by default). */
export const createMarkImportant = (tools: CrmTools): CrmCapability => ({
  name: 'mark-important',
  purpose: { zh: '标重点客户,久未联系会提醒', en: 'Mark a customer as important' },
  examples: { zh: ['腾云是重点客户'], en: ['mark Alderbank as important'] },
  command(text) {
    const said = text.normalize('NFKC').trim();
    for (const { form, important } of PATTERNS) {
      const name = form.exec(said)?.[1]?.trim();
      if (name !== undefined && name !== '') return { name, important };
    }
    return null;
  },
  async run(turn, _said, command) {
    const { name, important } = command as { name: string; important: boolean };
    await mark(turn, name, important, tools);
  },
});

async function mark(turn: CrmTurn, name: string, important: boolean, { stores }: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const account = await visibleNamed(turn, name, stores);
  if (account === undefined) return void turn.whisper({ text: words.none(name) });
  if (important && account.important) return void turn.whisper({ text: words.already(shortName(account)) });
  turn.draft.change(accountKind, account, { important });
  const { importantAfterDays } = await stores.team.settings();
  turn.whisper({
    text: important ? words.marked(shortName(account), importantAfterDays) : words.unmarked(shortName(account)),
    buttons: [{ label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } }],
  });
  turn.undoable();
}

async function visibleNamed(
  turn: CrmTurn,
  name: string,
  stores: CrmTools['stores'],
): Promise<Stored<Account> | undefined> {
  const viewer = privately(turn.viewer);
  return (await stores.accounts.named(name)).find(({ owner }) => maySee(viewer, owner));
}
