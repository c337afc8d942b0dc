/** A crowd at the console's door slows no friend on their way: p99 under 50 ms while two hundred people sign in (issue 4, section 7). */
import { expect, it } from 'vitest';
import { createEmptyDatabase } from '../support/database.ts';
import { makeReferrer, openHttpShop, publishProgram } from '../support/http-shop.ts';
import { startSarafan } from '../support/sarafan-process.ts';

const CROWD = 200;
const SAMPLES_MIN = 200;
const AT_ONCE = 4;
const LIMIT_MS = 50;

const program = {
  name: { ru: 'Друзья', en: 'Friends' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'automatic', if: [] },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  rules: [
    {
      id: 'r',
      on: 'order.paid',
      if: [],
      grant: { to: 'buyer', benefit: { kind: 'credit', amount: { amountMinor: '100', currency: 'RUB' } } },
    },
  ],
};

it('redirects stay fast', async () => {
  const test = await createEmptyDatabase({ major: 18 });
  const server = await startSarafan({ env: { DATABASE_URL: test.url, TRUST_PROXY: '127.0.0.1' } });
  const shop = openHttpShop({ url: server.url, secretKey: server.secretKey ?? '' });
  await makeReferrer(shop, await publishProgram(shop, program), 'marina');
  const landing = { landingDomains: ['tea.example'], landingUrl: 'https://tea.example/' };
  await shop.must({ method: 'PATCH', path: '/v1/tenant', body: landing });
  const rounds: string[] = [];
  // A crowd that slows friends does so in each round; a busy machine is busy without the crowd as well.
  for (let round = 0; round < 3; round += 1) {
    let left = SAMPLES_MIN;
    const calm = p99Of(await follow(server.url, () => left-- > 0));
    let isCrowdHere = true;
    const crowd = gather(server.url).finally(() => {
      isCrowdHere = false;
    });
    const times = await follow(server.url, () => isCrowdHere);
    const statuses = await crowd;
    // Each came from a network of its own: the throttle let all of them through to the passwords, or to the end of their line.
    expect([...statuses].sort()).toEqual([401, 429]);
    expect(times.length, 'as many friends came while the crowd was at the door').toBeGreaterThan(SAMPLES_MIN);
    const p99 = p99Of(times);
    if (p99 < Math.max(LIMIT_MS, 2 * calm)) return;
    rounds.push(`${p99.toFixed(0)} ms, ${calm.toFixed(0)} ms without the crowd`);
  }
  expect(rounds).toEqual([]);
}, 120_000);

let people = 0;

async function gather(url: string): Promise<ReadonlySet<number>> {
  return new Set(await Promise.all(Array.from({ length: CROWD }, () => signIn(url))));
}

/** How long friends took on their way while it went on, in ms. */
async function follow(url: string, goesOn: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  const walk = async (): Promise<void> => {
    while (goesOn()) times.push(await redirect(url));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return times;
}

function p99Of(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.POSITIVE_INFINITY;
}

async function signIn(url: string): Promise<number> {
  people += 1;
  const reply = await fetch(`${url}/v1/console/sign-in`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-sarafan-console': '1',
      'x-forwarded-for': `10.${Math.floor(people / 62_500) % 250}.${Math.floor(people / 250) % 250}.${people % 250}`,
    },
    body: JSON.stringify({ email: `crowd-${people}@tea.example`, password: 'догадка, одна из многих' }),
  });
  await reply.arrayBuffer();
  return reply.status;
}

async function redirect(url: string): Promise<number> {
  const from = performance.now();
  const reply = await fetch(`${url}/r/marina`, { redirect: 'manual' });
  await reply.arrayBuffer();
  expect(reply.status).toBe(302);
  return performance.now() - from;
}
