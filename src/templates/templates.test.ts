import { describe, expect, it } from 'vitest';
import { decodeProgramDocument, encodeProgramDocument } from '../contract/program-document.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { NOTHING_TYPED } from '../domain/program/lint/figures.ts';
import { lintProgram } from '../domain/program/lint/lint-program.ts';
import { TEMPLATES } from './all-templates.ts';
import type { ShopFigures } from './shop-figures.store.ts';
import { type KnownShop, shopSizes } from './shop-sizes.ts';
import type { Template } from './template.ts';
import { valueAt } from './value-at-pointer.ts';

const AT = new Date('2026-11-20T12:00:00Z');
const NEWBORN: KnownShop = { locale: 'ru', currency: 'RUB', at: AT, figures: null, typedMarginBasisPoints: 3000n };
const FIGURES: ShopFigures = {
  currency: 'RUB',
  orders: 1240,
  customers: 700,
  medianOrderMinor: 296_000n,
  meanOrderMinor: 331_000n,
  ordersPerCustomerHundredths: 177,
  medianDaysBetweenOrders: 75,
  margin: { basisPoints: 2800n, orders: 900 },
  refundRateBasisPoints: 300n,
};
const GROWN: KnownShop = { locale: 'ru', currency: 'RUB', at: AT, figures: FIGURES, typedMarginBasisPoints: null };
const THIN: KnownShop = { ...GROWN, figures: { ...FIGURES, margin: { basisPoints: 400n, orders: 900 } } };
const SHOPS: readonly KnownShop[] = [NEWBORN, GROWN, THIN, { ...NEWBORN, currency: 'USD' }, { ...NEWBORN, currency: 'JPY' }];

function documentOf(template: Template, shop: KnownShop): ProgramDocument {
  const decoded = decodeProgramDocument(template.propose(shopSizes(shop)).document, { timeZone: 'Europe/Moscow' });
  expect(decoded.ok ? [] : decoded.error).toEqual([]);
  if (!decoded.ok) throw new Error('told above');
  return decoded.value;
}

describe.each(TEMPLATES.map((template) => [template.id, template] as const))('template %s', (_id, template) => {
  it('1-15 can be published unchanged by any shop', () => {
    for (const shop of SHOPS) {
      const document = documentOf(template, shop);
      expect(decodeProgramDocument(encodeProgramDocument(document), { timeZone: 'UTC' })).toEqual({ ok: true, value: document });
    }
  });

  it('1-15 passes the linter without an error or a warning once the margin is known', () => {
    for (const basisPoints of [6000n, 3000n, 1000n, 400n, 150n]) {
      const owner = { ...NOTHING_TYPED, margin: { basisPoints, categories: [] } };
      const document = documentOf(template, { ...NEWBORN, typedMarginBasisPoints: basisPoints });
      const advice = lintProgram(document, { figures: null, owner, others: [], at: AT });
      // Of a margin of a few percent nothing can be given that anybody notices: the linter says so, and rightly.
      const grave = advice.filter(
        ({ severity, check }) => severity !== 'note' && (basisPoints >= 1000n || check !== 'reward-below-notice'),
      );
      expect(grave.map(({ check, where }) => `${check} ${where.path}`)).toEqual([]);
    }
  });

  it('0-07 has a reason and a source for every default', () => {
    const { document, reasons } = template.propose(shopSizes(GROWN));
    const covered = reasons.map(({ path }) => path);
    for (const path of leavesOf(document)) {
      const hasReason = covered.some((reason) => path === reason || path.startsWith(`${reason}/`));
      if (!isName(path)) expect.soft(hasReason, `${path} = ${String(valueAt(document, path))}`).toBe(true);
    }
    for (const { path, because } of reasons) {
      expect.soft(valueAt(document, path), path).not.toBeNull();
      for (const text of [because.text, because.source]) expect.soft(text.ru.trim() !== '' && text.en.trim() !== '', path).toBe(true);
    }
  });

  it('1-16 says when not to run it, in both languages', () => {
    expect(template.notWhen.length).toBeGreaterThan(0);
    for (const text of [template.name, template.forWhom, ...template.notWhen]) expect(text.ru !== '' && text.en !== '').toBe(true);
  });

  it('0-24 promises no growth', () => {
    const said = JSON.stringify([template, template.propose(shopSizes(GROWN))]);
    expect(said).not.toMatch(
      /35\s?%|\+\s?\d+\s?%|вырас|увелич|гаранти|в \d+ раз больше|will (grow|increase|double)|guarantee|more sales|boost/i,
    );
  });

  it('2-03 never proposes to give away more than an order earns', () => {
    for (const shop of [GROWN, THIN]) {
      const margin = shop.figures?.margin?.basisPoints ?? 0n;
      for (const rate of ratesOf(template.propose(shopSizes(shop)).document)) expect(rate).toBeLessThanOrEqual(Number(margin));
    }
  });
});

it('1-09 proposes the trigger and the guards that fit the goal', () => {
  const idsFor = (goal: string) => TEMPLATES.filter(({ goals }) => goals.some((one) => one === goal)).map(({ id }) => id);
  expect(idsFor('firstSales')).toContain('two-sided-code');
  expect(idsFor('loyalty')).toContain('points-club');
  expect(idsFor('recurringRevenue')).toEqual(['subscription-ambassador']);
  expect(idsFor('wordOfMouth')).toContain('story-donation');
  expect(idsFor('signUps')).toEqual(['sign-up-code']);
  const [signUps] = TEMPLATES.filter(({ id }) => id === 'sign-up-code').map((template) => documentOf(template, NEWBORN));
  expect(signUps?.rules[0]?.on).toBe('member.signed_up');
  expect(signUps?.attribution.lockAt).toBe('signUp');
  expect(signUps?.rules[1]).toMatchObject({
    caps: { perReferrer: { count: 5, per: 'month' } },
    grant: [{ hold: { reasons: ['review'] } }],
  });
});

function leavesOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, `${path}/${name}`));
}

/** Names, ids and currencies are no choices of size; who gets what is the template itself. */
function isName(path: string): boolean {
  return /\/(ru|en|id|currency|sku|to|kind|acceptance|perk|perks\/\d+|replaces\/\d+)$/.test(path);
}

function ratesOf(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (name === 'basisPoints' ? [Number(part)] : ratesOf(part)));
}
