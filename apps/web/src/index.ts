export { startWeb, type RunningWeb } from './start-web.ts';
export type { ExampleRegion } from './example/example-region.ts';
export type { WebParts } from './web-parts.ts';
