import type { ContactBirthday } from '../../src/crm/contact/contact.ts';
import type { Stage } from '../../src/crm/deal/stages.ts';

export interface DemoAccount {
  name: string;
  alias: string;
  owner: 'lin' | 'emma' | 'chen';
  industry: string;
  region: string;
  important?: true;
  contacts: { name: string; title: string; alias?: string; birthday?: ContactBirthday }[];
  deal?: {
    units: number;
    currency: string;
    stage: Stage;
    quietDays: number;
    closesIn?: number;
    furthest?: Stage;
    lost?: string;
  };
  /** Days from today of an open step, and what it is. */
  step?: { inDays: number; time?: string; title: string };
}

/** A birthday by the solar calendar. */
export const solar = (month: number, day: number, year: number | null = null): ContactBirthday => ({
  calendar: 'solar',
  month,
  day,
  year,
  leap: false,
});
/** A birthday by the lunar calendar; `leap`: in a leap month. */
export const lunar = (month: number, day: number, leap = false): ContactBirthday => ({
  calendar: 'lunar',
  month,
  day,
  year: null,
  leap,
});

/** A deal in yuan: units, stage, days since the last touch, days to the expected signing. */
export const cny = (units: number, stage: Stage, quietDays: number, closesIn?: number) => ({
  units,
  currency: 'CNY',
  stage,
  quietDays,
  ...(closesIn === undefined ? {} : { closesIn }),
});
/** The same in US dollars. */
export const usd = (units: number, stage: Stage, quietDays: number, closesIn?: number) => ({
  units,
  currency: 'USD',
  stage,
  quietDays,
  ...(closesIn === undefined ? {} : { closesIn }),
});
