import { expect, type Locator, type Page } from '@playwright/test';

/** More presses than any part of a page has stops. */
const MOST_STOPS = 90;

/**
 * Somebody who has a keyboard and nothing else. After each step the focus is somewhere, and can be seen there:
 * by an outline, or by a caret.
 */
export class Keys {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.expectFocusSeen(`after ${key}`);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.expectFocusSeen(`after typing ${text}`);
  }

  /** Presses Tab, or another key that moves the focus, until it is at the target. */
  async to(target: Locator, key = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < MOST_STOPS; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        await this.expectFocusSeen(`at ${target.toString()}`);
        return;
      }
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not get to ${target.toString()}`);
  }

  /** Goes to a button or a link and presses it. */
  async use(target: Locator, key = 'Tab'): Promise<void> {
    await this.to(target, key);
    await this.press('Enter');
  }

  /** Chooses from a list of the browser's own, by what its entry begins with. */
  async choose(list: Locator, value: string, first: string): Promise<void> {
    await this.to(list);
    await this.page.keyboard.type(first);
    await expect(list).toHaveValue(value);
  }

  async expectFocusSeen(when: string): Promise<void> {
    // A dialog that closes, or a page that comes, gives the focus on a moment later.
    await expect.poll(() => this.page.evaluate(howFocusIsSeen), { message: when }).toMatch(/^seen/);
  }
}

/** How the focus shows where it is; a problem where it does not. */
function howFocusIsSeen(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return 'the focus is nowhere';
  if (element.getClientRects().length === 0) return `hidden: ${element.outerHTML.slice(0, 120)}`;
  if (element instanceof HTMLElement && element.isContentEditable) return 'seen by its caret';
  const isField = 'input:not([type=radio], [type=checkbox], [type=color]), textarea';
  if (element.matches(isField)) return 'seen by its caret';
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (element.matches(':focus-visible') && outlineStyle !== 'none' && outlineWidth !== '0px') {
    return 'seen by its outline';
  }
  return `without an outline: ${element.outerHTML.slice(0, 160)}`;
}
