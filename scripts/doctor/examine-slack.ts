import type { SlackSettings } from '../../adapters/slack/slack-config.ts';
import { probeSlack } from '../../adapters/slack/slack-directory.ts';
import type { SlackState } from '../../adapters/slack/slack-health.ts';
import type { Finding } from './finding.ts';
import type { slackDoctorTexts } from './slack-texts.ts';

type Words = ReturnType<typeof slackDoctorTexts>;

/** An error older than this no longer says how things are. */
const RECENT_MS = 24 * 3_600_000;

/** Tries the tokens, where Slack is configured. */
export async function examineSlack(settings: SlackSettings | null, words: Words): Promise<Finding> {
  if (settings === null) return { ok: null, what: words.off, mend: '' };
  const probe = await probeSlack(settings);
  if (probe.kind === 'works')
    return { ok: true, what: words.works(probe.team, probe.bot, words[settings.door.kind]), mend: '' };
  const mend = /^(unreachable|http_)/.test(probe.code) ? words.network : words.token;
  return {
    ok: false,
    what: words.fails(probe.token, probe.code),
    mend: probe.token === 'SLACK_APP_TOKEN' && mend === words.token ? words.appToken : mend,
  };
}

/** What the running adapter has written of itself: connection, traffic, last error with its remedy. */
export function slackStateFindings(state: SlackState | null, now: Date, words: Words): Finding[] {
  if (state === null || state.connection === 'stopped') return [{ ok: null, what: words.stopped, mend: '' }];
  const { connection, since, reconnects, lastIn, lastOut, lastError } = state;
  const findings: Finding[] = [
    connection === 'connected'
      ? { ok: true, what: words.connected(since.toISOString(), reconnects), mend: '' }
      : { ok: false, what: words.connecting(since.toISOString()), mend: words.connectingMend },
    {
      ok: lastIn !== null,
      what: words.traffic(lastIn?.toISOString() ?? words.never, lastOut?.toISOString() ?? words.never),
      mend: words.nothingHeard,
    },
  ];
  if (lastError !== null && now.getTime() - lastError.at.getTime() < RECENT_MS)
    findings.push({
      ok: false,
      what: words.lastError(lastError.code, lastError.at.toISOString()),
      mend: remedyOf(lastError.code, words),
    });
  return findings;
}

/** What an administrator can do about an error, by Slack's own word for it. */
function remedyOf(code: string, words: Words): string {
  if (/auth|token|account_inactive/.test(code)) return words.token;
  if (code === 'missing_scope') return words.scope;
  if (/channel|archived/.test(code)) return words.channel;
  if (code === 'not_linked') return words.notLinked;
  if (/limit/.test(code)) return words.busy;
  return /^(unreachable|http_)/.test(code) ? words.network : words.other;
}
