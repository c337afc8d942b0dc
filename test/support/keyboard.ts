/** A person without a mouse: what they reach with the Tab key, whether they see where they are, whether a dialog keeps them. */

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const STOPS_MAX = 250;

/** Presses Tab until the keyboard stands on it; every stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const wanted = await target.first().elementHandle();
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    await page.keyboard.press('Tab');
    const { unseen, isThere } = await page.evaluate(lookAtFocus, wanted);
    expect(unseen, 'the keyboard is somewhere nobody sees').toBeNull();
    if (isThere) return;
  }
  throw new Error(`${target} is not reached by ${STOPS_MAX} Tabs`);
}

/** Goes there and presses it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

export async function isFocused(target: Locator): Promise<boolean> {
  if ((await target.count()) === 0) return false;
  return target.first().evaluate((element) => element === document.activeElement);
}

/** Where the keyboard is, in words, for what a test says when it is elsewhere. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    return at === null || at === document.body
      ? 'nowhere'
      : `${at.tagName.toLowerCase()} ${at.getAttribute('aria-label') ?? at.textContent ?? ''}`;
  });
}

/** Runs in the page. The focused element has a place there, and a ring or a shadow; a field changes its border instead. */
function lookAtFocus(wanted: Element | null): { readonly unseen: string | null; readonly isThere: boolean } {
  const at = document.activeElement;
  const isThere = at === wanted;
  // The end of the page, where the browser's own bar begins.
  if (!(at instanceof HTMLElement) || at === document.body || at.matches('input, textarea, select')) return { unseen: null, isThere };
  const { width, height } = at.getBoundingClientRect();
  const { outlineStyle, boxShadow } = getComputedStyle(at);
  const isSeen = (outlineStyle !== 'none' || boxShadow !== 'none') && width > 0 && height > 0;
  return { unseen: isSeen ? null : at.outerHTML.slice(0, 200), isThere };
}

/** As many Tabs as it takes to go round: the keyboard stays inside. */
export async function expectTrapped(page: Page): Promise<void> {
  for (let stops = 0; stops < 30; stops += 1) {
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    expect(isInside, await focusOf(page)).toBe(true);
  }
}
