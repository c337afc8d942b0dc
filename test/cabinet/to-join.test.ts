/** What stands between a customer and a programme they are not in: told with numbers, in words, and only of what they may see (1-21). */
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, type Look, openLiveApi, openVisitor } from '../support/browser.ts';
import { type Cabinet, type CabinetShop, openCabinetShop, program } from './cabinet-shop.ts';

const START = new Date('2026-11-20T12:00:00Z');
const SHOTS = process.env['SARAFAN_SHOTS'];
const named = (name: string, enrolment: object) => ({ ...program, tiers: [], name: { ru: name, en: name }, enrolment });

interface Shown {
  readonly id: string;
  readonly name: { readonly ru: string };
  readonly status: string;
  readonly canJoin: boolean;
  readonly toJoin: readonly { readonly text: { readonly ru: string; readonly en: string }; readonly missing: object | null }[];
}

const programsOf = async (cabinet: Cabinet): Promise<readonly Shown[]> => (await cabinet.get('home')).body.programs;
const toldOf = async (cabinet: Cabinet, name: string): Promise<Shown | undefined> =>
  (await programsOf(cabinet)).find((each) => each.name.ru === name);

describe('the cabinet of somebody who is no member yet', () => {
  let shop: CabinetShop;
  let open: (externalId: string) => Promise<Cabinet>;
  let ids: Readonly<Record<'regulars' | 'newcomers' | 'automatic' | 'signedUp', string>>;
  const pay = (externalId: string, id: string) => shop.pay({ id, total: '200000', customer: { externalId } });
  const deliver = (id: string) =>
    shop.api.post('/v1/events', { id: `d-${id}`, type: 'order.delivered', occurredAt: shop.api.clock.now().toISOString(), order: { id } });

  beforeAll(async () => {
    shop = await openCabinetShop({ now: START });
    ids = {
      regulars: await shop.publish(named('Постоянным', { mode: 'optIn', if: [{ paidOrders: { atLeast: 2 } }] })),
      newcomers: await shop.publish(named('Новичкам', { mode: 'optIn', if: [{ newCustomer: true }] })),
      automatic: await shop.publish(named('Всем', { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] })),
      signedUp: await shop.publish(named('Старожилам', { mode: 'optIn', if: [{ daysSince: { event: 'signUp', atLeast: 30 } }] })),
    };
    open = (externalId) => shop.open(externalId, ids.regulars);
  });

  it('says how many orders are missing, and lets in when none is', async () => {
    const cabinet = await open('buyer');
    const told = async () => toldOf(cabinet, 'Постоянным');
    expect(await told()).toMatchObject({ status: 'none', canJoin: false });
    expect((await told())?.toJoin).toEqual([
      { text: { ru: 'Ещё 2 оплаченных заказа.', en: '2 more paid orders.' }, missing: { count: 2 }, isForGood: false },
    ]);
    expect((await cabinet.send('POST', `programs/${ids.regulars}/join`)).body).toMatchObject({
      code: 'enrolment_conditions',
      missing: { count: 2 },
    });
    await pay('buyer', 'b-1');
    expect((await told())?.toJoin).toMatchObject([{ text: { ru: 'Ещё 1 оплаченный заказ.', en: '1 more paid order.' } }]);
    await pay('buyer', 'b-2');
    expect(await told()).toMatchObject({ canJoin: true, toJoin: [] });
    expect((await cabinet.send('POST', `programs/${ids.regulars}/join`)).status).toBe(204);
    expect(await told()).toMatchObject({ status: 'active', canJoin: false, toJoin: [] });
  });

  it('tells of a programme one is enrolled in without asking, until one is', async () => {
    const cabinet = await open('waiting');
    await pay('waiting', 'w-1');
    expect(await toldOf(cabinet, 'Всем')).toMatchObject({
      status: 'none',
      canJoin: false,
      toJoin: [{ text: { ru: 'Ещё 1 доставленный заказ.', en: '1 more delivered order.' }, missing: { count: 1 } }],
    });
    await deliver('w-1');
    expect(await toldOf(cabinet, 'Всем')).toMatchObject({ status: 'active', toJoin: [] });
  });

  it('says that an offer is for new customers, and nothing of one that nobody asked to join', async () => {
    const cabinet = await open('known');
    expect(await toldOf(cabinet, 'Новичкам')).toMatchObject({ canJoin: true, toJoin: [] });
    await pay('known', 'k-1');
    expect(await toldOf(cabinet, 'Новичкам')).toMatchObject({
      canJoin: false,
      toJoin: [{ text: { ru: 'Предложение действует только для новых покупателей.' }, missing: null, isForGood: true }],
    });
    await shop.publish(named('Знакомство', { mode: 'automatic', if: [{ newCustomer: true }] }));
    expect(await toldOf(cabinet, 'Знакомство')).toBeUndefined();
  });

  it('counts the days that are left, and asks for the beginning they are counted from', async () => {
    const cabinet = await open('settled');
    const missing = async () => (await toldOf(cabinet, 'Старожилам'))?.toJoin.map(({ text }) => text.ru);
    expect(await missing()).toEqual(['Не раньше чем через 30 дней после регистрации.']);
    await shop.api.post('/v1/events', {
      id: 'settled-signed-up',
      type: 'member.signed_up',
      occurredAt: START.toISOString(),
      customer: { externalId: 'settled' },
    });
    expect(await missing()).toEqual(['Не раньше чем через 30 дней после регистрации: ещё 30 дней.']);
  });

  it('says to who has left what coming back takes now', async () => {
    const cabinet = await open('leaver');
    await pay('leaver', 'l-1');
    await deliver('l-1');
    expect((await cabinet.send('PATCH', `programs/${ids.automatic}`, { status: 'left' })).status).toBe(204);
    expect(await toldOf(cabinet, 'Всем')).toMatchObject({ status: 'left', canJoin: true, toJoin: [] });
    const stricter = named('Всем', { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 3 } }] });
    await shop.api.post(`/v1/programs/${ids.automatic}/versions`, { document: stricter });
    expect((await shop.api.post(`/v1/programs/${ids.automatic}/versions/2/publish`)).status).toBe(200);
    expect(await toldOf(cabinet, 'Всем')).toMatchObject({
      status: 'left',
      canJoin: false,
      toJoin: [{ text: { ru: 'Ещё 2 доставленных заказа.' }, missing: { count: 2 } }],
    });
  });

  it('tells nothing of what is not open to them: drafts, what has not begun, pauses, ends, and what the shop invites to', async () => {
    const asked = { if: [{ paidOrders: { atLeast: 9 } }] };
    const modes = ['optIn', 'automatic'] as const;
    for (const mode of modes) {
      for (const act of ['pause', 'end']) {
        const id = await shop.publish(named(`Тайна ${mode} ${act}`, { mode, ...asked }));
        expect((await shop.api.post(`/v1/programs/${id}/${act}`)).status).toBe(200);
      }
      const later = await shop.api.post('/v1/programs', { document: named(`Тайна ${mode} later`, { mode, ...asked }) });
      await shop.api.post(`/v1/programs/${later.body.id}/versions/1/publish`, { effectiveFrom: '2027-01-01T00:00:00Z' });
      await shop.api.post('/v1/programs', { document: named(`Тайна ${mode} draft`, { mode, ...asked }) });
    }
    await shop.publish(named('Тайна staff', { mode: 'staff', ...asked }));
    const home = await (await open('curious')).get('home');
    expect(home.body.programs.length).toBeGreaterThan(0);
    expect(home.text).not.toContain('Тайна');
  });
});

