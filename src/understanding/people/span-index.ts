import type { Span } from '../text/normal-text.ts';

/** What stands at each character of a text: a text of nothing but names is then no dearer than its length. */
export class SpanIndex<T extends { span: Span }> {
  private readonly at = new Map<number, T>();

  constructor(all: readonly T[]) {
    for (const one of all)
      for (let place = one.span[0]; place < one.span[1]; place++) if (!this.at.has(place)) this.at.set(place, one);
  }

  /** What holds the whole span. */
  find([start, end]: Span): T | null {
    const there = this.at.get(start);
    return there && there.span[1] >= end ? there : null;
  }

  /** Whether anything shares a character with the span. */
  meets([start, end]: Span): boolean {
    for (let place = start; place < end; place++) if (this.at.has(place)) return true;
    return false;
  }
}
