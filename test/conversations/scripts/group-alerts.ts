import { tengyun } from '../../support/sales-team.ts';
import type { Script } from './script.ts';

/** A group hears what all there may know: where the platform does not say who is there, that is nothing of a deal. */
export const groupAlerts: Script = {
  title: 'a group asks for alerts, and no more',
  people: ['chen', 'lin'],
  customers: [{ ...tengyun, deal: { units: 500_000, stage: 'needs', touchedAt: '2026-11-20T10:00:00+08:00' } }],
  talk: `
    chen@sales: 每天早上把滞留商机发到这个群
    <@sales ✓ 本群提醒 · 滞留商机…
    at 2026-11-25 10:00
    (known group) <@sales …腾云…
    lin@sales: 今天拜访了腾云王总,报价60万
    <@sales 已记 ✓
    = note 腾云 visit 2026-11-25
    = deal 腾云 60万 …
    chen@sales: 关闭本群提醒
    <@sales …
    at 2026-12-10 10:00`,
};
