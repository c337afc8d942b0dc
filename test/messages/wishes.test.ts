/** Who is not written to: by their own wish, in a dispute, without consent, erased (I-21; reliability.md 2: no change on GET). */
import { describe, expect, it } from 'vitest';
import { type CustomerId, idFromUuid } from '../../src/domain/ids.ts';
import { readMailChoices } from '../../src/messages/mail-choices.store.ts';
import { unsubscribeToken } from '../../src/messages/unsubscribe-token.ts';
import { credit, newcomers, program, rule, to } from '../contract/programs.ts';
import { type MailShop, must, openMailShop } from './mail-shop.ts';

const CREDITS = program([rule([to('buyer', credit(10_000))])]);
const anna = { externalId: 'anna', email: 'anna@example.com', name: 'Анна' };

async function openShop(): Promise<MailShop> {
  const shop = await openMailShop();
  await shop.publish(CREDITS);
  return shop;
}

/** The path of the link under the first message to somebody. */
async function linkOf(shop: MailShop, address: string): Promise<string> {
  const [got] = await shop.arrived(address);
  return /List-Unsubscribe: <https:\/\/friends\.tea\.example([^>]+)>/i.exec(got?.raw ?? '')?.[1] ?? expect.fail('no link');
}

const post = (shop: MailShop, url: string, body: string, type = 'application/x-www-form-urlencoded') =>
  shop.api.ask({ method: 'POST', url, body, key: null, headers: { 'content-type': type } });

const reasons = async (shop: MailShop) => (await shop.settled()).map(({ status, error }) => `${status} ${error?.code ?? ''}`.trim());

