/** What Slack refuses of a view (docs.slack.dev: views, block elements). */
export function viewRefusal({ type, title, submit, blocks, private_metadata }: Record<string, unknown>): string | null {
  const list = blocks as { element?: { options?: { text: { text: string } }[]; initial_date?: string } }[];
  const long = [title, submit].some((one) => ((one as { text?: string } | undefined)?.text?.length ?? 0) > 24);
  const options = list.flatMap(({ element }) => element?.options ?? []);
  const wrong =
    list.length > 100 ||
    (type === 'modal' && (title === undefined || list.length === 0)) ||
    String(private_metadata ?? '').length > 3_000 ||
    options.some(({ text }) => text.text.length > 75 || text.text === '') ||
    list.some(({ element }) => (element?.options?.length ?? 0) > 100);
  return long || wrong ? 'invalid_arguments' : null;
}

/** What Slack refuses and the emulator takes: too much in a block or in all of them. */
export function refusal({ blocks, text }: Record<string, unknown>): string | null {
  if (typeof text === 'string' && text.length > 40_000) return 'msg_too_long';
  if (!Array.isArray(blocks)) return null;
  if (blocks.length > 50 || JSON.stringify(blocks).length > 40_000) return 'invalid_blocks';
  const tables = (blocks as { type: string; rows?: { text?: string }[][] }[]).filter(({ type }) => type === 'table');
  const tooWide = tables.some(({ rows = [] }) => rows.length > 100 || rows.some((row) => row.length > 20));
  const empty = tables.some(({ rows = [] }) => rows.flat().some(({ text }) => !text));
  if (tables.length > 1 || tooWide || empty) return 'invalid_blocks';
  const lengths = (blocks as Record<string, { text?: string }>[]).map((block) => {
    const own = block.text?.text?.length ?? 0;
    const fields = (block.fields ?? []) as unknown as { text: string }[];
    const buttons = (block.type as unknown) === 'actions' ? (block.elements ?? []) : [];
    const elements = buttons as unknown as { text: { text: string }; value: string }[];
    const limit = (block.type as unknown) === 'header' ? 150 : 3_000;
    const wrong =
      own > limit ||
      fields.length > 10 ||
      fields.some((field) => field.text.length > 2_000 || field.text === '') ||
      elements.length > 25 ||
      elements.some((element) => element.text.text.length > 75 || element.value.length > 2_000);
    return wrong ? -1 : own + fields.reduce((sum, field) => sum + field.text.length, 0);
  });
  if (lengths.includes(-1)) return 'invalid_blocks';
  return lengths.reduce((sum, length) => sum + length, 0) > 13_200 ? 'msg_blocks_too_long' : null;
}
