import { CannotGoOn } from '../lifecycle/cannot-go-on.ts';

/** A setting that stops the program before anything has started. Names the setting, and never repeats what could be a secret. */
export class WrongSetting extends CannotGoOn {
  override readonly name = 'WrongSetting';
}
