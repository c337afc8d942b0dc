/** The cabinet as a member sees it, in a real browser: the three answers, sharing in two taps, history, a claim, four looks (1-13, 1-14, 2-04). */
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type LiveApi, LOOKS, type Look, openVisitor, type Visitor } from '../support/browser.ts';
import { type CabinetShop, generous, program } from './cabinet-shop.ts';
import { openFilledShop } from './filled-shop.ts';

const PHONE: Look = { language: 'ru', scheme: 'light', device: 'phone' };
const SHOTS = process.env['SARAFAN_SHOTS'];

let api: LiveApi;
let shop: CabinetShop;
let programId: string;

beforeAll(async () => {
  ({ api, shop, programId } = await openFilledShop());
}, 300_000);

async function enter(look: Look, externalId = 'marina', aud = programId): Promise<Visitor> {
  const visitor = await openVisitor(look);
  const token = await shop.signToken({ aud, sub: externalId });
  await visitor.page.goto(`${api.url}/cabinet/#token=${token}`);
  await visitor.page.waitForSelector('.home');
  return visitor;
}

async function shoot({ page }: Visitor, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

describe('the cabinet in a browser', () => {
  it.each(LOOKS)('answers the three questions first, in %o', async (look) => {
    const visitor = await enter(look);
    const { page, troubles } = visitor;
    expect(page.url(), 'the token left the address').not.toContain('token');
    const headings = await page.locator('.grid > .card h2').allTextContents();
    expect(headings.slice(0, 3)).toEqual(
      look.language === 'ru' ? ['Друзья', 'Бонусы', 'Как потратить'] : ['Friends', 'Rewards', 'How to spend'],
    );
    const home = (await (await shop.open('marina', programId)).get('home')).body;
    expect(await page.locator('.card .big').first().textContent()).toContain(String(home.friends.total));
    expect((await page.locator('.sum .big').textContent())?.replaceAll(/\D/g, '')).toContain('450');
    if (look.device === 'phone') {
      const limit = (await page.locator('.bar').boundingBox())?.y ?? 0;
      for (const answer of await page.locator('.answers a').all()) {
        const { y = limit, height = 0 } = (await answer.boundingBox()) ?? {};
        expect(y + height, 'seen before anything is scrolled').toBeLessThan(Math.min(740, limit));
      }
      expect([await page.locator('.answers a').count(), await page.locator('.friends li').count()]).toEqual([3, 2]);
      await page.locator('a[href="#/friends"]').waitFor();
    }
    await shoot(visitor, `home-${look.language}-${look.scheme}-${look.device}`);
    await expectAccessible(page);
    expect(troubles).toEqual([]);
    await visitor.close();
  });

  it('shares in two taps at 360 pixels, each channel by its own link, and the disclosure stays', async () => {
    const visitor = await enter(PHONE);
    const { page } = visitor;
    const invite = page.locator('.bar button');
    expect(await invite.isVisible()).toBe(true);
    await invite.tap();
    await page.locator('dialog[open]').waitFor();
    for (const channel of ['Telegram', 'WhatsApp', 'ВКонтакте', 'MAX', 'Почта', 'СМС', 'QR-код', 'Копировать'])
      expect(await page.getByText(channel, { exact: true }).isVisible(), channel).toBe(true);
    expect(await page.getByText('Стена ВК').count()).toBe(0);
    await page.locator('dialog textarea').fill('Попробуй этот чай!');
    const telegram = await page.locator('a.channel', { hasText: 'Telegram' }).getAttribute('href');
    const shared = new URL(telegram ?? '').searchParams;
    expect(shared.get('url')).toBe(`${api.url}/r/MARINA?via=telegram`);
    expect(shared.get('text')).toBe('Попробуй этот чай!\nЕсли вы воспользуетесь приглашением, я получу от магазина вознаграждение.');
    await shoot(visitor, 'share');
    await expectAccessible(page);
    await page.getByText('Копировать', { exact: true }).tap();
    await expect
      .poll(async () => (await api.rows<{ shares: number }>(`select shares from share_count where channel = 'copy'`))[0]?.shares)
      .toBe(1);
    const said = page.getByRole('status').filter({ hasText: 'Скопировано' });
    await said.waitFor();
    // Above the sheet, not under it, and inside it: all else is hidden from a screen reader.
    const isOnTop = (element: Element): boolean => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + width / 2, y + height / 2)) && element.closest('dialog') !== null;
    };
    expect(await said.evaluate(isOnTop)).toBe(true);
    await page.getByText('QR-код', { exact: true }).tap();
    expect(await page.locator('dialog img.qr').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await visitor.close();
  });

  it('shows history, friends with labels, terms and settings, all by keyboard and to a screen reader', async () => {
    const visitor = await enter(PHONE);
    const { page } = visitor;
    await page.locator('a[href="#/history"]').click();
    await page.locator('.history li').first().waitFor();
    expect(await page.locator('.history').textContent()).toContain('Поправка вручную');
    await shoot(visitor, 'history');
    await expectAccessible(page);
    await page.goBack();
    await page.locator('.friends .name').first().click();
    await page.locator('dialog input').fill('Сестра');
    await page.keyboard.press('Enter');
    await page.locator('.friends .name', { hasText: 'Сестра' }).waitFor();
    await page.locator('a[href^="#/terms/"]').first().click();
    await page.locator('.terms h2').first().waitFor();
    await shoot(visitor, 'terms');
    await expectAccessible(page);
    await page.locator('a[href="#/settings"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.check input').first().waitFor();
    await shoot(visitor, 'settings');
    await expectAccessible(page);
    await visitor.close();
  });

  it('takes a claim, and shows what the shop has answered', async () => {
    const visitor = await enter(PHONE);
    const { page } = visitor;
    await page.locator('a[href="#/claim"]').click();
    await page.locator('form input').fill('Лена с работы');
    await page.locator('form textarea').fill('Заказывала 3 ноября');
    await page.locator('form button').click();
    await page.locator('.rows b', { hasText: 'Лена с работы' }).waitFor();
    const [claim] = (await api.get('/v1/friend-claims?status=open')).body.items;
    await api.post(`/v1/friend-claims/${claim.id}/answer`, { outcome: 'accepted', answer: 'Нашли заказ, спасибо!', actor: 'olga' });
    await page.reload();
    await page.getByText('Нашли заказ, спасибо!').waitFor();
    await shoot(visitor, 'claim');
    await expectAccessible(page);
    await visitor.close();
  });

  it('receives who has nothing yet with what to do, and who is no member with a way in', async () => {
    await shop.join('newcomer', programId, 'NEWCOMER');
    const member = await enter({ language: 'ru', scheme: 'dark', device: 'phone' }, 'newcomer');
    expect(await member.page.locator('.empty').count()).toBe(2);
    expect(await member.page.locator('#spend').isVisible(), 'how it will be spent').toBe(true);
    await shoot(member, 'empty');
    await expectAccessible(member.page);
    await member.close();
    const guest = await enter(PHONE, 'stranger');
    await guest.page.locator('.notice button').click();
    await guest.page.locator('.bar button').waitFor();
    await shoot(guest, 'joined');
    await guest.close();
  });

  it('lets a partner say where the money goes, and take materials', async () => {
    const [rule] = program.rules;
    const commission = { kind: 'commission', percent: { basisPoints: 1000 } };
    const forPartners = {
      ...generous,
      name: { ru: 'Партнёрам', en: 'For partners' },
      rules: [{ ...rule, grant: [{ to: 'referrer', benefit: commission }, ...(rule?.grant.slice(1) ?? [])] }],
    };
    const id = await shop.publish(forPartners);
    await shop.join('partner', id, 'PARTNER');
    const visitor = await enter(PHONE, 'partner', id);
    const { page } = visitor;
    await page.locator('a[href="#/payouts"]').click();
    await page.getByText('Только для счёта в банке России.').waitFor();
    for (const [label, text] of [
      ['Имя или название', 'Марина Светлова'],
      ['ИНН', '500100732259'],
      ['Номер счёта', '4'.repeat(20)],
      ['БИК', '044525225'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(text);
    await page.locator('form button[type=submit]').click();
    await page.getByText('счёт …4444').waitFor();
    const opening = visitor.context.waitForEvent('page');
    await page.locator('a[href$="/p/PARTNER/materials?lang=ru"]').click();
    const materials = await opening;
    await materials.getByRole('heading', { name: 'Готовые тексты' }).waitFor();
    await expectAccessible(materials);
    if (SHOTS !== undefined) await materials.screenshot({ path: `${SHOTS}/materials.png`, fullPage: true });
    for (const size of ['a6', 'a4']) {
      await materials.goto(`${api.url}/p/PARTNER/card?size=${size}`);
      await materials.locator('.face').first().waitFor();
      await expectAccessible(materials);
      if (SHOTS !== undefined) await materials.screenshot({ path: `${SHOTS}/card-${size}.png`, fullPage: true });
      const printed = (await materials.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(printed.match(/\/Type\s*\/Page\b/g), 'what is printed fits its paper').toHaveLength(1);
    }
    await materials.close();
    await shoot(visitor, 'payouts');
    await expectAccessible(page);
    await visitor.close();
  });

  it('signs in by a token that comes while the page is open, and keeps it out of the address', async () => {
    const visitor = await openVisitor(PHONE);
    const { page } = visitor;
    await page.goto(`${api.url}/cabinet/`);
    await page.locator('.door').waitFor();
    const token = await shop.signToken({ aud: programId, sub: 'marina' });
    await page.evaluate((value) => {
      location.hash = `#token=${value}`;
    }, token);
    await page.locator('.home').waitFor();
    expect(page.url()).not.toContain('token');
    await visitor.close();
  });

  it('says at the door which ways there are, and what was wrong with a token', async () => {
    const visitor = await openVisitor(PHONE);
    const token = await shop.signToken({ aud: programId, sub: 'marina', lifeSeconds: 3600 });
    await visitor.page.goto(`${api.url}/cabinet/#token=${token}`);
    await visitor.page.getByText('15 минут').waitFor();
    expect(await visitor.page.locator('input[type=email]').count()).toBe(0);
    await shoot(visitor, 'door');
    await expectAccessible(visitor.page);
    await visitor.close();
  });
});
