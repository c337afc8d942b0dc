/** A code taken back: by the API and from the page of a person, with what comes of it told before (contract 2; issue: People). */
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type LiveApi, type Look, openLiveApi, openVisitor, signInOwner, type Visitor } from '../support/browser.ts';
import { referAFriend } from '../support/shop.ts';

const SHOTS = process.env['SARAFAN_SHOTS'];
const LOOKS: readonly Look[] = [
  { language: 'ru', scheme: 'light', device: 'desktop' },
  { language: 'en', scheme: 'dark', device: 'phone' },
];
const WORDS = {
  ru: { action: 'Отозвать код', title: 'Отозвать код', cancel: 'Отмена', gone: 'больше не работает', give: 'Дать ссылку' },
  en: { action: 'Retire the code', title: 'Retire the code', cancel: 'Cancel', gone: 'works no more', give: 'Give a link' },
};

describe('a code taken back', () => {
  let api: LiveApi;
  let programId: string;

  beforeAll(async () => {
    api = await openLiveApi({ links: true });
    const document = { ...referAFriend, enrolment: { mode: 'optIn' } };
    programId = (await api.post('/v1/programs', { document })).body.id;
    await api.post(`/v1/programs/${programId}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
  });

  const give = async (customer: string, code: string): Promise<string> => {
    await api.ask({ method: 'PUT', url: `/v1/customers/${customer}`, body: { name: `Некто ${code}` } });
    const made = await api.post(`/v1/customers/${customer}/codes`, { code });
    expect(made.status, made.text).toBe(201);
    expect((await api.post(`/v1/customers/${customer}/memberships`, { programId })).status).toBeLessThan(300);
    return made.body.id;
  };
  const retire = (id: string, headers?: Readonly<Record<string, string>>) => api.post(`/v1/codes/${id}/retire`, { actor: 'anna' }, headers);
  const buy = (id: string, code: string) =>
    api.post('/v1/events', {
      id,
      type: 'order.paid',
      occurredAt: api.clock.now().toISOString(),
      customer: { externalId: `friend-${id}` },
      order: { id, total: { amountMinor: '300000', currency: 'RUB' } },
      attribution: { code },
    });

  it('works no more at a checkout, and what it had brought stays', async () => {
    const id = await give('leaky', 'LEAKY');
    expect((await buy('before', 'LEAKY')).body.attribution).toMatchObject({ by: 'code' });
    const retired = await retire(id);
    expect([retired.status, retired.body]).toEqual([200, expect.objectContaining({ id, code: 'LEAKY', status: 'retired' })]);
    const { body } = await buy('after', 'LEAKY');
    expect(body.attribution).toMatchObject({ by: 'none', losers: [{ by: 'code', reason: 'code-retired' }] });
    expect(body.refusals.map(({ reason }: { reason: string }) => reason)).toContain('code-retired');
    expect((await api.get('/v1/customers/leaky/referrals')).body.items).toHaveLength(1);
    expect((await api.get('/v1/offers/LEAKY')).status).toBe(404);
    await api.ask({ method: 'PUT', url: '/v1/customers/other', body: {} });
    expect((await api.post('/v1/customers/other/codes', { code: 'LEAKY' })).body.code).toBe('code_taken');
  });

  it('is taken back once, however often it is asked', async () => {
    const id = await give('twice', 'TWICE');
    const first = await retire(id, { 'idempotency-key': 'r-1' });
    expect((await retire(id, { 'idempotency-key': 'r-1' })).text).toBe(first.text);
    expect((await retire(id)).text).toBe(first.text);
    const { items } = (await api.get('/v1/customers/twice/story')).body;
    expect(items.filter(({ type }: { type: string }) => type === 'code.retired')).toMatchObject([{ actor: 'anna' }]);
  });

  it.each(LOOKS)('goes from the page of a person after one question: $language', { timeout: 120_000 }, async (look) => {
    const said = WORDS[look.language];
    const code = `CARD-${look.language}`.toUpperCase();
    const id = await give(`owner-${look.language}`, code);
    const customer = (await api.get(`/v1/customers/owner-${look.language}`)).body;
    const visitor = await openVisitor(look);
    const { page } = visitor;
    await visitor.context.addInitScript((language) => localStorage.setItem('sarafan.locale', language), look.language);
    await signInOwner(api, visitor);
    await page.goto(`${api.url}/console/#/people/${customer.id}`);
    await page.getByText(code, { exact: true }).waitFor();
    await page.getByRole('button', { name: said.action }).click();
    const dialog = page.getByRole('dialog', { name: `${said.title} ${code}?` });
    await dialog.waitFor();
    await shoot(visitor, `retire-code-asked-${look.language}`);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: said.cancel }).last().click();
    await dialog.waitFor({ state: 'detached' });
    expect((await api.get(`/v1/customers/${customer.id}`)).body.codes).toMatchObject([{ id, status: 'active' }]);
    await page.getByRole('button', { name: said.action }).click();
    await dialog.getByRole('button', { name: said.action }).click();
    await page.getByText(said.gone, { exact: true }).waitFor();
    await page.getByRole('button', { name: said.give }).waitFor();
    await shoot(visitor, `retire-code-done-${look.language}`);
    await expect.poll(async () => (await fetch(customer.codes[0].link, { redirect: 'manual' })).status, { timeout: 10_000 }).toBe(410);
    expect(visitor.troubles).toEqual([]);
    await visitor.close();
  });

  // Last: with a second business the console asks which one is meant.
  it('is nobody’s from outside: another business’s, an unknown one, a key that may not', async () => {
    const id = await give('safe', 'SAFE');
    const other = await api.addBusiness('other');
    const url = `/v1/codes/${id}/retire`;
    const strange = await api.ask({ method: 'POST', url, body: { actor: 'anna' }, key: other.secretKey });
    expect([strange.status, strange.body.code]).toEqual([404, 'code_unknown']);
    expect((await retire(`cod_${'0'.repeat(32)}`)).status).toBe(404);
    const writer = await api.ask({ method: 'POST', url, body: { actor: 'anna' }, key: await api.keyWith(['write']) });
    expect(writer.status).toBe(403);
    expect((await api.get('/v1/customers/safe')).body.codes).toMatchObject([{ code: 'SAFE', status: 'active' }]);
  });
});

async function shoot({ page }: Visitor, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
