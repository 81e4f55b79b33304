import type { Command } from '../command.ts';
import { migrate } from './migrate.ts';

/** In the order of the help. */
export const commands: readonly Command[] = [migrate];