describe('the page of somebody who is no member yet', () => {
  it.each<Look>([
    { language: 'ru', scheme: 'light', device: 'phone' },
    { language: 'en', scheme: 'dark', device: 'desktop' },
  ])(
    'shows what is missing, without a button that would be refused, in %o',
    async (look) => {
      const api = await openLiveApi();
      const shop = await openCabinetShop({}, api);
      const regulars = {
        ...program,
        enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 2 } }, { deliveredOrders: { atLeast: 1 } }] },
      };
      const programId = await shop.publish(regulars);
      const club = { ...named('Клуб', { mode: 'optIn', if: [{ newCustomer: true }] }), name: { ru: 'Клуб новичков', en: 'New friends' } };
      await shop.publish(club);
      await shop.pay({ id: 'g-1', total: '200000', customer: { externalId: 'guest' } });
      const visitor = await openVisitor(look);
      const { page, troubles } = visitor;
      await page.goto(`${api.url}/cabinet/#token=${await shop.signToken({ aud: programId, sub: 'guest' })}`);
      await page.waitForSelector('.home');
      const isRussian = look.language === 'ru';
      expect(await page.locator('.notice li').allTextContents()).toEqual(
        isRussian ? ['Ещё 1 оплаченный заказ.', 'Ещё 1 доставленный заказ.'] : ['1 more paid order.', '1 more delivered order.'],
      );
      expect(await page.locator('.notice p').last().textContent()).toBe(
        isRussian
          ? 'Вступить не получится. Предложение действует только для новых покупателей.'
          : 'You cannot join. The offer is for new customers only.',
      );
      expect(await page.locator('#spend p').count(), 'what two programmes say alike is said once').toBe(1);
      expect(await page.locator('.notice button').count()).toBe(0);
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/to-join-${look.language}.png`, fullPage: true });
      await expectAccessible(page);
      await shop.pay({ id: 'g-2', total: '200000', customer: { externalId: 'guest' } });
      await api.post('/v1/events', { id: 'g-d', type: 'order.delivered', occurredAt: new Date().toISOString(), order: { id: 'g-1' } });
      await page.reload();
      await page.locator('.code').first().waitFor();
      expect(await page.locator('.notice').count()).toBe(1);
      expect(troubles).toEqual([]);
      await visitor.close();
    },
    300_000,
  );
});
