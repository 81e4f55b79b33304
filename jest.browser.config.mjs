import node from './jest.config.mjs';

/** The same house, looked at through Debian's chromium; slower, so apart (npm run test:browser). */
export default {
  ...node,
  testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
