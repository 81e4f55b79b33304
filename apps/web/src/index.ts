export { startWeb, type RunningWeb } from './start-web.ts';
export type { WebParts } from './web-parts.ts';
