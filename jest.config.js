/** ESM all the way: agenda is ESM only, so tests run as Node's own modules, compiled by swc file by file. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/adapters', '<rootDir>/prompts', '<rootDir>/scripts', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testTimeout: 60000,
  // One more than a small machine has cores, for platforms' paces and retries are waited for, not computed. A worker that
  // has grown is replaced, for the modules of each test file stay in its memory.
  maxWorkers: 3,
  workerIdleMemoryLimit: '1GB',
};
