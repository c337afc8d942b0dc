import { beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type ClickApp, clickIdOf, insertCode, insertTenant, startClickApp, visit } from './click-app.ts';

let test: TestDatabase;
let served: ClickApp;

beforeAll(async () => {
  test = await createTestDatabase();
  const tenantId = await insertTenant(test.database.pool);
  await insertCode(test.database.pool, tenantId, 'MARINA');
  served = await startClickApp(test.access);
});

it.each([
  ['?via=telegram', 'telegram'],
  ['?utm_source=x&via=vkWall', 'vkWall'],
  ['?via=card', 'card'],
  ['', null],
  ['?via=', null],
  ['?via=pigeon', null],
  ['?via=telegram&via=sms', null],
  ["?via=sms'},{1", null],
  ['?via=__proto__', null],
  ['?VIA=sms', null],
  ['?utm_source=telegram&name=%D0%90%D0%BD%D0%BD%D0%B0', null],
])('keeps the channel a link names of a closed set, and nothing else of its address: %s (2-04)', async (query, channel) => {
  const response = await visit(`${served.url}/r/MARINA${query}`);
  expect(response.headers.get('location')).not.toContain('via');
  const { rows } = await test.database.pool.query('select click::text as row, channel from click where click_id = $1', [
    clickIdOf(response),
  ]);
  expect(rows).toEqual([{ row: expect.not.stringMatching(/utm|pigeon|Анна|%D0/), channel }]);
});
