import { expect, it } from 'vitest';
import { startClockAt } from './clock.ts';

it('starts at the instant it is given and runs on with real time', async () => {
  const startsAt = new Date('2031-03-29T22:59:58.000Z');
  const clock = startClockAt(startsAt);
  expect(clock.now().getTime() - startsAt.getTime()).toBeLessThan(1_000);
  const earlier = clock.now();
  await expect.poll(() => clock.now().getTime(), { interval: 5 }).toBeGreaterThan(earlier.getTime());
});
