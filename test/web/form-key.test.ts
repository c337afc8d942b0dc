/** A form of the console acts once however often it is pressed (review H1: an adjustment posted twice). */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FormKey } from '../../web/admin/src/form-key.ts';

const SEEN_AFTER_MS = 500;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answerWith(statuses: number[]): (string | null)[] {
  const keys: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    keys.push(new Headers(init.headers).get('idempotency-key'));
    const status = statuses.shift() ?? 0;
    if (status === 0) throw new TypeError('no network');
    const code = status === 409 ? 'idempotency_conflict' : 'body_field';
    return Response.json({ made: keys.length, code, status, field: null, detail: '', text: { ru: '', en: '' } }, { status });
  });
  return keys;
}

it('sends one key until the form is through, and another for the next', async () => {
  const keys = answerWith([0, 422, 201, 201]);
  const form = new FormKey();
  const press = () => form.ask('POST', '/v1/customers/anna/adjustments', {}).catch(() => null);
  for (let presses = 0; presses < 4; presses += 1) {
    await press();
    vi.advanceTimersByTime(SEEN_AFTER_MS);
  }
  expect(keys[0]).toEqual(expect.any(String));
  expect([keys[1], keys[2]]).toEqual([keys[0], keys[0]]);
  expect(keys[3]).not.toBe(keys[0]);
});

it('sends a double press once, and gives both the one answer that holds the secret', async () => {
  const keys = answerWith([201, 201]);
  const form = new FormKey();
  const press = () => form.ask('POST', '/v1/keys', {});
  const [first, second] = await Promise.all([press(), press()]);
  vi.advanceTimersByTime(SEEN_AFTER_MS - 1);
  expect([first, second, await press()]).toEqual([1, 1, 1].map((made) => expect.objectContaining({ made })));
  expect(keys).toHaveLength(1);
});

it('takes another question for another act, however soon it comes', async () => {
  const keys = answerWith([201, 201]);
  const form = new FormKey();
  await form.ask('POST', '/v1/keys', { name: 'till' });
  await form.ask('POST', '/v1/keys', { name: 'site' });
  expect(new Set(keys).size).toBe(2);
});

it('starts over once it was told that a changed form had been through before', async () => {
  const keys = answerWith([409, 201]);
  const form = new FormKey();
  await form.ask('POST', '/v1/keys', {}).catch(() => null);
  await form.ask('POST', '/v1/keys', {});
  expect(keys).toHaveLength(2);
  expect(keys[1]).not.toBe(keys[0]);
});
