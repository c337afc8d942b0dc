import { expect, it } from 'vitest';
import { must } from '../friend-page/page-shop.ts';
import { expectAccessible, openLiveApi, openVisitor, signInOwner } from '../support/browser.ts';

it('the console shows what is seen of the shop’s site while somebody tries it', async () => {
  const api = await openLiveApi();
  await must(api.ask({ method: 'PATCH', url: '/v1/tenant', body: { landingDomains: ['tea.example'] } }));
  const owner = await openVisitor({ language: 'ru', scheme: 'light', device: 'phone' });
  await signInOwner(api, owner);
  await owner.page.goto(`${api.url}/console/#/settings/self-check`);
  await owner.page.getByText(`<script src="${api.url}/widget.js"></script>`).waitFor();
  await expectAccessible(owner.page);
  for (const host of ['shop.tea.example', 'elsewhere.example'])
    await fetch(`${api.url}/widget.js`, { headers: { referer: `https://${host}/` } });
  await owner.page.getByText('shop.tea.example').waitFor();
  // The domain that is not on the list is told, the other is not.
  expect(await owner.page.getByText('Этого домена нет в списке адресов магазина').count()).toBe(1);
  await expectAccessible(owner.page);
  await owner.close();
}, 120_000);
