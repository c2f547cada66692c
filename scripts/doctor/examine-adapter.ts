import type { AdapterState } from '../../src/chat/adapter-health.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import { type Finding, minuteText } from './finding.ts';

/** An error older than this no longer says how things are. */
const RECENT_MS = 24 * 3_600_000;

const texts = defineTexts({
  zh: {
    connected: (name: string, since: string, reconnects: number) => `${name} 已连接(自 ${since},重连 ${reconnects} 次)`,
    connecting: (name: string, since: string) => `${name} 没连上(自 ${since})`,
    connectingMend: '看下面的错误;服务没开的话先 npm start。',
    stopped: (name: string) => `${name} 没在运行`,
    traffic: (name: string, heard: string, said: string) => `${name} 最近收到:${heard};最近发出:${said}`,
    unheard: (name: string, said: string) => `${name} 已连接,还没收到消息;最近发出:${said}`,
    said: (name: string, said: string) => `${name} 最近发出:${said}`,
    never: '还没有',
    lastError: (name: string, code: string, at: string) => `${name} 最近的错误:${code}(${at})`,
  },
  en: {
    connected: (name: string, since: string, reconnects: number) =>
      `${name} is connected (since ${since}, ${reconnects === 1 ? '1 reconnect' : `${reconnects} reconnects`})`,
    connecting: (name: string, since: string) => `${name} is not connected (since ${since})`,
    connectingMend: 'See the error below; if the server is not running, npm start.',
    stopped: (name: string) => `${name} is not running`,
    traffic: (name: string, heard: string, said: string) => `${name} last heard: ${heard}; last said: ${said}`,
    unheard: (name: string, said: string) => `${name} last heard: never; last said: ${said}`,
    said: (name: string, said: string) => `${name} last said: ${said}`,
    never: 'never',
    lastError: (name: string, code: string, at: string) => `${name}'s last error: ${code} (${at})`,
  },
});

/** What an administrator of that platform can do. */
export interface AdapterMends {
  /** Connected, but nothing was ever heard; null where that is nothing to speak of. */
  unheard: string | null;
  /** By the platform's own word for an error. */
  error(code: string): string;
}

/** What a running adapter has written of itself: connection, traffic, last error with its remedy. `name`: as people call it. */
export function adapterFindings(
  name: string,
  state: AdapterState | null,
  now: Date,
  mends: AdapterMends,
  locale: Locale,
): Finding[] {
  const words = texts(locale);
  if (state === null || state.connection === 'stopped') return [{ ok: null, what: words.stopped(name), mend: '' }];
  const { connection, since, reconnects, lastOut, lastError } = state;
  const said = lastOut === null ? words.never : minuteText(lastOut);
  const findings: Finding[] = [
    connection === 'connected'
      ? { ok: true, what: words.connected(name, minuteText(since), reconnects), mend: '' }
      : { ok: false, what: words.connecting(name, minuteText(since)), mend: words.connectingMend },
    traffic(name, said, state.lastIn, mends, words),
  ];
  if (lastError !== null && now.getTime() - lastError.at.getTime() < RECENT_MS)
    findings.push({
      ok: false,
      what: words.lastError(name, lastError.code, minuteText(lastError.at)),
      mend: mends.error(lastError.code),
    });
  return findings;
}

function traffic(
  name: string,
  said: string,
  lastIn: Date | null,
  { unheard }: AdapterMends,
  words: ReturnType<typeof texts>,
): Finding {
  if (lastIn !== null) return { ok: true, what: words.traffic(name, minuteText(lastIn), said), mend: '' };
  return unheard === null
    ? { ok: null, what: words.said(name, said), mend: '' }
    : { ok: false, what: words.unheard(name, said), mend: unheard };
}
