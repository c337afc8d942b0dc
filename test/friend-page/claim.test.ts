import { beforeAll, describe, expect, it } from 'vitest';
import { rub } from '../support/http-shop.ts';
import { CONTROLLER, must, openPageShop, type PageShop } from './page-shop.ts';

interface ConsentRow {
  readonly purpose: string;
  readonly text_version: string;
  readonly text_hash: string;
  readonly given_at: Date;
  readonly is_confirmed: boolean;
}

describe('the form that keeps an invitation', () => {
  let shop: PageShop;
  beforeAll(async () => {
    shop = await openPageShop();
  });

  it('is not there before the owner has said who is answerable for personal data', async () => {
    expect((await shop.open('/p/MARINA')).text).not.toContain('<form');
    expect((await shop.send('/p/MARINA/claim', { contact: 'friend@example.com', personalData: 'yes' })).status).toBe(404);
    await must(shop.settings({ controller: CONTROLLER }));
  });

  it('shows who is answerable, the privacy text and two boxes, both unticked, before a contact is taken', async () => {
    const { text, headers } = await shop.open('/p/MARINA');
    expect(text).toContain('Ваши данные получит и хранит ООО «Чайная», ОГРН 1027700000000, Москва, Мятная, 7');
    expect(text).toContain('<a href="https://tea.example/privacy" rel="noreferrer">Политика обработки данных</a>');
    expect(text).toContain('<input type="checkbox" name="personalData" value="yes" required>');
    expect(text).toContain('<input type="checkbox" name="advertising" value="yes">');
    expect(headers['content-security-policy']).toContain("form-action 'self'");
  });

  it('keeps the contact and each consent given with its version, the hash of its text and the time, and no other', async () => {
    const token = await shop.tokenOf('/p/MARINA');
    const sent = await shop.send('/p/MARINA/claim', { token, contact: 'Friend@Example.com', personalData: 'yes' });
    expect([sent.status, sent.headers['location']]).toEqual([303, '/p/MARINA/kept']);
    const kept = await shop.open('/p/MARINA/kept');
    expect([kept.status, kept.text.includes('<h1>Готово, запомнили</h1>')]).toEqual([200, true]);
    const consents = await consentsOf(shop, 'friend@example.com');
    expect(consents).toMatchObject([{ purpose: 'personal-data', text_version: 'personal-data-1-ru', is_confirmed: false }]);
    expect(consents[0]?.given_at).toEqual(new Date('2026-11-20T12:00:00Z'));
    const text = await shop.get(`/v1/terms/${consents[0]?.text_hash}`);
    expect(text.body.text).toContain('ООО «Чайная»');
    expect((await shop.open('/p/MARINA')).text).toContain(text.body.text);
  });

  it('keeps the consent to advertising apart, in the words it was given to, and lets nobody be advertised to before they are known', async () => {
    const token = await shop.tokenOf('/p/MARINA');
    const fields = { token, contact: '+7 912 000-00-01', personalData: 'yes', advertising: 'yes' };
    const sent = await shop.send('/p/MARINA/claim', fields, { 'accept-language': 'en' });
    expect(sent.status).toBe(303);
    const consents = await consentsOf(shop, '+79120000001');
    expect(consents.map(({ purpose, text_version }) => [purpose, text_version])).toEqual([
      ['advertising', 'advertising-1-en'],
      ['personal-data', 'personal-data-1-en'],
    ]);
    expect(consents.map(({ is_confirmed }) => is_confirmed)).toEqual([false, false]);
  });

  it('carries the invitation to another device: an order with that e-mail and no code counts for the referrer', async () => {
    const token = await shop.tokenOf('/p/MARINA');
    await shop.send('/p/MARINA/claim', { token, contact: 'oleg@example.com', personalData: 'yes' });
    const order = { id: 'o-1', total: rub(300_000) };
    const event = {
      id: 'e-1',
      type: 'order.paid',
      occurredAt: '2026-11-20T12:00:00Z',
      customer: { externalId: 'oleg', email: 'oleg@example.com' },
      order,
    };
    const { body } = await must(shop.post('/v1/events', event));
    expect(body.attribution).toMatchObject({ by: 'claim', referrerId: expect.stringMatching(/^cus_/) });
  });

  it('gives export and erasing both consents', async () => {
    const exported = await shop.get('/v1/customers/oleg/export');
    expect(exported.body.consents).toMatchObject([
      {
        purpose: 'personal-data',
        proof: 'form on the page of a link',
        textHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        isConfirmed: false,
      },
    ]);
    await must(shop.ask({ method: 'DELETE', url: '/v1/customers/oleg' }));
    const left = await shop.rows('select from consent c join customer k using (tenant_id, customer_id) where k.erased_at is not null');
    expect(left).toHaveLength(0);
  });

  it('answers alike whether code and person are known, own, new or neither (enumeration)', async () => {
    const answers = [];
    for (const [code, contact] of [
      ['MARINA', 'new-one@example.com'],
      ['MARINA', 'new-one@example.com'],
      ['MARINA', 'marina@example.com'],
      ['NOBODY', 'somebody@example.com'],
    ] as const) {
      const token = (await shop.tokenOf(`/p/MARINA`)).trim();
      const own = code === 'MARINA' ? token : await tokenFor(shop, code);
      const { status, headers, text } = await shop.send(`/p/${code}/claim`, { token: own, contact, personalData: 'yes' });
      answers.push([status, String(headers['location']).replace(code, '…'), text]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const page = async (code: string): Promise<string> => (await shop.open(`/p/${code}/kept`)).text.replaceAll(code, '…');
    expect(await page('MARINA')).toBe(await page('NOBODY'));
  });

  it.each([
    ['no consent', { personalData: '' }, 'нужна отметка согласия'],
    ['a contact that is none', { contact: 'ни то ни сё' }, 'такой адрес не подходит'],
    ['an empty contact', { contact: ' ' }, 'такой адрес не подходит'],
    ['a token of another page', { token: 'mwoxfuo0.If2UPnYexNX2Gp7dSVvt5EXMkbVGRZ0rAvsOMuCi8qQ' }, 'открыта слишком давно'],
    ['no token', { token: '' }, 'открыта слишком давно'],
  ])('stores nothing with %s, says what to mend and keeps what was typed', async (_what, change, said) => {
    const before = await shop.rows('select from person');
    const token = await shop.tokenOf('/p/MARINA');
    const fields = { token, contact: 'kept@example.com', personalData: 'yes', advertising: 'yes', ...change };
    const { status, text } = await shop.send('/p/MARINA/claim', fields);
    expect(status).toBe(422);
    expect(text).toContain(said);
    expect(text).toContain(`value="${fields.contact.trim()}"`);
    expect(text).toContain('name="advertising" value="yes" checked');
    expect(await shop.rows('select from person')).toHaveLength(before.length);
  });

  it('takes no form that another page sends in a visitor’s name, nor one older than a day', async () => {
    const token = await shop.tokenOf('/p/MARINA');
    const fields = { token, contact: 'cross@example.com', personalData: 'yes' };
    expect((await shop.send('/p/MARINA/claim', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(422);
    const now = shop.clock.now();
    shop.clock.set(new Date(now.getTime() + 86_400_001));
    expect((await shop.send('/p/MARINA/claim', fields)).status).toBe(422);
    shop.clock.set(now);
  });

  it('takes forms only, of a bearable size, and twenty of them from one network in ten minutes', async () => {
    const fresh = await openPageShop();
    await must(fresh.settings({ controller: CONTROLLER }));
    const json = await fresh.ask({ method: 'POST', url: '/p/MARINA/claim', key: null, body: { contact: 'a@example.com' } });
    expect(json.status).toBe(404);
    expect((await fresh.send('/p/MARINA/claim', { contact: 'x'.repeat(9_000) })).status).toBe(413);
    const statuses: number[] = [];
    for (let sent = 0; sent < 22; sent += 1) statuses.push((await fresh.send('/p/MARINA/claim', { contact: 'a' })).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    const refused = await fresh.send('/p/MARINA/claim', { contact: 'a' });
    expect([refused.status, Number(refused.headers['retry-after']) > 60]).toEqual([429, true]);
    expect(refused.text).toContain('<h1>Немного подождите</h1>');
  });
});

describe('the pages of one business among several', () => {
  it('lie under its name, send their forms there, and show nothing of another', async () => {
    const shop = await openPageShop();
    await must(shop.settings({ controller: CONTROLLER }));
    const other = await shop.addBusiness('other');
    await expect.poll(async () => (await shop.open('/t/other/p/MARINA')).status, { timeout: 5_000 }).toBe(404);
    expect((await shop.open('/t/other/p/MARINA')).text).not.toMatch(/Мятной|Марина/);
    const page = await shop.open('/t/shop/p/MARINA');
    expect(page.text).toContain('<meta property="og:url" content="https://go.tea.example/t/shop/r/MARINA">');
    expect(page.text).toContain('action="/t/shop/p/MARINA/claim"');
    expect((await shop.open(`/t/other/programs/${shop.programId}`)).status).toBe(404);
    expect((await shop.open(`/t/shop/programs/${shop.programId}`)).status).toBe(200);
    const token = await shop.tokenOf('/t/shop/p/MARINA');
    const fields = { token, contact: 'among@example.com', personalData: 'yes' };
    expect((await shop.send('/t/other/p/MARINA/claim', fields)).status).toBe(404);
    const sent = await shop.send('/t/shop/p/MARINA/claim', fields);
    expect([sent.status, sent.headers['location']]).toEqual([303, '/t/shop/p/MARINA/kept']);
    const found = await shop.ask({ method: 'GET', url: '/v1/customers?q=among@example.com', key: other.secretKey });
    expect(found.body.items).toEqual([]);
  });
});

/** Of a code nobody has no page shows a form; the form of one that was taken away since may still be sent. */
async function tokenFor(shop: PageShop, code: string): Promise<string> {
  const { signClaim } = await import('../../src/friend-page/claim-token.ts');
  const [row] = await shop.rows<{ hash_key: Buffer }>('select hash_key from tenant');
  return signClaim(row?.hash_key ?? Buffer.alloc(0), code, shop.clock.now());
}

async function consentsOf(shop: PageShop, contact: string): Promise<readonly ConsentRow[]> {
  const [found] = (await shop.get(`/v1/customers?q=${encodeURIComponent(contact)}`)).body.items;
  return shop.rows<ConsentRow>(
    `select purpose, text_version, text_hash, given_at, is_confirmed from consent where replace(customer_id::text, '-', '') = $1 order by purpose`,
    [String(found?.id).replace('cus_', '')],
  );
}
