export { startWeb } from './start-web.ts';
export type { ExampleRegion } from './example/example-region.ts';
