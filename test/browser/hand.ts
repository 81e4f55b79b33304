import type { Locator, Page } from 'playwright-core';

/** How somebody works a page: what they choose, and how often they had to. Typing is no choice. */
export interface Hand {
  readonly page: Page;
  readonly choices: number;
  choose(target: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
}

const IS_FOCUSED = 'element === document.activeElement';
const IS_TICKED = "['checkbox', 'radio'].includes(element.type)";
/** Inside the group that is looked for arrows go on; everywhere else Tab does. */
const NEXT_KEY = "document.activeElement.type === 'radio' && document.activeElement.name === element.name ? 'ArrowDown' : 'Tab'";

/** In words of the browser: the tests know no document. */
const ask = <Answer>(target: Locator, question: string): Promise<Answer> => target.evaluate(new Function('element', `return ${question}`) as (element: unknown) => Answer);
const isFocused = (target: Locator): Promise<boolean> => ask(target, IS_FOCUSED);

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
    for (let presses = 0; presses < 120 && !(await isFocused(target)); presses += 1) {
      await page.keyboard.press(await ask<string>(target, NEXT_KEY));
    }
    if (!(await isFocused(target))) throw new Error(`The keyboard does not reach ${String(target)}`);
  };
  return {
    page,
    get choices() {
      return choices;
    },
    choose: async (target) => {
      choices += 1;
      await to(target);
      if (!(await ask<boolean>(target, IS_TICKED))) return page.keyboard.press('Enter');
      if (!(await target.isChecked())) await page.keyboard.press('Space');
    },
    type: async (field, text) => {
      await to(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
  };
}
