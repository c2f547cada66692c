import { aboutText, moneyText } from '../../chat/format.ts';
import type { Chart, Table } from '../../chat/message.ts';
import type { Locale } from '../../chat/texts.ts';
import { type StagePreset, stageLabel } from '../../crm/deal/stages.ts';
import type { Reckoning } from '../../crm/rate/reckon.ts';
import { includedText, sumText } from '../rate-words.ts';
import type { Funnel, Total } from './funnel.ts';
import { pipelineTexts } from './texts.ts';

interface FunnelRow {
  label: string;
  value: string;
}

/** A report has eight lines; the first is its head. */
const MOST_ROWS = 7;

/** For whom a funnel is written, and how its sums are put together. */
interface FunnelReader {
  preset: StagePreset;
  reckoning: Reckoning;
  locale: Locale;
}

/**
 * The funnel in rows: the stages, then the totals, each with what of it was reckoned by a rate. Where that is too much,
 * stages in which nothing stands are left out; then the first total goes to the report's head (`inHead`, else null);
 * then the last row counts the deals of the totals that still do not fit. A line that is to stand below them goes
 * where there is no room for it.
 */
export function rowsOf(
  { stages, totals }: Pick<Funnel, 'stages' | 'totals'>,
  reader: FunnelReader,
  below: readonly string[] = [],
): { inHead: string | null; rows: FunnelRow[]; below: readonly string[] } {
  const { preset, reckoning, locale } = reader;
  const included = totals.flatMap((total) => includedRow(total, reader));
  const most = MOST_ROWS - below.length - included.length;
  const shown = stages.length + totals.length <= most ? stages : stages.filter(({ count }) => count > 0);
  const rows = shown.map(({ stage, count, amounts, conversion }) => ({
    label: stageLabel(preset, stage, locale),
    value: [String(count), sumText(amounts, reckoning, locale), conversion === null ? '' : `→${percent(conversion)}`]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  const room = most - rows.length;
  const [first, ...others] = totals;
  if (first === undefined) return { inHead: null, rows, below };
  const { label, value } = totalRow(first, locale);
  if (totals.length <= room)
    return { inHead: null, rows: [...rows, { label, value }, ...included, ...totalRows(others, room, locale)], below };
  if (below.length > 0 && others.length > room) return rowsOf({ stages, totals }, reader);
  const all = [...rows, ...included, ...totalRows(others, Math.max(room, 1), locale)];
  return { inHead: `${label} ${value}`, rows: all, below };
}

const totalRow = (total: Total, locale: Locale): FunnelRow => {
  const { total: label, deals } = pipelineTexts(locale);
  return { label, value: `${deals(total.count)} · ${totalText(total, locale)}` };
};

/** What of a total is in other currencies, and by which rates it was reckoned. */
function includedRow({ foreign = new Map() }: Total, { reckoning, locale }: FunnelReader): FunnelRow[] {
  if (foreign.size === 0) return [];
  return [{ label: pipelineTexts(locale).included, value: includedText(foreign, reckoning, locale) }];
}

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
export function tableOf(funnel: Funnel, reader: FunnelReader): Omit<Table, 'title'> {
  const { preset, locale } = reader;
  const { stage, count, amount, conversion, total } = pipelineTexts(locale);
  const stages = funnel.stages.map((one) => [
    stageLabel(preset, one.stage, locale),
    String(one.count),
    sumText(one.amounts, reader.reckoning, locale),
    percent(one.conversion),
  ]);
  const sums = funnel.totals.flatMap((one) => [
    [total, String(one.count), totalText(one, locale), ''],
    ...includedRow(one, reader).map(({ label, value }) => [label, '', value, '']),
  ]);
  return { head: [stage, count, amount, conversion], rows: [...stages, ...sums], figures: [1, 2, 3] };
}

/** How many deals stand in each stage, drawn where at least two of them have any. */
export function chartOf({ stages }: Funnel, preset: StagePreset, locale: Locale): Chart | null {
  if (stages.filter(({ count }) => count > 0).length < 2) return null;
  const bars = stages.map(({ stage, count }) => ({ label: stageLabel(preset, stage, locale), value: count }));
  return { of: pipelineTexts(locale).chart, bars };
}

export const totalText = ({ currency, amount, foreign }: Total, locale: Locale): string => {
  if (currency === null) return pipelineTexts(locale).noAmount;
  return (foreign === undefined ? moneyText : aboutText)(amount, currency, locale);
};

const percent = (share: number | null): string => (share === null ? '' : `${Math.round(share * 100)}%`);
