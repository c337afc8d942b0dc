import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ContractShop } from '../contract/shop.ts';
import { addMember, openTemplateShop } from './template-shop.ts';

async function openClub() {
  const opened = await openTemplateShop('two-sided-code');
  await addMember(opened.shop, 'marina');
  return opened;
}

const membershipOf = async (shop: ContractShop, who: string) => (await shop.customer(who)).memberships[0];

it('2-13 shows the terms of a version in either language with the hash of their text', async () => {
  const { shop, programId } = await openClub();
  for (const locale of ['ru', 'en']) {
    const terms = await shop.get(`/v1/programs/${programId}/terms?locale=${locale}&version=1`);
    expect(terms).toMatchObject({ version: 1, status: 'published', locale });
    expect(terms.textHash).toBe(createHash('sha256').update(terms.text, 'utf8').digest('hex'));
    expect(terms.steps).toHaveLength(3);
    expect(terms.sections.map(({ id }: { id: string }) => id)).toEqual([
      'who',
      'gains',
      'when',
      'limits',
      'notCounted',
      'refunds',
      'expiry',
      'ending',
      'personalData',
      'disclosure',
    ]);
  }
});

it('2-13 keeps who accepted which version, with the text as it was', async () => {
  const { shop, programId } = await openClub();
  const { textHash, text } = await shop.get(`/v1/programs/${programId}/terms?locale=en`);
  const accepted = { version: 1, textHash, locale: 'en', method: 'checkbox' };
  const path = `/v1/customers/marina/memberships/${programId}/terms`;
  const membership = await shop.do('POST', path, accepted);
  expect(membership.terms).toEqual({
    accepted: { version: 1, textHash, locale: 'en', method: 'checkbox', acceptedAt: '2026-11-20T12:00:00.000Z' },
    current: 1,
    mustAccept: false,
    changes: [],
    tiers: [],
  });
  shop.setClock('2026-11-21T12:00:00Z');
  expect((await shop.do('POST', path, accepted)).terms.accepted.acceptedAt).toBe('2026-11-20T12:00:00.000Z');
  expect(await shop.get(`/v1/terms/${textHash}`)).toEqual({ textHash, text });
});

it('2-13 refuses the hash of another text, an unpublished version and a stranger', async () => {
  const { shop, programId } = await openClub();
  const { textHash } = await shop.get(`/v1/programs/${programId}/terms?locale=ru`);
  const path = `/v1/customers/marina/memberships/${programId}/terms`;
  expect(await shop.post(path, { version: 1, textHash, locale: 'en' })).toMatchObject({ status: 409, body: { code: 'terms_changed' } });
  expect(await shop.post(path, { version: 2, textHash, locale: 'ru' })).toMatchObject({ status: 404, body: { code: 'version_unknown' } });
  await shop.do('PUT', '/v1/customers/stranger', {});
  const stranger = await shop.post(`/v1/customers/stranger/memberships/${programId}/terms`, { version: 1, textHash, locale: 'ru' });
  expect(stranger).toMatchObject({ status: 404, body: { code: 'membership_unknown' } });
});

it('2-13 asks again after a worse version only, and says what got worse', async () => {
  const { shop, programId } = await openClub();
  const { textHash } = await shop.get(`/v1/programs/${programId}/terms?locale=ru`);
  await shop.do('POST', `/v1/customers/marina/memberships/${programId}/terms`, { version: 1, textHash, locale: 'ru' });
  const { versions } = await shop.get(`/v1/programs/${programId}`);
  const better = structuredClone(versions[0].document);
  better.rules[0].grant[0].benefit.percent.basisPoints = 1500;
  await shop.publishNext(programId, better);
  expect((await membershipOf(shop, 'marina')).terms).toMatchObject({ current: 2, mustAccept: false, changes: [] });
  const worse = structuredClone(better);
  worse.rules[0].grant[0].benefit.percent.basisPoints = 500;
  worse.attribution.windowDays = 30;
  await shop.publishNext(programId, worse);
  expect((await membershipOf(shop, 'marina')).terms).toMatchObject({
    accepted: { version: 1 },
    current: 3,
    mustAccept: true,
    changes: [
      { path: '/attribution/windowDays', text: { ru: 'Сколько действует приглашение: было — 60 дней, стало — 30 дней.' } },
      { path: '/rules/0/grant/0/benefit', text: { en: expect.stringContaining('was 10% off') } },
    ],
  });
  const next = await shop.get(`/v1/programs/${programId}/terms?locale=ru`);
  const path = `/v1/customers/marina/memberships/${programId}/terms`;
  expect((await shop.do('POST', path, { version: 3, textHash: next.textHash, locale: 'ru' })).terms.mustAccept).toBe(false);
});
