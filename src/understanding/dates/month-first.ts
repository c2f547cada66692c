/** Zones of the United States, where 10/14 is 14 October; the states' own zones (America/Indiana/…) count by their folder. */
const UNITED_STATES = new Set(
  (
    'America/New_York America/Detroit America/Chicago America/Denver America/Boise America/Phoenix America/Los_Angeles ' +
    'America/Anchorage America/Juneau America/Sitka America/Nome America/Yakutat America/Metlakatla America/Adak ' +
    'America/Menominee America/Puerto_Rico Pacific/Honolulu Pacific/Guam EST5EDT CST6CDT MST7MDT PST8PDT'
  ).split(' '),
);
const STATES = /^(?:America\/(?:Indiana|Kentucky|North_Dakota)\/|US\/)/;

/** Whether numeric dates are written month first in a zone. */
export function isMonthFirst(timeZone: string): boolean {
  return UNITED_STATES.has(timeZone) || STATES.test(timeZone);
}
