import { moneyText } from '../../chat/format.ts';
import type { Chart, Table } from '../../chat/message.ts';
import type { Locale } from '../../chat/texts.ts';
import { type StagePreset, stageLabel } from '../../crm/deal/stages.ts';
import type { Funnel, Total } from './funnel.ts';
import { pipelineTexts } from './texts.ts';

interface FunnelRow {
  label: string;
  value: string;
}

/** A report has eight lines; the first is its head. */
const MOST_ROWS = 7;

/**
 * The funnel in rows: the stages, then a total for each currency. Where that is too much, stages in which nothing stands
 * are left out; then the first total goes to the report's head (`inHead`, else null); then the last row counts the deals
 * of the totals that still do not fit.
 */
export function rowsOf(
  { stages, totals }: Funnel,
  preset: StagePreset,
  locale: Locale,
): { inHead: string | null; rows: FunnelRow[] } {
  const shown = stages.length + totals.length <= MOST_ROWS ? stages : stages.filter(({ count }) => count > 0);
  const rows = shown.map(({ stage, count, amounts, conversion }) => ({
    label: stageLabel(preset, stage, locale),
    value: [String(count), sumText(amounts, locale), conversion === null ? '' : `→${percent(conversion)}`]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  const room = MOST_ROWS - rows.length;
  const [first, ...others] = totals;
  if (first === undefined || totals.length <= room)
    return { inHead: null, rows: [...rows, ...totalRows(totals, room, locale)] };
  const { label, value } = totalRow(first, locale);
  return { inHead: `${label} ${value}`, rows: [...rows, ...totalRows(others, room, locale)] };
}

const totalRow = (total: Total, locale: Locale): FunnelRow => {
  const { total: label, deals } = pipelineTexts(locale);
  return { label, value: `${deals(total.count)} · ${totalText(total, locale)}` };
};

function totalRows(totals: readonly Total[], most: number, locale: Locale): FunnelRow[] {
  const shown = totals.length <= most ? totals : totals.slice(0, most - 1);
  const others = totals.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  const { total: label, otherDeals } = pipelineTexts(locale);
  return [
    ...shown.map((total) => totalRow(total, locale)),
    ...(others > 0 ? [{ label, value: otherDeals(others) }] : []),
  ];
}

/** The same figures in columns, for platforms that show tables. */
export function tableOf(funnel: Funnel, preset: StagePreset, locale: Locale): Omit<Table, 'title'> {
  const { stage, count, amount, conversion, total } = pipelineTexts(locale);
  const stages = funnel.stages.map((one) => [
    stageLabel(preset, one.stage, locale),
    String(one.count),
    sumText(one.amounts, locale),
    percent(one.conversion),
  ]);
  const sums = funnel.totals.map((one) => [total, String(one.count), totalText(one, locale), '']);
  return { head: [stage, count, amount, conversion], rows: [...stages, ...sums], figures: [1, 2, 3] };
}

/** How many deals stand in each stage, drawn where at least two of them have any. */
export function chartOf({ stages }: Funnel, preset: StagePreset, locale: Locale): Chart | null {
  if (stages.filter(({ count }) => count > 0).length < 2) return null;
  const bars = stages.map(({ stage, count }) => ({ label: stageLabel(preset, stage, locale), value: count }));
  return { of: pipelineTexts(locale).chart, bars };
}

const totalText = ({ currency, amount }: Total, locale: Locale): string =>
  currency === null ? pipelineTexts(locale).noAmount : moneyText(amount, currency, locale);

const sumText = (amounts: Map<string, number>, locale: Locale): string =>
  [...amounts].map(([currency, minor]) => moneyText(minor, currency, locale)).join(' + ');

const percent = (share: number | null): string => (share === null ? '' : `${Math.round(share * 100)}%`);
