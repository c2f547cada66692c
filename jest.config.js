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
  testTimeout: 20000,
  // Every core; a worker that has grown is replaced, for the modules of each test file stay in its memory.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
};
