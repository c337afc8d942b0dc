import { expect, it } from 'vitest';
import { must } from '../friend-page/page-shop.ts';
import { expectAccessible, openLiveApi, openVisitor, signInOwner } from '../support/browser.ts';
import { openHostSite } from './host-page.ts';

it('the console shows what is seen of the shop’s site while somebody tries it', async () => {
  const api = await openLiveApi();
  await must(api.ask({ method: 'PATCH', url: '/v1/tenant', body: { landingDomains: ['tea.example'] } }));
  const owner = await openVisitor({ language: 'ru', scheme: 'light', device: 'phone' });
  await signInOwner(api, owner);
  await owner.page.goto(`${api.url}/console/#/settings/self-check`);
  await owner.page.getByRole('button', { name: 'Составить строку' }).click();
  const line = (await owner.page.locator('code').textContent()) ?? '';
  const [, src, key = ''] = /^<script src="(.*)" data-key="(pk_.*)"><\/script>$/.exec(line) ?? [];
  expect(src).toBe(`${api.url}/widget.js`);
  expect((await api.ask({ method: 'GET', url: '/v1/offers/NOBODY', key })).status, 'the key is one for pages').toBe(404);
  await owner.page.getByRole('link', { name: 'Секреты кабинета' }).click();
  await owner.page.getByRole('region', { name: 'Секреты кабинета' }).waitFor();
  await owner.page.goBack();
  await expectAccessible(owner.page);
  for (const host of ['shop.tea.example', 'elsewhere.example'])
    await fetch(`${api.url}/widget.js`, { headers: { referer: `https://${host}/` } });
  await owner.page.getByText('shop.tea.example').waitFor();
  // The domain that is not on the list is told, the other is not.
  expect(await owner.page.getByText('Этого домена нет в списке адресов магазина').count()).toBe(1);
  await expectAccessible(owner.page);
  await owner.close();
  await api.addBusiness('coffee');
  expect((await api.get('/v1/self-check')).body.scriptUrl, 'where several businesses live').toBe(`${api.url}/t/shop/widget.js`);

  const site = await openHostSite();
  site.put('/', { head: `<script src="${api.url}/t/shop/widget.js"></script>`, body: '<sarafan-share code="MARINA"></sarafan-share>' });
  const visitor = await openVisitor({ language: 'ru', scheme: 'light', device: 'phone' });
  await visitor.page.goto(`${site.url}/`);
  await visitor.page.getByText('В строке скрипта не хватает ключа для страниц').waitFor();
  await visitor.close();
}, 120_000);
