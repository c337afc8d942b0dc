/** Names, codes and texts that are markup, shown in the cabinet and in the console by a real browser: they are read, and nothing of them runs (issue 4, section 7). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type CabinetShop, generous, openCabinetShop } from '../cabinet/cabinet-shop.ts';
import { type LiveApi, openLiveApi, openVisitor, signInOwner, type Visitor } from '../support/browser.ts';
import { rub } from '../support/http-shop.ts';

const LOOK = { language: 'ru', scheme: 'light', device: 'desktop' } as const;

/** Each would leave an element of its own, or run, wherever it were taken for markup; the mark says where it came from. */
const hostile = (mark: string): string =>
  `${mark}"'><i data-hostile="${mark}" onmouseover=hostile=1><img src=x onerror=hostile=1><script>hostile=1</script>{{ 7*7 }}`;
const both = (mark: string) => ({ ru: hostile(mark), en: hostile(mark) });

let api: LiveApi;
let shop: CabinetShop;
let programId: string;
let customerId: string;

beforeAll(async () => {
  api = await openLiveApi({ links: true });
  shop = await openCabinetShop({}, api);
  const must = async (method: 'POST' | 'PUT' | 'PATCH', url: string, body: object) => {
    const reply = await api.ask({ method, url, body });
    expect(reply.status, `${url} ${reply.text}`).toBeLessThan(300);
    return reply.body;
  };
  await must('PATCH', '/v1/tenant', { name: hostile('shop'), landingDomains: ['tea.example'] });
  const [tier, ...tiers] = generous.tiers;
  programId = await shop.publish({
    ...generous,
    name: both('programme'),
    story: { title: both('story'), text: both('words') },
    tiers: [{ ...tier, name: both('tier'), greeting: both('greeting') }, ...tiers],
  });
  customerId = (await must('PUT', '/v1/customers/marina', { name: hostile('Марина'), email: 'marina@example.com' })).id;
  await must('POST', '/v1/customers/marina/memberships', { programId });
  await must('POST', '/v1/customers/marina/codes', { code: 'MARINA' });
  await must('POST', '/v1/customers/marina/adjustments', { amount: rub(45_000), reason: hostile('reason'), actor: 'olga' });
  await shop.pay({
    id: hostile('order'),
    total: '320000',
    customer: { externalId: hostile('friend'), name: hostile('Олег') },
    code: 'MARINA',
  });
  const marina = await shop.open('marina', programId);
  const friend = (await marina.get('friends')).body.items[0].id;
  expect((await marina.send('PUT', `friends/${friend}/label`, { label: '<i data-hostile=label>сестра' })).status).toBe(204);
  const filed = await marina.send('POST', 'claims', { friend: hostile('claim').slice(0, 90), note: hostile('note') });
  expect(filed.status, filed.text).toBeLessThan(300);
  await must('POST', `/v1/connectors`, { name: hostile('connection').slice(0, 100), preset: 'tilda' });
  await must('POST', '/v1/keys', { name: hostile('key').slice(0, 100) });
}, 180_000);

/** The text stands in the page as it was written, no element of it does, and none of it has run. */
async function expectRead({ page, troubles }: Visitor, where: string, marks: readonly string[]): Promise<void> {
  for (const mark of marks)
    await expect.poll(() => everything(page), { message: `${mark} in ${where}`, timeout: 10_000 }).toContain(`${mark}"'><i`);
  expect(await page.locator('[data-hostile], img[src="x"]').count(), where).toBe(0);
  expect(await page.evaluate(() => 'hostile' in window), where).toBe(false);
  expect(troubles, where).toEqual([]);
}

/** What is written in the page and what stands in its fields. */
function everything(page: Visitor['page']): Promise<string> {
  return page.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('input, textarea')].map((field) => ('value' in field ? field.value : '')),
    ].join('\n'),
  );
}

describe('texts that are markup', () => {
  it('would be found: where they are taken for markup, an element of them stands there', async () => {
    const visitor = await openVisitor(LOOK);
    await visitor.page.setContent(hostile('planted'));
    expect(await visitor.page.locator('[data-hostile]').count()).toBe(1);
    expect(await visitor.page.evaluate(() => 'hostile' in window)).toBe(true);
    await visitor.close();
  });

  it('are read in the cabinet', async () => {
    const visitor = await openVisitor({ ...LOOK, device: 'phone' });
    const { page } = visitor;
    await page.goto(`${api.url}/cabinet/#token=${await shop.signToken({ aud: programId, sub: 'marina' })}`);
    await page.locator('.home').waitFor();
    await expectRead(visitor, 'home', ['shop', 'Марина', 'tier', 'greeting']);
    expect(await everything(page)).toContain('<i data-hostile=label>сестра');
    for (const [view, marks] of [
      ['friends', []],
      ['history', ['programme']],
      ['claim', ['claim']],
      ['settings', []],
      [`terms/${programId}`, []],
    ] as const) {
      await page.goto(`${api.url}/cabinet/#/${view}`);
      await page.locator('.view h1').waitFor();
      await expectRead(visitor, view, marks);
    }
    await visitor.close();
  });

  it('are read in the console', async () => {
    const visitor = await openVisitor(LOOK);
    const { page } = visitor;
    await signInOwner(api, visitor);
    for (const [place, marks] of [
      ['/', []],
      ['/people', ['Марина']],
      [`/people/${customerId}`, ['Марина', 'reason', 'order']],
      ['/queues?queue=claims', ['claim', 'note']],
      ['/programs', ['programme']],
      [`/programs/${programId}`, ['programme']],
      [`/programs/${programId}?tab=tiers`, ['tier']],
      [`/programs/${programId}?tab=words`, ['story', 'words']],
      ['/connect', ['connection']],
      ['/settings?tab=shop', ['shop']],
      ['/settings?tab=keys', ['key']],
      ['/settings?tab=audit', []],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`${api.url}/console/#${place}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      await expectRead(visitor, place, marks);
    }
    await visitor.close();
  });
});
