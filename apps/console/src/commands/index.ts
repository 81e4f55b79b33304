import type { Command } from '../command.ts';
import { deliver } from './deliver.ts';
import { migrate } from './migrate.ts';
import { signals } from './signals.ts';
import { sweep } from './sweep.ts';

/** In the order of the help. */
export const commands: readonly Command[] = [migrate, signals, sweep, deliver];
