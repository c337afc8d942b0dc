/** A reading asked for before a change and answered after it, in a real browser: what was changed stays shown. */
import { expect, it } from 'vitest';
import { openLiveApi, openVisitor, signInOwner } from '../support/browser.ts';

const WEEK_AND_A_DAY_MS = 8 * 86_400_000;

it('does not bring back what stood before a press', { timeout: 60_000 }, async () => {
  const now = new Date();
  const api = await openLiveApi({ now: new Date(now.getTime() - WEEK_AND_A_DAY_MS) });
  await api.post('/v1/checklist/backup', { actor: 'olga' });
  api.clock.set(now);
  const owner = await openVisitor({ language: 'ru', scheme: 'light', device: 'desktop' });
  await signInOwner(api, owner);
  const { page } = owner;
  const done = page.getByRole('button', { name: 'Копию уже сделали' });
  await done.waitFor();

  let isAsked = false;
  let answerLate = (): void => undefined;
  const pressed = new Promise<void>((resolve) => {
    answerLate = resolve;
  });
  await page.route('**/v1/checklist', async (route) => {
    const before = await route.fetch();
    isAsked = true;
    await pressed;
    // Who no longer waits for it is gone already.
    await route.fulfill({ response: before }).catch(() => undefined);
  });
  // Somebody comes back to the window after a while: the page asks anew.
  await page.clock.setSystemTime(new Date(now.getTime() + 60_000));
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => isAsked).toBe(true);
  await done.click();
  await expect.poll(() => done.count()).toBe(0);
  answerLate();
  await page.unrouteAll({ behavior: 'wait' });
  // The late answer has reached the page, if the page still wanted it, and two frames have been drawn since.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 200)))));
  expect(await done.count()).toBe(0);
  expect(owner.troubles).toEqual([]);
});
