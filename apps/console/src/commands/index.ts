import type { Command } from '../command.ts';
import { accountAdd, accountLink, accountResetSecondFactor, accountUnbind } from './account.ts';
import { deliver } from './deliver.ts';
import { importCommand } from './import.ts';
import { migrate } from './migrate.ts';
import { signals } from './signals.ts';
import { sweep } from './sweep.ts';
import { ties } from './ties.ts';

/** In the order of the help. */
export const commands: readonly Command[] = [migrate, importCommand, ties, signals, sweep, deliver, accountAdd, accountLink, accountResetSecondFactor, accountUnbind];
