import { describe, expect, it } from 'vitest';
import { credit, newcomers, program, returnWindow, rule, to } from '../contract/programs.ts';
import { type ContractShop, openShop } from '../contract/shop.ts';

const text = (ru: string, en: string) => ({ ru, en });
const commission = (basisPoints: number) => ({ kind: 'commission', percent: { basisPoints } });

const trusted = {
  id: 'trusted',
  name: text('Свой покупатель', 'Trusted'),
  badge: text('Свой', 'Trusted'),
  greeting: text('Рады видеть снова', 'Good to see you again'),
  thankYou: text('Спасибо, что вы с нами', 'Thank you for staying'),
  entry: { if: [{ paidOrders: { atLeast: 2 } }, { noOpenComplaint: true }, { score: { atLeast: 7 } }] },
};
const active = { id: 'active', name: text('Рекомендатель', 'Active referrer'), entry: { if: [{ qualifiedReferrals: { atLeast: 1 } }] } };
const partner = {
  id: 'partner',
  name: text('Партнёр', 'Partner'),
  entry: { if: [{ qualifiedReferrals: { atLeast: 6 } }], acceptance: 'partnerTerms' },
  replaces: ['friend'],
  rules: [rule([to('referrer', commission(1000)), to('friend', credit(10_000))], { id: 'partner-commission', if: newcomers })],
};
const ambassador = {
  id: 'ambassador',
  name: text('Амбассадор', 'Ambassador'),
  entry: { if: [{ qualifiedReferrals: { atLeast: 10 } }], acceptance: 'none' },
};

/** 500 to the referrer, on hold where asked; 100 to the friend. */
function ladder(more: { readonly hold?: object; readonly tiers?: readonly object[]; readonly enrolment?: object } = {}): object {
  const { hold, tiers = [trusted, active, partner, ambassador], enrolment = { mode: 'staff' } } = more;
  const friend = rule([to('referrer', credit(50_000), hold === undefined ? {} : { hold }), to('friend', credit(10_000))], {
    id: 'friend',
    if: newcomers,
  });
  return program([friend], { tiers, enrolment });
}

async function shopWith(document: object): Promise<{ readonly shop: ContractShop; readonly programId: string }> {
  const shop = await openShop();
  const programId = await shop.publish(document);
  await shop.member('anna', programId);
  return { shop, programId };
}

// biome-ignore lint/suspicious/noExplicitAny: an answer under test is whatever came.
async function tierOf(shop: ContractShop, name = 'anna'): Promise<any> {
  const { memberships } = await shop.customer(name);
  return memberships[0].tier;
}

const idOf = async (shop: ContractShop, name = 'anna'): Promise<string | null> => (await tierOf(shop, name)).id;

async function bring(shop: ContractShop, friend: number): Promise<void> {
  await shop.pay(`friend-${friend}`, 200_000, { by: `friend-${friend}`, code: 'ANNA' });
}

async function accept(shop: ContractShop, programId: string, tierId?: string) {
  const { textHash, version } = await shop.get(`/v1/programs/${programId}/terms?locale=ru`);
  return shop.post(`/v1/customers/anna/memberships/${programId}/tier/accept`, {
    ...(tierId === undefined ? {} : { tierId }),
    version,
    textHash,
    locale: 'ru',
  });
}

