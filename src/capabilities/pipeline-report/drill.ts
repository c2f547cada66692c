import { narrowed, privately } from '../../access/viewer-for.ts';
import type { ButtonDraft } from '../../chat/message.ts';
import { clip } from '../../chat/width.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';
import { instantsOf } from '../period.ts';
import { mayAskOf, ownersOf, type Whose } from '../whose.ts';
import type { Question } from './question.ts';
import { pipelineTexts } from './texts.ts';

/** Columns of a button's label. */
const LABEL_WIDTH = 14;

/**
 * The way down from a report: from the company or several groups to one group, from a group to one of its people, from
 * there to the deals. Two names stand as buttons of their own, more are asked for. A button only asks; what its answer
 * may tell is reckoned when it is pressed.
 */
export async function drillButtons(
  turn: CrmTurn,
  question: Question,
  deals: readonly { owner: string }[],
  basis: ButtonDraft,
  tools: CrmTools,
): Promise<ButtonDraft[]> {
  const texts = pipelineTexts(turn.speaker.locale);
  const all = { label: texts.all, action: 'pipeline-report.all', args: { ...question } };
  const below = await levelBelow(turn, question, deals, tools);
  const [first] = below;
  if (first === undefined) return [basis, all];
  const to = (of: Whose) => ({
    label: clip(of.name, LABEL_WIDTH),
    action: 'pipeline-report.of',
    args: { days: question.days, of },
  });
  if (below.length === 1) return [to(first), basis, all];
  if (below.length === 2) return [...below.map(to), all];
  const label = first.kind === 'group' ? texts.byTeam : texts.byPerson;
  return [{ label, action: 'pipeline-report.down', args: { ...question } }, basis, all];
}

/** Asks whose part of a report is meant. */
export async function askWhose(turn: CrmTurn, question: Question, tools: CrmTools): Promise<void> {
  const texts = pipelineTexts(turn.speaker.locale);
  const viewer = narrowed(privately(turn.viewer), await ownersOf(question.of, tools));
  const { from, to } = instantsOf(question.days, turn.speaker.zone);
  const below = await levelBelow(turn, question, await tools.stores.deals.alive(viewer, from, to), tools);
  if (below.length === 0) return void turn.whisper({ text: texts.empty });
  const choices = below.map((of) => ({ label: of.name, value: { days: question.days, of } }));
  turn.ask({ text: texts.whose, choices });
}

/** Groups or, below a group, people who own some of these deals; none where they are one person's alone. */
async function levelBelow(
  turn: CrmTurn,
  { of }: Question,
  deals: readonly { owner: string }[],
  tools: CrmTools,
): Promise<Whose[]> {
  const owners = new Set(deals.map(({ owner }) => owner));
  if (owners.size < 2) return [];
  const people = await tools.stores.people.active();
  const persons = people.filter(({ _id }) => owners.has(_id));
  if (of === null) {
    const groups: Whose[] = [];
    for (const { _id, name } of await tools.stores.groups.all()) {
      const whose: Whose = { kind: 'group', id: _id, name };
      const holds = persons.some(({ group }) => group === _id);
      if (holds && mayAskOf(privately(turn.viewer), whose, await ownersOf(whose, tools))) groups.push(whose);
    }
    if (groups.length > 0) return groups;
  }
  return persons
    .filter(({ _id }) => of?.kind !== 'person' || _id !== of.id)
    .map(({ _id, name }) => ({ kind: 'person', id: _id, name }));
}
