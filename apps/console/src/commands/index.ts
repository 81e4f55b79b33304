import type { Command } from '../command.ts';
import { deliver } from './deliver.ts';
import { migrate } from './migrate.ts';

/** In the order of the help. */
export const commands: readonly Command[] = [migrate, deliver];
