import type { Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import type { FormHandler, Reading, RecentRecord } from '../../chat/capability.ts';
import { minorDigits } from '../../chat/format.ts';
import type { FormField } from '../../chat/message.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { type StagePreset, stageLabel } from '../../crm/deal/stages.ts';
import { INTERACTION_KINDS } from '../../crm/interaction/interaction.ts';
import { kindLabel } from '../../crm/interaction/kind-label.ts';
import type { Telling } from '../../crm/telling/telling.ts';
import { PersonError } from '../../errors.ts';
import type { CrmTools } from '../crm-turn.ts';
import { logMemo } from '../say-receipt.ts';
import { applyChanges } from './apply-changes.ts';
import { changesOf, faultsIn, STAGES } from './form-values.ts';
import { amendTexts } from './texts.ts';

const OFFERED = 50;

/** The form behind 修改 Edit: every field that the receipt tells of, as it reads now. */
export function createEditForm(tools: CrmTools): FormHandler<Viewer> {
  const { stores } = tools;
  return {
    async open(reading, { set }) {
      const record = recordOf(reading, set);
      if (record === null) return null;
      const { stages } = await stores.team.settings();
      const texts = amendTexts(reading.speaker.locale);
      const { telling } = logMemo(record);
      const fields = [
        ...(telling.account === null ? [] : await customerField(reading, telling.account)),
        ...interactionFields(reading, telling),
        ...dealFields(reading, telling, stages),
        ...stepFields(reading, telling),
        ...factFields(reading, telling),
      ];
      return fields.length === 0 ? null : { title: texts.formTitle, submit: texts.save, fields };
    },
    async options(reading, _args, typed) {
      const found = await stores.accounts.search(privately(reading.viewer), typed, OFFERED);
      return found.map((account) => ({ value: account._id, label: shortName(account) }));
    },
    check: (reading, _args, values) => faultsIn(values, amendTexts(reading.speaker.locale)),
    async submitted(turn, { set }, values) {
      const texts = amendTexts(turn.speaker.locale);
      const record = recordOf(turn, set);
      if (record === null) throw new PersonError(texts.gone);
      const [fault] = Object.values(faultsIn(values, texts));
      if (fault !== undefined) throw new PersonError(fault);
      const customer = values.customer || null;
      const account = customer === null ? null : await stores.accounts.byId(privately(turn.viewer), customer);
      if (customer !== null && account === null) throw new PersonError(texts.unknownCustomer);
      const named = account === null ? null : { id: account._id, name: shortName(account) };
      await applyChanges(turn, record, changesOf(values, named), null, tools);
    },
  };

  async function customerField({ speaker, viewer }: Reading<Viewer>, id: string): Promise<FormField[]> {
    const account = await stores.accounts.byId(privately(viewer), id);
    const options = account === null ? [] : [{ value: account._id, label: shortName(account) }];
    const { customer: label } = amendTexts(speaker.locale);
    return [{ id: 'customer', label, kind: 'choice', value: account?._id ?? '', options, searched: true }];
  }
}

const recordOf = ({ conversation }: Pick<Reading<Viewer>, 'conversation'>, set: unknown): RecentRecord | null =>
  conversation.recent.find((one) => one.set === set) ?? null;

function interactionFields({ speaker: { locale } }: Reading<Viewer>, { says }: Telling): FormField[] {
  if (says.interaction === null) return [];
  const texts = amendTexts(locale);
  const options = INTERACTION_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind, locale) }));
  return [
    { id: 'kind', label: texts.kind, kind: 'choice', value: says.interaction.kind, options },
    { id: 'day', label: texts.date, kind: 'date', value: says.interaction.day ?? '' },
  ];
}

function dealFields({ speaker: { locale } }: Reading<Viewer>, { says }: Telling, preset: StagePreset): FormField[] {
  const texts = amendTexts(locale);
  const { amount, stage, closeDate } = says.deal ?? { amount: null, stage: null, closeDate: null };
  const fields: FormField[] = [];
  if (amount !== null) {
    const { minor, currency } = amount.to;
    const value = String(minor / 10 ** minorDigits(currency));
    fields.push({ id: 'amount', label: texts.amountIn(currency), kind: 'text', value });
  }
  if (stage !== null) {
    const options = STAGES.map((one) => ({ value: one, label: stageLabel(preset, one, locale) }));
    fields.push({ id: 'stage', label: texts.stage, kind: 'choice', value: stage.to, options });
  }
  if (closeDate !== null) fields.push({ id: 'close', label: texts.closeDate, kind: 'date', value: closeDate.to });
  return fields;
}

function stepFields({ speaker: { locale } }: Reading<Viewer>, { says }: Telling): FormField[] {
  const texts = amendTexts(locale);
  return says.tasks.flatMap(({ title, day, time }, at): FormField[] => [
    { id: `step-${at}-day`, label: texts.when(title ?? texts.title), kind: 'date', value: day ?? '' },
    { id: `step-${at}-time`, label: texts.at(title ?? texts.title), kind: 'time', value: time ?? '' },
  ]);
}

function factFields({ speaker: { locale } }: Reading<Viewer>, { says }: Telling): FormField[] {
  const texts = amendTexts(locale);
  return says.facts.flatMap(({ name, phone, email }, at): FormField[] => [
    ...(phone === null ? [] : [textField(`fact-${at}-phone`, `${name} · ${texts.phone}`, phone)]),
    ...(email === null ? [] : [textField(`fact-${at}-email`, `${name} · ${texts.email}`, email)]),
  ]);
}

const textField = (id: string, label: string, value: string): FormField => ({ id, label, kind: 'text', value });
