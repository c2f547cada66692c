import base from '../../jest.config.js';

/** The lane of the real wechaty, which is installed for it alone: `npm run test:wechaty`. */
export default { ...base, rootDir: '../..', roots: ['<rootDir>/test/wechaty'], testMatch: ['**/*.lane.ts'] };