describe('the ladder (0-11)', () => {
  it('0-12: one paid order is nothing, the second makes a trusted customer, and the answer of that event says so', async () => {
    const { shop, programId } = await shopWith(ladder());
    expect((await shop.pay('o-1', 100_000, { by: 'anna' })).tierChanges).toBeUndefined();
    expect(await tierOf(shop)).toMatchObject({
      id: null,
      next: {
        id: 'trusted',
        missing: [
          { metric: 'paidOrders', have: 1, need: 2, missing: 1, text: { ru: 'Ещё 1 оплаченный заказ.', en: '1 more paid order.' } },
        ],
      },
    });
    const asked = await shop.do('POST', '/v1/events/dry-run', shop.order('o-2', 100_000, { by: 'anna' }));
    expect(asked.tierChanges).toMatchObject([{ from: null, to: 'trusted' }]);
    const answer = await shop.pay('o-2', 100_000, { by: 'anna' });
    expect(answer.tierChanges).toEqual([{ programId, customerId: expect.any(String), from: null, to: 'trusted', reason: 'earned' }]);
    const { sentences } = await shop.get('/v1/orders/o-2/explanation');
    expect(sentences.find(({ kind }: { kind: string }) => kind === 'tier')).toMatchObject({
      text: {
        ru: 'anna: теперь уровень «Свой покупатель» (условия уровня выполнены).',
        en: 'anna: now in the tier “Trusted” (its conditions are met).',
      },
    });
    expect(await tierOf(shop)).toMatchObject({
      id: 'trusted',
      name: trusted.name,
      badge: trusted.badge,
      greeting: trusted.greeting,
      thankYou: trusted.thankYou,
      since: '2026-11-20T12:00:00.000Z',
      termEndsAt: null,
      willDrop: null,
      next: { id: 'active', missing: [{ metric: 'qualifiedReferrals', have: 0, need: 1, missing: 1 }] },
    });
  });

  it('0-12: a low score or an open complaint blocks, a good one or its closing opens; who gave no score is not stopped', async () => {
    const { shop } = await shopWith(ladder());
    await shop.event({ type: 'feedback.given', customer: { externalId: 'anna' }, score: 6 });
    await shop.pay('o-1', 100_000, { by: 'anna' });
    await shop.pay('o-2', 100_000, { by: 'anna' });
    expect(await idOf(shop)).toBeNull();
    await shop.event({ type: 'complaint.opened', customer: { externalId: 'anna' }, complaint: { id: 'c-1' } });
    await shop.event({ type: 'feedback.given', customer: { externalId: 'anna' }, score: 9 });
    expect((await tierOf(shop)).next.missing).toMatchObject([{ metric: 'noOpenComplaint', have: 1, need: 0, missing: 1 }]);
    await shop.event({ type: 'complaint.closed', customer: { externalId: 'anna' }, complaint: { id: 'c-1' } });
    expect(await idOf(shop)).toBe('trusted');
  });

  it('0-12: a refund of the second order takes the tier back by policy', async () => {
    const { shop } = await shopWith(ladder());
    await shop.pay('o-1', 100_000, { by: 'anna' });
    await shop.pay('o-2', 100_000, { by: 'anna' });
    const { tierChanges } = await shop.refund('o-2', 'r-1');
    expect(tierChanges).toMatchObject([{ from: 'trusted', to: null, reason: 'entry-undone' }]);
    expect(await idOf(shop)).toBeNull();
  });

  it('0-16: a referral on hold does not promote, its end does', async () => {
    const { shop } = await shopWith(ladder({ hold: returnWindow }));
    await bring(shop, 1);
    expect(await idOf(shop)).toBeNull();
    await shop.advance('2026-12-11T12:00:01Z');
    expect(await idOf(shop)).toBe('active');
  });

  it('0-16: a referral that waits for review does not promote, its approval does, a denied one never', async () => {
    const { shop } = await shopWith(ladder({ hold: { reasons: ['review'] } }));
    await bring(shop, 1);
    await bring(shop, 2);
    expect(await idOf(shop)).toBeNull();
    const [first, second] = (await shop.rewards()).filter(({ beneficiary }) => beneficiary === 'referrer');
    await shop.do('POST', `/v1/rewards/${first.id}/deny`, { actor: 'olga' });
    expect(await tierOf(shop)).toMatchObject({ id: null, next: { id: 'trusted' } });
    shop.setClock('2026-11-21T12:00:00Z');
    await shop.do('POST', `/v1/rewards/${second.id}/approve`, { actor: 'olga' });
    expect(await tierOf(shop)).toMatchObject({ id: 'active', since: '2026-11-21T12:00:00.000Z' });
  });

  it('0-16: a referral refused for an old customer brings no tier', async () => {
    const { shop } = await shopWith(ladder());
    await shop.pay('old-1', 100_000, { by: 'old' });
    await shop.pay('old-2', 100_000, { by: 'old', code: 'ANNA' });
    expect(await idOf(shop)).toBeNull();
  });

  it('0-20: five friends are no partner, six without acceptance are an invitation, acceptance makes one, ten an ambassador', async () => {
    const { shop, programId } = await shopWith(ladder());
    for (let friend = 1; friend <= 5; friend += 1) await bring(shop, friend);
    expect(await tierOf(shop)).toMatchObject({ id: 'active', invitedTo: null, next: { id: 'partner' } });
    expect((await accept(shop, programId, 'partner')).body).toMatchObject({ code: 'tier_not_invited' });
    await bring(shop, 6);
    expect(await tierOf(shop)).toMatchObject({
      id: 'active',
      invitedTo: { id: 'partner', by: 'rules', at: '2026-11-20T12:00:00.000Z' },
      next: { id: 'partner', missing: [{ metric: 'partnerTerms', have: 0, need: 1, missing: 1 }] },
    });
    const accepted = await accept(shop, programId);
    expect(accepted.body.tier).toMatchObject({ id: 'partner', invitedTo: null });
    for (let friend = 7; friend <= 9; friend += 1) await bring(shop, friend);
    expect(await idOf(shop)).toBe('partner');
    await bring(shop, 10);
    expect(await idOf(shop)).toBe('ambassador');
  });

  it('0-20: the refund of the sixth friend takes the tier back', async () => {
    const { shop, programId } = await shopWith(ladder());
    for (let friend = 1; friend <= 6; friend += 1) await bring(shop, friend);
    await accept(shop, programId);
    expect(await idOf(shop)).toBe('partner');
    expect((await shop.refund('friend-6', 'r-1')).tierChanges).toMatchObject([{ from: 'partner', to: 'active', reason: 'entry-undone' }]);
    expect(await tierOf(shop)).toMatchObject({ id: 'active', invitedTo: null });
  });

  it('0-21: what comes after the promotion follows the tier’s rules, an earlier referral stays on its own', async () => {
    const { shop, programId } = await shopWith(ladder());
    for (let friend = 1; friend <= 6; friend += 1) await bring(shop, friend);
    await shop.event({ type: 'referral.registered', customer: { externalId: 'early' }, attribution: { code: 'ANNA' } });
    shop.setClock('2026-11-20T13:00:00Z');
    await accept(shop, programId);
    shop.setClock('2026-11-20T14:00:00Z');
    await shop.pay('early', 200_000, { by: 'early' });
    await shop.pay('late', 200_000, { by: 'late', code: 'ANNA' });
    expect(await shop.rewardsOf('early')).toEqual(['friend issued 10000', 'referrer issued 50000']);
    expect(await shop.rewardsOf('late')).toEqual(['friend issued 10000', 'referrer issued 20000']);
  });

  it('2-14: a history that was imported makes its customers trusted at the publication', async () => {
    const shop = await openShop();
    await shop.importOrder('old-1', 100_000n, { externalId: 'boris' }, '2024-05-01T10:00:00Z');
    await shop.importOrder('old-2', 100_000n, { externalId: 'boris' }, '2025-05-01T10:00:00Z');
    await shop.publish(ladder({ enrolment: { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] } }));
    expect(await idOf(shop, 'boris')).toBe('trusted');
  });

  it('shows who would move before a rule is changed, and nobody has moved until it is published', async () => {
    const { shop, programId } = await shopWith(ladder());
    await shop.pay('o-1', 100_000, { by: 'anna' });
    await shop.pay('o-2', 100_000, { by: 'anna' });
    const harder = { ...trusted, entry: { if: [{ paidOrders: { atLeast: 3 } }] } };
    const easier = { ...active, entry: { if: [{ paidOrders: { atLeast: 2 } }] } };
    await shop.do('POST', `/v1/programs/${programId}/versions`, { document: ladder({ tiers: [harder] }) });
    await shop.do('POST', `/v1/programs/${programId}/versions`, { document: ladder({ tiers: [easier] }) });
    const preview = (number: number) => shop.do('POST', `/v1/programs/${programId}/versions/${number}/preview`);
    // Entered under the old rule and for life: a harder rule is for who comes after.
    expect(await preview(2)).toEqual({ evaluated: 1, moves: [], up: 0, down: 0, newlyInvited: 0, customers: [], next: null });
    expect(await preview(3)).toMatchObject({
      evaluated: 1,
      moves: [{ from: 'trusted', to: 'active', customers: 1 }],
      customers: [{ customerId: expect.stringMatching(/^cus_/), from: 'trusted', to: 'active' }],
    });
    expect(await idOf(shop)).toBe('trusted');
    shop.setClock('2026-11-20T12:00:01Z');
    await shop.do('POST', `/v1/programs/${programId}/versions/3/publish`, {});
    expect(await idOf(shop)).toBe('active');
  });

  it.each([
    ['friends', { qualifiedReferrals: { atLeast: 2 } }, 1],
    ['purchases of 90 days', { paidOrders: { atLeast: 1, withinDays: 90 } }, 3],
  ])('previews the first ladder of a programme that has asked nothing of the past yet: %s', async (_what, condition, up) => {
    const { shop, programId } = await shopWith(ladder({ tiers: [] }));
    await shop.member('anna', programId);
    for (const friend of ['f1', 'f2']) await shop.pay(`o-${friend}`, 300_000, { by: friend, code: 'ANNA' });
    await shop.pay('o-anna', 300_000, { by: 'anna' });
    await shop.do('POST', `/v1/programs/${programId}/versions`, {
      document: ladder({ tiers: [{ ...active, entry: { if: [condition] } }] }),
    });
    expect(await shop.do('POST', `/v1/programs/${programId}/versions/2/preview`)).toMatchObject({ evaluated: 3, up });
  });

  it('tells a loss that time will bring once, before it happens, and then it happens', async () => {
    const yearly = {
      ...trusted,
      entry: { if: [{ paidOrders: { atLeast: 2, withinDays: 90 } }] },
      expiry: { days: 60 },
      warnDays: 10,
      graceDays: 5,
    };
    const { shop } = await shopWith(ladder({ tiers: [yearly] }));
    await shop.pay('o-1', 100_000, { by: 'anna', at: '2026-10-20T12:00:00Z' });
    await shop.pay('o-2', 100_000, { by: 'anna' });
    // The term ends after 19 January, Moscow; on its last day the order of 20 October counts no more.
    expect(await tierOf(shop)).toMatchObject({ termEndsAt: '2027-01-19T21:00:00.000Z', willDrop: null });
    await shop.advance('2027-01-14T20:59:59Z');
    expect((await tierOf(shop)).willDrop).toBeNull();
    await shop.advance('2027-01-14T21:00:00Z');
    expect((await tierOf(shop)).willDrop).toMatchObject({
      at: '2027-01-24T21:00:00.000Z',
      to: null,
      reasons: [{ metric: 'paidOrders', have: 1, need: 2, missing: 1, withinDays: 90 }],
    });
    await shop.advance('2027-01-20T12:00:00Z');
    expect(await tierOf(shop)).toMatchObject({ id: 'trusted', graceEndsAt: '2027-01-24T21:00:00.000Z' });
    await shop.advance('2027-01-24T20:59:59Z');
    expect(await idOf(shop)).toBe('trusted');
    await shop.advance('2027-01-24T21:00:00Z');
    expect(await idOf(shop)).toBeNull();
  });

  it('staff may invite who has not earned it; the tier is then theirs by acceptance', async () => {
    const { shop, programId } = await shopWith(ladder());
    const path = `/v1/customers/anna/memberships/${programId}/tier/invite`;
    expect((await shop.post(path, { tierId: 'trusted', actor: 'olga' })).body).toMatchObject({ code: 'tier_state' });
    expect((await shop.post(path, { tierId: 'partner', actor: 'olga' })).body.tier).toMatchObject({
      invitedTo: { id: 'partner', by: 'staff' },
    });
    expect((await accept(shop, programId)).body.tier).toMatchObject({ id: 'partner' });
    await shop.pay('o-1', 100_000, { by: 'anna' });
    expect(await idOf(shop)).toBe('partner');
  });
});
