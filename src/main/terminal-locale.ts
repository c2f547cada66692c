import type { Locale } from '../chat/texts.ts';

/**
 * The language of whoever sits at the terminal. Apart from the configuration, so that a tool which only speaks needs
 * not load what checks that.
 */
export function terminalLocale(env: Record<string, string | undefined>): Locale {
  const language = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
