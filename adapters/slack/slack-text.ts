/** Slack's own marks within a text: `<@U1>`, `<#C1|general>`, `<!here>`, `<https://x|label>`. People's own < and > are escaped. */
const MARK = /<([^<>]*)>/g;

/**
 * What a person typed, read from Slack's markup: mentions of `self` go, marks become what they show, entities what they
 * stand for. `emoji`: what `:name:` stands for, where the event says so.
 */
export function readText(text: string, self: string, emoji: ReadonlyMap<string, string> = new Map()): string {
  const shown = text.replace(MARK, (_, inner: string) => {
    const bar = inner.indexOf('|');
    const target = bar < 0 ? inner : inner.slice(0, bar);
    const label = bar < 0 ? undefined : inner.slice(bar + 1);
    return target === `@${self}` ? '' : readMark(target, label);
  });
  return shown
    .replace(/:([a-z0-9_+'-]+):/g, (whole, name: string) => emoji.get(name) ?? whole)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

function readMark(target: string, label: string | undefined): string {
  if (target.startsWith('@') || target.startsWith('#')) return `${target[0]}${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^', 1)[0]}`;
  const address = target.replace(/^(mailto|tel):/, '');
  if (label === undefined) return address;
  return target.includes(label) || address !== target ? label : `${label} (${target})`;
}

/** Whether a text mentions this user. */
export const mentions = (text: string, user: string): boolean =>
  text.includes(`<@${user}>`) || text.includes(`<@${user}|`);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text that Slack shows as it is: no mention, no link. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of a text, escaped, within `limit` of Slack's characters; `…` where something is left out. */
export function clip(text: string, limit: number): string {
  const whole = escapeText(text);
  if (whole.length <= limit) return whole;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    const next = escapeText(segment);
    if (kept.length + next.length > limit - 1) break;
    kept += next;
  }
  return `${kept}…`;
}

/**
 * Cuts a text into escaped pieces of at most `limit` of Slack's characters (UTF-16 units, entities written out), never
 * inside a character or an entity, at the end of a line where there is one in the second half of the piece.
 */
export function splitText(text: string, limit: number): string[] {
  if (escapeText(text).length <= limit) return [escapeText(text)];
  const pieces: string[] = [];
  let piece = '';
  const close = (at: number) => {
    pieces.push(piece.slice(0, at).trimEnd());
    piece = piece.slice(at).replace(/^\n/, '');
  };
  for (const { segment } of graphemes.segment(text)) {
    // A base with hundreds of marks is one grapheme; it may fall apart into its signs, never into half of one.
    for (const sign of segment.length > limit / 2 ? segment : [segment]) {
      const next = escapeText(sign);
      if (piece.length + next.length > limit) {
        const line = piece.lastIndexOf('\n');
        close(line > limit / 2 ? line : piece.length);
      }
      piece += next;
    }
  }
  if (piece.trim() !== '') pieces.push(piece);
  return pieces.filter((one) => one !== '');
}
