import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration & {
  forbidden: { name: string }[];
};

/** One broken border for every rule: a file and what it must not import. */
const seeds: Record<string, [from: string, to: string, kind?: 'type']> = {
  'border-main': ['src/main/x.ts', 'test/x.ts'],
  'border-app': ['src/app/x.ts', 'adapters/web/x.ts'],
  'border-capabilities': ['src/capabilities/a/x.ts', 'src/app/x.ts'],
  'border-rules': ['src/rules/x.ts', 'src/capabilities/a/x.ts'],
  'border-crm': ['src/crm/x.ts', 'src/chat/dispatch.ts'],
  'border-chat': ['src/chat/x.ts', 'src/crm/x.ts'],
  'border-understanding': ['src/understanding/x.ts', 'src/ledger/x.ts'],
  'border-ledger': ['src/ledger/x.ts', 'src/access/x.ts'],
  'border-access': ['src/access/x.ts', 'src/crm/x.ts'],
  'border-ports': ['src/ports/x.ts', 'src/infra/pino/x.ts'],
  'border-calendar': ['src/calendar/x.ts', 'src/understanding/x.ts'],
  'border-prompts': ['prompts/x.ts', 'src/understanding/x.ts'],
  'border-infra': ['src/infra/pino/x.ts', 'src/crm/x.ts'],
  'border-embedded-mongo': ['src/infra/embedded-mongo/x.ts', 'src/errors.ts'],
  'border-adapters': ['adapters/web/x.ts', 'src/crm/x.ts'],
  'types-only-capabilities': ['src/capabilities/a/x.ts', 'src/chat/dispatch.ts'],
  'types-only-infra': ['src/infra/pino/x.ts', 'src/chat/dispatch.ts'],
  'capabilities-apart': ['src/capabilities/a/x.ts', 'src/capabilities/b/x.ts', 'type'],
  'adapters-apart': ['adapters/web/x.ts', 'adapters/console/x.ts', 'type'],
  'driver-in-stores-alone': ['src/crm/deal/deal.ts', 'node_modules/mongoose/index.js'],
  'nothing-imports-tests': ['src/crm/x.ts', 'test/x.ts', 'type'],
  'no-cycles': ['src/crm/a.ts', 'src/crm/b.ts'],
  resolvable: ['src/crm/x.ts', 'src/crm/absent.ts'],
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'genjin-borders-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('every border has its seed', () => {
  expect(Object.keys(seeds).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
});

test.each(Object.entries(seeds))('%s bites', async (rule, [from, to, kind]) => {
  const up = '../'.repeat(from.split('/').length - 1);
  write('package.json', '{ "type": "module" }');
  cpSync(new URL('../../tsconfig.json', import.meta.url), join(root, 'tsconfig.json'));
  const word = kind === 'type' ? 'import type' : 'import';
  const target = to.startsWith('node_modules/') ? 'mongoose' : `${up}${to}`;
  write(
    from,
    `${word} { it } from '${target}';\nexport const own = ${kind === 'type' ? '1 as unknown as typeof it' : 'it'};\n`,
  );
  if (to.startsWith('node_modules/')) {
    write('node_modules/mongoose/package.json', '{ "name": "mongoose", "type": "module", "main": "index.js" }');
    write(to, 'export const it = 1;\n');
  } else if (rule === 'no-cycles') write(to, "import { own } from './a.ts';\nexport const it = own;\n");
  else if (rule !== 'resolvable') write(to, 'export const it = 1;\n');
  const { output } = await cruise(['.'], {
    ...config.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  });
  const broken = (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
  expect(broken).toContain(rule);
});

test('the check of the whole tree uses these borders', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(scripts.check).toContain('borders');
  expect(scripts.borders).toContain('.dependency-cruiser.cjs');
});
