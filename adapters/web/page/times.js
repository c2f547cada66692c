/** Times in one person's language and zone, on the server's business clock. */
export function createTimes({ locale, zone, now }) {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-US';
  const format = (options) => new Intl.DateTimeFormat(tag, { timeZone: zone, ...options });
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = format({ month: locale === 'zh' ? 'long' : 'short', day: 'numeric', weekday: 'short' });
  const dayOfYear = format({
    year: 'numeric',
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  });
  const full = format({ dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });
  const key = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  let ahead = new Date(now).getTime() - Date.now();

  const businessNow = () => new Date(Date.now() + ahead);
  const dayKey = (at) => key.format(new Date(at));
  const dayText = (at) => {
    const thisYear = dayKey(at).slice(0, 4) === dayKey(businessNow()).slice(0, 4);
    const text = (thisYear ? day : dayOfYear).format(new Date(at));
    // In English as the bot writes it: Mon Nov 23.
    return text.replace(/日(?=周)/, '日 ').replace(',', '');
  };

  return {
    zone,
    now: businessNow,
    /** The business clock was moved. */
    setNow(value) {
      ahead = new Date(value).getTime() - Date.now();
    },
    dayKey,
    dayText,
    time: (at) => time.format(new Date(at)),
    full: (at) => full.format(new Date(at)),
    /** The time today, else the day. */
    brief: (at) => (dayKey(at) === dayKey(businessNow()) ? time.format(new Date(at)) : dayText(at)),
    /** How far a day lies back: 0 is today. */
    daysAgo: (at) => Math.round((Date.parse(dayKey(businessNow())) - Date.parse(dayKey(at))) / 86_400_000),
    /** The instant at which clocks in the zone show this local date and time (`YYYY-MM-DDTHH:mm`). */
    instantOf(local) {
      const wanted = Date.parse(`${local}:00Z`);
      const shown = (at) => Date.parse(`${localOf(at)}:00Z`);
      // Once for the offset, once more where the offset changes in between.
      const first = wanted - (shown(wanted) - wanted);
      return new Date(wanted - (shown(first) - first));
    },
    localOf,
  };

  function localOf(at) {
    return `${dayKey(at)}T${format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))}`;
  }
}