describe('who declines', () => {
  it('does so by a page with a button, not by opening the link, and can take it back', async () => {
    const shop = await openShop();
    await shop.order('o-1', anna);
    const url = await linkOf(shop, 'anna@example.com');
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      const page = await shop.api.ask({ method, url, key: null });
      expect(page.status).toBe(200);
    }
    const page = await shop.api.ask({ method: 'GET', url, key: null });
    expect(page.text).toMatch(/<form method="post">.*<button type="submit">Не присылать<\/button>/s);
    expect(page.text).not.toMatch(/anna@|Анна|<script/);
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'/,
    );
    await shop.order('o-2', anna);
    await shop.arrived('anna@example.com', 2);
    expect((await post(shop, url, 'choice=declined')).text).toContain('Больше не пришлём');
    await shop.order('o-3', anna);
    expect(await reasons(shop)).toEqual(['skipped declined', 'sent', 'sent']);
    expect((await post(shop, url, 'choice=wanted')).text).toContain('Снова будем присылать');
    await shop.order('o-4', anna);
    await shop.arrived('anna@example.com', 3);
  });

  it('does so with one press in a mail program, of that kind alone (RFC 8058)', async () => {
    const shop = await openShop();
    await shop.order('o-1', anna);
    const url = await linkOf(shop, 'anna@example.com');
    const multipart = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    for (const reply of [
      await post(shop, url, 'List-Unsubscribe=One-Click'),
      await post(shop, url, multipart, 'multipart/form-data; boundary=x'),
    ])
      expect(reply.status).toBe(200);
    const choices = await shop.api.get('/v1/customers/anna/mail-choices');
    expect(choices.body).toEqual({ declinedAll: false, declined: ['bonus-available'] });
  });

  it('cannot be anybody by guessing: a link changed in any place is none', async () => {
    const shop = await openShop();
    await shop.order('o-1', anna);
    const url = await linkOf(shop, 'anna@example.com');
    const token = url.split('t=')[1] ?? '';
    for (let at = 0; at < token.length; at += 3) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const changed = `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
      expect((await post(shop, `/mail/unsubscribe?t=${changed}`, 'choice=declined')).status, String(at)).toBe(404);
    }
    for (const wrong of ['/mail/unsubscribe', '/mail/unsubscribe?t=', '/mail/unsubscribe?t=a&t=b', `/mail/unsubscribe?t=${'A'.repeat(66)}`])
      expect((await shop.api.ask({ method: 'GET', url: wrong, key: null })).status, wrong).toBe(404);
    const other = await shop.api.addBusiness('other');
    const [row] = await shop.api.rows<{ customer_id: string }>('select customer_id from person');
    const [key] = await shop.api.rows<{ hash_key: Buffer }>('select hash_key from tenant where tenant_id = $1', [other.tenantId]);
    const customerId = idFromUuid<CustomerId>(row?.customer_id ?? '');
    const forged = unsubscribeToken(
      { tenantId: shop.api.business.tenantId, customerId, kind: 'bonus-available' },
      key?.hash_key ?? Buffer.alloc(0),
    );
    expect((await post(shop, `/mail/unsubscribe?t=${forged}`, 'choice=declined')).status).toBe(404);
    expect(await readMailChoices(shop.api.test.database.kysely, shop.api.business.tenantId, customerId)).toEqual({
      declinedAll: false,
      declined: [],
    });
  });

  it('can want no message at all, which staff may note, and what waits already is not sent', async () => {
    const shop = await openShop();
    shop.receiver.refuse({ code: 451, words: 'later' });
    await shop.order('o-1', anna);
    const all = { declinedAll: true, declined: ['bonus-held'] };
    expect(await must(shop.api.ask({ method: 'PUT', url: '/v1/customers/anna/mail-choices', body: all }))).toEqual(all);
    shop.receiver.refuse(null);
    shop.at('2026-11-20T13:00:00Z');
    expect(await reasons(shop)).toEqual(['skipped declined']);
    const none = { declinedAll: false, declined: [] };
    expect(await must(shop.api.ask({ method: 'PUT', url: '/v1/customers/anna/mail-choices', body: none }))).toEqual(none);
    expect((await shop.api.get('/v1/customers/nobody/mail-choices')).status).toBe(404);
  });
});

describe('two customers who turn out to be one', () => {
  it('are not written to about what either declined, until they want it again', async () => {
    const shop = await openShop();
    for (const name of ['old', 'new'])
      await must(shop.api.ask({ method: 'PUT', url: `/v1/customers/${name}`, body: { email: `${name}@example.com` } }));
    await shop.order('o-1', { externalId: 'old' });
    const url = await linkOf(shop, 'old@example.com');
    await must(shop.api.ask({ method: 'PUT', url: '/v1/customers/old/mail-choices', body: { declinedAll: true, declined: [] } }));
    await must(shop.api.post('/v1/customers/new/merge', { fromId: 'old', actor: 'anna' }));
    await shop.order('o-2', { externalId: 'new' });
    expect(await reasons(shop)).toEqual(['skipped declined', 'sent']);
    const none = { declinedAll: false, declined: [] };
    expect(await must(shop.api.ask({ method: 'PUT', url: '/v1/customers/new/mail-choices', body: none }))).toEqual(none);
    await shop.order('o-3', { externalId: 'new' });
    await shop.arrived('new@example.com');
    // A link in a message to the one who is gone still speaks for who they are now.
    expect((await post(shop, url, 'choice=declined')).status).toBe(200);
    await shop.order('o-4', { externalId: 'new' });
    expect((await reasons(shop))[0]).toBe('skipped declined');
  });
});

describe('a quiet customer', () => {
  it('with an open complaint is not written to; one who is closed is', async () => {
    const shop = await openShop();
    await shop.event({ id: 'c-1', type: 'complaint.opened', customer: anna, complaint: { id: 'k-1' } });
    await shop.order('o-1', anna);
    expect(await reasons(shop)).toEqual(['skipped complaint-open']);
    await shop.event({ id: 'c-2', type: 'complaint.closed', customer: anna, complaint: { id: 'k-1' } });
    await shop.order('o-2', anna);
    await shop.arrived('anna@example.com');
  });

  it('who took their consent back, is blocked, or has no address gets nothing', async () => {
    const shop = await openMailShop();
    const programId = await shop.publish(program([rule([to('referrer', credit(10_000))], { if: newcomers })]));
    for (const name of ['ANNA', 'BORIS', 'VERA']) await shop.join(programId, name);
    const [row] = await shop.api.rows<{ customer_id: string }>(`select customer_id from person where external_id = 'anna'`);
    await shop.api.rows(
      `insert into consent (tenant_id, customer_id, purpose, given_at, proof, withdrawn_at) values ($1, $2, 'personal-data', now(), 'test', now())`,
      [shop.api.business.tenantId, row?.customer_id],
    );
    await shop.order('o-1', { externalId: 'f-1' }, { attribution: { code: 'ANNA' } });
    shop.receiver.refuse({ code: 451, words: 'later' });
    await shop.order('o-2', { externalId: 'f-2' }, { attribution: { code: 'BORIS' } });
    await must(
      shop.api.ask({ method: 'PATCH', url: '/v1/customers/boris/memberships', body: { programId, status: 'blocked', actor: 'anna' } }),
    );
    shop.receiver.refuse(null);
    shop.at('2026-11-20T13:00:00Z');
    await shop.api.rows(`update person set email = null where external_id = 'vera'`);
    await shop.order('o-3', { externalId: 'f-3' }, { attribution: { code: 'VERA' } });
    const found = await reasons(shop);
    expect([...new Set(found)].sort()).toEqual(['skipped blocked', 'skipped consent-withdrawn', 'skipped no-address']);
    expect(shop.receiver.got).toEqual([]);
  });

  it('who wants no invitations is left in peace: nothing but what they ask for, until they want it again (0-09)', async () => {
    const shop = await openShop();
    const wish = (noInvitations: boolean) =>
      must(shop.api.ask({ method: 'PATCH', url: '/v1/customers/anna/wishes', body: { noInvitations } }));
    await shop.order('o-1', anna);
    await shop.arrived('anna@example.com');
    await wish(true);
    await shop.order('o-2', anna);
    expect(await reasons(shop)).toEqual(['skipped quiet', 'sent']);
    await wish(false);
    await shop.order('o-3', anna);
    await shop.arrived('anna@example.com', 2);
  });

  it('who left the programme is not written to about it; their other programme goes on', async () => {
    const shop = await openShop();
    const programId = (await shop.api.get('/v1/programs')).body.items[0].id;
    await shop.join(programId, 'ANNA');
    await must(
      shop.api.ask({ method: 'PATCH', url: '/v1/customers/anna/memberships', body: { programId, status: 'left', actor: 'anna' } }),
    );
    await shop.publish(CREDITS);
    await shop.order('o-1', { externalId: 'anna' });
    expect((await reasons(shop)).sort()).toEqual(['sent', 'skipped left']);
  });

  it('whose bonus was taken back before the message left is not told of it', async () => {
    const shop = await openShop();
    shop.receiver.refuse({ code: 451, words: 'later' });
    await shop.order('o-1', anna);
    await shop.event({ id: 'r-1', type: 'order.refunded', customer: anna, refund: { id: 'r-1', orderId: 'o-1' } });
    shop.receiver.refuse(null);
    shop.at('2026-11-20T13:00:00Z');
    expect(await reasons(shop)).toEqual(['skipped no-longer-true']);
  });
});

describe('somebody named by another person alone (I-21, reliability.md 6: invite mails)', () => {
  const LEADS = program([
    rule([to('friend', { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 90 })], { on: 'referral.registered' }),
  ]);
  const friend = { email: 'friend@example.com' };

  async function openLeads(): Promise<MailShop> {
    const shop = await openMailShop();
    const programId = await shop.publish(LEADS);
    await shop.join(programId, 'ANNA');
    return shop;
  }
  const lead = (shop: MailShop, id: string, customer: object = friend) =>
    shop.event({ id, type: 'referral.registered', customer, attribution: { code: 'ANNA' } });
  const friends = async (shop: MailShop) =>
    (await shop.settled())
      .filter(({ kind }) => kind === 'reward-to-collect')
      .map(({ status, error }) => `${status} ${error?.code ?? ''}`.trim());

  it('is not written to: they have not bought, joined, or agreed', async () => {
    const shop = await openLeads();
    await lead(shop, 'l-1');
    expect(await friends(shop)).toEqual(['skipped no-basis']);
    expect(shop.receiver.to('friend@example.com')).toEqual([]);
  });

  const agree = (proof: string, isConfirmed: boolean) => async (shop: MailShop) => {
    const [row] = await shop.api.rows<{ customer_id: string }>('select customer_id from person where external_id = $1', ['f-1']);
    await shop.api.rows(
      `insert into consent (tenant_id, customer_id, purpose, given_at, proof, is_confirmed) values ($1, $2, 'personal-data', now(), $3, $4)`,
      [shop.api.business.tenantId, row?.customer_id, proof, isConfirmed],
    );
  };
  it.each([
    ['sent', 'signed up', (shop: MailShop) => shop.event({ id: 's-1', type: 'member.signed_up', customer: { externalId: 'f-1' } })],
    ['sent', 'agreed, by an address that was proven', agree('claim', true)],
    ['skipped no-basis', 'agreed, says somebody who has not proven the address', agree('claim', false)],
  ] as const)('is %s when they have %s', async (outcome, _ground, make) => {
    const shop = await openLeads();
    await must(shop.api.ask({ method: 'PUT', url: '/v1/customers/f-1', body: friend }));
    await make(shop);
    await lead(shop, 'l-1', { externalId: 'f-1' });
    expect(await friends(shop)).toEqual([outcome]);
  });
});

describe('an erased customer', () => {
  it('leaves no address, no wish and nothing that waits; a friend’s initials go with the friend', async () => {
    const shop = await openMailShop();
    const programId = await shop.publish(program([rule([to('referrer', credit(10_000))], { if: newcomers })]));
    await shop.join(programId, 'ANNA');
    shop.receiver.refuse({ code: 451, words: 'later' });
    await shop.order('o-1', { externalId: 'f-1', email: 'petrov@example.com', name: 'Алексей Петров' }, { attribution: { code: 'ANNA' } });
    await must(shop.api.ask({ method: 'DELETE', url: '/v1/customers/f-1', body: { actor: 'anna' } }));
    shop.receiver.refuse(null);
    shop.at('2026-11-20T13:00:00Z');
    const got = await shop.arrived('anna@example.com', 2);
    expect(got.find(({ subject }) => subject.includes('друг'))?.text).toContain('пришёл друг: Ваш друг.');

    shop.receiver.refuse({ code: 451, words: 'later' });
    await shop.order('o-2', { externalId: 'f-2' }, { attribution: { code: 'ANNA' } });
    await must(
      shop.api.ask({ method: 'PUT', url: '/v1/customers/anna/mail-choices', body: { declinedAll: false, declined: ['bonus-held'] } }),
    );
    await must(shop.api.ask({ method: 'DELETE', url: '/v1/customers/anna', body: { actor: 'anna' } }));
    const left = await reasons(shop);
    expect(left.filter((reason) => reason !== 'sent').every((reason) => reason === 'skipped erased')).toBe(true);
    expect(await shop.api.rows('select recipient, data from mail where recipient is not null or data <> $1', ['{}'])).toEqual([]);
    expect(await shop.api.rows('select kind from mail_choice')).toEqual([]);
  });
});
