import root from '../../jest.config.js';

/** The tests that need a browser; apart from the others, which need Node alone. `CHROMIUM` names the browser's program. */
export default {
  ...root,
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testMatch: ['**/*.browser.ts'],
  testTimeout: 120_000,
};
