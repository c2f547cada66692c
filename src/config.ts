import { z } from 'zod';
import { slackTogether } from '../adapters/slack/slack-config.ts';
import { wecomAppTogether } from '../adapters/wecom-app/wecom-app-config.ts';
import { wecomBotTogether } from '../adapters/wecom-bot/wecom-bot-config.ts';
import { defineTexts } from './chat/texts.ts';
import { PersonError } from './errors.ts';
import { terminalLocale } from './main/terminal-locale.ts';

const text = z.string().trim().min(1);

/** An IANA zone that this machine knows. */
const zone = text.refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}, 'Asia/Shanghai');

/** The variables of the bot itself; each adapter adds its own (`x-config.ts`). `.env.example` explains every one. */
export const baseConfig = z.object({
  DATA_DIR: text.default('./data'),
  MONGODB_URI: text.regex(/^mongodb(\+srv)?:\/\//, 'mongodb://…').optional(),
  TEAM_LOCALE: z.enum(['zh', 'en']).default('zh'),
  TEAM_ZONE: zone.default('Asia/Shanghai'),
  TEAM_CURRENCY: text.regex(/^[A-Z]{3}$/, 'CNY').default('CNY'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LLM_API_KEY: text.optional(),
  LLM_MODEL: text.optional(),
  LLM_CALLS_PER_MINUTE: z.coerce.number().int().min(1).max(600).default(10),
  LLM_TOKENS_PER_DAY: z.coerce.number().int().min(1_000).default(200_000),
});

/** Variables that only mean something together: with one of `set`, all of `needs` are wanted and one of `oneOf`. */
const togetherGroups: readonly {
  set: readonly string[];
  needs: readonly string[];
  oneOf?: readonly string[];
}[] = [
  { set: ['LLM_BASE_URL', 'LLM_API_KEY', 'LLM_MODEL'], needs: ['LLM_BASE_URL', 'LLM_MODEL'] },
  slackTogether,
  wecomAppTogether,
  wecomBotTogether,
];

/** What is wrong with the variables: shown to whoever starts the bot, without the values. */
export interface ConfigFault {
  variable: string;
  kind: 'missing' | 'wrong';
  /** What is needed together, or what would do: an example or a range, which every language reads. */
  hint: string;
}

/** What was read, or every fault at once. An empty variable counts as not set. */
export function readConfig<T extends z.ZodObject>(
  schema: T,
  env: Record<string, string | undefined>,
): { kind: 'ok'; config: Readonly<z.infer<T>> } | { kind: 'faults'; faults: ConfigFault[] } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = schema.safeParse(set);
  const faults: ConfigFault[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ variable: issue.path.join('.'), kind: 'wrong', hint: wouldDo(issue) }));
  for (const group of togetherGroups) if (group.set.some((name) => name in set)) faults.push(...missing(group, set));
  return faults.length > 0 || !parsed.success
    ? { kind: 'faults', faults }
    : { kind: 'ok', config: Object.freeze(parsed.data) };
}

/** What a variable may hold; the schemas' own messages are examples already. */
function wouldDo(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.join(' | ');
    case 'too_small':
      return issue.origin === 'string' ? issue.message : `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'invalid_type':
      return issue.expected === 'int' || issue.expected === 'number' ? '0, 1, 2 …' : issue.expected;
    default:
      return issue.code === 'invalid_format' && issue.format === 'url' ? 'https://…' : issue.message;
  }
}

function missing(group: (typeof togetherGroups)[number], set: Record<string, unknown>): ConfigFault[] {
  const { needs, oneOf = [] } = group;
  const absent = needs.filter((variable) => !(variable in set));
  if (oneOf.length > 0 && !oneOf.some((variable) => variable in set)) absent.push(oneOf.join(' / '));
  const hint = [...needs, ...(oneOf.length > 0 ? [oneOf.join(' / ')] : [])].join(' + ');
  return absent.map((variable) => ({ variable, kind: 'missing', hint }));
}

/** The variables or a PersonError that names each fault, in the terminal's language. */
export function loadConfig<T extends z.ZodObject>(
  schema: T,
  env: Record<string, string | undefined>,
): Readonly<z.infer<T>> {
  const read = readConfig(schema, env);
  if (read.kind === 'ok') return read.config;
  const words = faultWords(terminalLocale(env));
  throw new PersonError(
    [
      words.head,
      ...read.faults.map((fault) => `  ${fault.variable}: ${words[fault.kind](fault.hint)}`),
      words.tail,
    ].join('\n'),
  );
}

/** What the reader of a terminal is told of faults in the configuration. */
export const faultWords = defineTexts({
  zh: {
    head: '配置有误:',
    missing: (hint: string) => `缺少(要一起填:${hint})`,
    wrong: (hint: string) => `值不对(可填:${hint})`,
    tail: '改 .env 或环境变量;各项说明见 .env.example。',
  },
  en: {
    head: 'The configuration is not right:',
    missing: (hint: string) => `missing (needed together: ${hint})`,
    wrong: (hint: string) => `not usable (what would do: ${hint})`,
    tail: 'Mend .env or the environment; .env.example explains each variable.',
  },
});
