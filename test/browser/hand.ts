import type { Locator, Page } from 'playwright-core';

/** How somebody works a page: what they choose, and how often they had to. Typing is no choice. */
export interface Hand {
  readonly page: Page;
  readonly choices: number;
  choose(target: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
}

/** What these need of the page; the tests know no document. */
interface Control {
  readonly type: string;
  readonly name: string;
  readonly ownerDocument: { readonly activeElement: Control };
}

const ask = <Answer>(target: Locator, question: (control: Control) => Answer): Promise<Answer> => target.evaluate(question as never);
const isFocused = (control: Control): boolean => control === control.ownerDocument.activeElement;
const isTicked = ({ type }: Control): boolean => ['checkbox', 'radio'].includes(type);

/** Inside the group that is looked for arrows go on; everywhere else Tab does. */
function nextKey({ name, ownerDocument: { activeElement } }: Control): string {
  return activeElement.type === 'radio' && activeElement.name === name ? 'ArrowDown' : 'Tab';
}

/** With a mouse or a finger. */
export function mouse(page: Page): Hand {
  let choices = 0;
  return {
    page,
    get choices() {
      return choices;
    },
    choose: async (target) => {
      choices += 1;
      await target.click();
    },
    type: (field, text) => field.fill(text),
  };
}

/** Never touches the mouse: Tab to it, in the order of the page, and Enter or space; arrows within a group of radio buttons. */
export function keyboard(page: Page): Hand {
  let choices = 0;
  const to = async (target: Locator): Promise<void> => {
    await target.waitFor({ state: 'attached' });
    for (let presses = 0; presses < 120 && !(await ask(target, isFocused)); presses += 1) {
      await page.keyboard.press(await ask(target, nextKey));
    }
    if (!(await ask(target, isFocused))) throw new Error(`The keyboard does not reach ${String(target)}`);
  };
  return {
    page,
    get choices() {
      return choices;
    },
    choose: async (target) => {
      choices += 1;
      await to(target);
      if (!(await ask(target, isTicked))) return page.keyboard.press('Enter');
      if (!(await target.isChecked())) await page.keyboard.press('Space');
    },
    type: async (field, text) => {
      await to(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
  };
}
