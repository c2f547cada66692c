import { ALERTS, type Alert } from '../../src/crm/room/room.ts';

/** The alerts that an administrator names, with commas; none for `none`, null where one is unknown. */
export function alertsOf(given: string | undefined): Alert[] | null {
  if (given === 'none') return [];
  const named = (given ?? '').split(',').map((one) => one.trim());
  const alerts = ALERTS.filter((alert) => named.includes(alert));
  return alerts.length === named.length ? alerts : null;
}
