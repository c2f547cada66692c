import type { SlackSettings } from '../../adapters/slack/slack-config.ts';
import { probeSlack } from '../../adapters/slack/slack-directory.ts';
import type { AdapterMends } from './examine-adapter.ts';
import type { Finding } from './finding.ts';
import type { slackDoctorTexts } from './slack-texts.ts';

type Words = ReturnType<typeof slackDoctorTexts>;

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

/** What an administrator can do in Slack. */
export const slackMends = (words: Words): AdapterMends => ({
  unheard: words.nothingHeard,
  error: (code) => remedyOf(code, words),
});

/** By Slack's own word for an error. */
function remedyOf(code: string, words: Words): string {
  if (/auth|token|account_inactive/.test(code)) return words.token;
  if (code === 'address') return words.address;
  if (code === 'missing_scope') return words.scope;
  if (/channel|archived/.test(code)) return words.channel;
  if (code === 'not_linked') return words.notLinked;
  if (/limit/.test(code)) return words.busy;
  return /^(unreachable|http_)/.test(code) ? words.network : words.other;
}
