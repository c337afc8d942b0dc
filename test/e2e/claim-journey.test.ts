/** "My friend is not counted": said in the cabinet, answered by a person in the queue, read and counted in the cabinet; in each language and on each device (1-13). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type CabinetShop, openCabinetShop, program } from '../cabinet/cabinet-shop.ts';
import { expectAccessible, type LiveApi, type Look, openLiveApi, openVisitor, signInOwner } from '../support/browser.ts';

interface Way {
  readonly language: Look['language'];
  readonly member: { readonly id: string; readonly code: string; readonly on: Look['device'] };
  readonly staffOn: Look['device'];
  readonly friend: { readonly id: string; readonly name: string };
  readonly words: Readonly<Record<'answer' | 'who' | 'text' | 'accept' | 'told' | 'counted' | 'friends', string>>;
}

const WAYS: readonly Way[] = [
  {
    language: 'ru',
    member: { id: 'marina', code: 'MARINA', on: 'phone' },
    staffOn: 'desktop',
    friend: { id: 'lena', name: 'Лена Тихая' },
    words: {
      answer: 'Ответить',
      who: 'Кто этот друг',
      text: 'Что прочтёт человек',
      accept: 'Засчитать друга',
      told: 'Нашли заказ, спасибо!',
      counted: 'Засчитано',
      friends: '1 друг',
    },
  },
  {
    language: 'en',
    member: { id: 'mary', code: 'MARY', on: 'desktop' },
    staffOn: 'phone',
    friend: { id: 'jane', name: 'Jane Quiet' },
    words: {
      answer: 'Answer',
      who: 'Who this friend is',
      text: 'What the member reads',
      accept: 'Count the friend',
      told: 'Found it, thank you!',
      counted: 'Counted',
      friends: '1 friend',
    },
  },
];

let api: LiveApi;
let shop: CabinetShop;
let programId: string;

beforeAll(async () => {
  api = await openLiveApi();
  shop = await openCabinetShop({}, api);
  programId = await shop.publish(program);
  for (const { member, friend } of WAYS) {
    await shop.join(member.id, programId, member.code);
    // Without the code: nobody knows who brought them.
    await shop.pay({ id: `o-${friend.id}`, total: '320000', customer: { externalId: friend.id, name: friend.name } });
  }
}, 180_000);

describe('a friend who is not counted', () => {
  it.each(WAYS)(
    'is claimed, found and counted: $language, the member on a $member.on',
    { timeout: 90_000 },
    async ({ language, member, staffOn, friend, words }) => {
      const claimant = await openVisitor({ language, scheme: 'light', device: member.on });
      await claimant.page.goto(`${api.url}/cabinet/#token=${await shop.signToken({ aud: programId, sub: member.id })}`);
      await claimant.page.locator('a[href="#/claim"]').click();
      await claimant.page.locator('form input').fill(friend.name);
      await claimant.page.locator('form button').click();
      await claimant.page.locator('.rows b', { hasText: friend.name }).waitFor();

      const owner = await openVisitor({ language, scheme: 'light', device: staffOn });
      const { page } = owner;
      await signInOwner(api, owner);
      await page.evaluate((chosen) => localStorage.setItem('sarafan.locale', chosen), language);
      await page.goto(`${api.url}/console/#/queues?queue=claims`);
      await page.reload();
      await page.getByText(friend.name).first().waitFor();
      await page.getByRole('button', { name: words.answer }).first().click();
      await page
        .getByLabel(words.who)
        .first()
        .fill(friend.name.split(' ')[0] ?? '');
      await page.getByRole('radio', { name: friend.name }).click();
      await page.getByLabel(words.text).fill(words.told);
      await expectAccessible(page);
      await page.getByRole('button', { name: words.accept }).click();
      await expect
        .poll(async () =>
          (await api.get('/v1/friend-claims?status=accepted')).body.items.some((claim: { friend: string }) => claim.friend === friend.name),
        )
        .toBe(true);

      await claimant.page.reload();
      await claimant.page.getByText(words.told).waitFor();
      await claimant.page.getByText(words.counted, { exact: true }).first().waitFor();
      await claimant.page.goto(`${api.url}/cabinet/#/`);
      await claimant.page.locator('#friends').getByText(words.friends, { exact: true }).waitFor();
      expect(await claimant.page.locator('.home').textContent(), 'a first name at most').not.toContain(friend.name);
      expect([...claimant.troubles, ...owner.troubles]).toEqual([]);
      await Promise.all([claimant.close(), owner.close()]);
    },
  );
});
