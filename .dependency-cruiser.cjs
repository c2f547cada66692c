/**
 * Who may know whom: DESIGN's floors as data. A room may import itself, its list here, and what is free to all; nothing
 * else. test/house-rules/borders.test.ts breaks each border on purpose to see that it holds.
 */
const free = ['src/errors\\.ts', 'src/calendar/', 'src/chat/(message|texts|format|width)\\.ts'];

const rooms = {
  main: { at: '^(src/main\\.ts|src/main/|src/config\\.ts|scripts/)', may: ['src/', 'adapters/', 'prompts/'] },
  app: { at: '^src/app/', may: ['src/(chat|capabilities|rules|access|crm|ledger|understanding|ports)/'] },
  capabilities: {
    at: '^src/capabilities/',
    may: ['src/(rules|crm|ledger|access|ports)/'],
    typesOf: ['src/(chat|understanding)/'],
  },
  rules: { at: '^src/rules/', may: ['src/(crm|ledger|access|ports)/'] },
  crm: { at: '^src/crm/', may: ['src/(ledger|access|ports)/'] },
  chat: { at: '^src/chat/', may: ['src/(understanding|ledger|ports)/'] },
  understanding: { at: '^src/understanding/', may: ['src/ports/', 'prompts/'] },
  ledger: { at: '^src/ledger/', may: ['src/ports/'] },
  access: { at: '^src/access/', may: [] },
  ports: { at: '^src/ports/', may: [] },
  calendar: { at: '^src/calendar/', may: [] },
  prompts: { at: '^prompts/', may: [] },
  infra: { at: '^src/infra/(?!embedded-mongo)', may: ['src/ports/'], typesOf: ['src/chat/'] },
  'embedded-mongo': { at: '^src/infra/embedded-mongo/', may: [], closed: true },
  adapters: { at: '^adapters/', may: ['src/(chat|ports)/'] },
};

const inOwnTree = '^(src|adapters|prompts|scripts|test)/';
const tests = '(\\.test\\.ts$|/testing/)';

const borders = Object.entries(rooms).map(([name, { at, may, closed }]) => ({
  name: `border-${name}`,
  comment: `${name} may import ${[...may, ...(closed ? [] : free)].join(', ') || 'nothing'} and itself`,
  severity: 'error',
  from: { path: at, pathNot: tests },
  to: {
    path: inOwnTree,
    pathNot: [at, ...may, ...(closed ? [] : free), ...(rooms[name].typesOf ?? [])].map((path) =>
      path.startsWith('^') ? path : `^${path}`,
    ),
  },
}));

const typesOnly = Object.entries(rooms)
  .filter(([, { typesOf }]) => typesOf)
  .map(([name, { at, typesOf }]) => ({
    name: `types-only-${name}`,
    comment: `${name} knows only the types of ${typesOf.join(', ')}`,
    severity: 'error',
    from: { path: at, pathNot: tests },
    to: {
      path: typesOf.map((path) => `^${path}`),
      pathNot: free.map((path) => `^${path}`),
      dependencyTypesNot: ['type-only'],
    },
  }));

module.exports = {
  forbidden: [
    ...borders,
    ...typesOnly,
    {
      name: 'capabilities-apart',
      comment: 'a capability never knows another one',
      severity: 'error',
      from: { path: '^src/capabilities/([^/]+)/', pathNot: tests },
      to: { path: '^src/capabilities/([^/]+)/', pathNot: '^src/capabilities/$1/' },
    },
    {
      name: 'adapters-apart',
      comment: 'an adapter never knows another one',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/', pathNot: tests },
      to: { path: '^adapters/([^/]+)/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'driver-in-stores-alone',
      comment:
        'only *-store.ts, the ledger and infra/mongo name mongoose or the driver; infra/agenda and main hand a connection on',
      severity: 'error',
      from: {
        path: '^(src|adapters|prompts)/',
        pathNot: ['-store\\.ts$', '^src/ledger/', '^src/infra/(mongo|agenda|embedded-mongo)/', tests],
      },
      to: { path: 'node_modules/(mongoose|mongodb)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(src|adapters|prompts|scripts)/', pathNot: tests },
      to: { path: '^test/' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: inOwnTree }, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|adapters/web/page)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
};
