/** Every act that the audit log may hold is told in words: made from the route table, as the authorization matrix is. */
import { expect, it } from 'vitest';
import { ACT_KINDS } from '../../src/contract/audit.endpoints.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { allRoutes } from '../../src/http/all-routes.ts';
import { isRecordedEndpoint } from '../../src/http/change-record.ts';
import { ACTS, actsOfKind, textOfAct } from '../../src/staff/act-words.ts';

const endpoints: readonly Endpoint[] = allRoutes(Object.create(null)).map((route) => route.endpoint);
const recorded = endpoints.filter(isRecordedEndpoint).map(({ method, path }) => `${method} ${path}`);

it('every endpoint that is recorded has its words, and no words are left of one that is gone', () => {
  expect(recorded.length).toBeGreaterThan(60);
  const told = [...ACTS.keys()].filter((act) => act.includes(' '));
  expect(recorded.filter((act) => !ACTS.has(act))).toEqual([]);
  expect(told.filter((act) => !recorded.includes(act))).toEqual([]);
});

it('every change of the API is recorded, but what people do about themselves, members, previews and tests', () => {
  const unrecorded = endpoints
    .filter((each) => each.method !== 'GET' && !isRecordedEndpoint(each))
    .filter(({ access, tag }) => !['anyone', 'member', 'session', 'read'].includes(access) && tag !== 'staff')
    .map(({ method, path }) => `${method} ${path}`);
  expect(unrecorded.sort()).toEqual(
    [
      'DELETE /v1/mail/settings',
      'DELETE /v1/mail/texts/{kind}/{locale}',
      'POST /v1/connectors/{id}/test',
      'POST /v1/mail/test',
      'POST /v1/uploads/{id}/preview',
      'POST /v1/webhooks/{id}/test',
      'PUT /v1/mail/settings',
      'PUT /v1/mail/texts/{kind}/{locale}',
      'PUT /v1/uploads/{id}/content',
    ].sort(),
  );
});

it('words are Russian and English, none twice, and never the address of an endpoint', () => {
  for (const language of ['ru', 'en'] as const) {
    const texts = [...ACTS.values()].map((words) => words[language]);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(texts.filter((text) => /\/v1\/|[{}]/.test(text) || text.trim() === '')).toEqual([]);
  }
  expect([...ACTS.values()].filter(({ ru }) => !/^[А-ЯЁ]/.test(ru))).toEqual([]);
});

it('every act is of one kind, every kind has acts, and an act of another version stands as it was written', () => {
  const sorted = ACT_KINDS.flatMap(actsOfKind);
  expect(sorted).toHaveLength(ACTS.size);
  expect(ACT_KINDS.filter((kind) => actsOfKind(kind).length === 0)).toEqual([]);
  expect(textOfAct('POST /v1/gone')).toEqual({ ru: 'POST /v1/gone', en: 'POST /v1/gone' });
});
