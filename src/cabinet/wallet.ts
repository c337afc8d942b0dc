/** What a member has: balances, what is held and why, coupons, choices, accesses. */
import type {
  WireCabinetAccess,
  WireCabinetBalance,
  WireCabinetChoice,
  WireCabinetCoupon,
  WireCabinetHeld,
} from '../contract/cabinet-home.endpoints.ts';
import { type ShownReward, unitToWire } from '../contract/resource-encoding.ts';
import { couponTexts } from '../contract/state-texts.ts';
import type { CustomerBalance } from '../customers/balances.store.ts';
import type { Coupon } from '../domain/facts/entities.ts';
import type { ProgramId } from '../domain/ids.ts';
import { findPointsProgramId, type Unit } from '../domain/ledger/unit.ts';
import type { LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { findPerk } from '../domain/program/perk.ts';
import { shopAddress } from '../friend-page/shop-link.ts';
import type { ShownGrant } from '../perks/access-grants.store.ts';
import { grantToWire } from '../perks/grant-to-wire.ts';
import type { TenantRecord } from '../tenants/tenants.store.ts';
import { benefitWords, giftName } from '../texts/benefit-words.ts';
import { heldBecause } from '../texts/hold-words.ts';
import { capitalized, inBoth } from '../texts/wording.ts';
import type { HeldSum } from './held-sums.store.ts';
import { hideId } from './hidden-ids.ts';
import { dayToWire, localDay } from './local-day.ts';

const SOON_MS = 30 * 86_400_000;

/** Whose wallet is told, and in which zone the days of the cabinet are counted. */
export interface TellingOf {
  readonly hashKey: Buffer;
  readonly timeZone: string;
  readonly documents: Documents;
}

/** The documents in force, by programme. */
export type Documents = ReadonlyMap<ProgramId, ProgramDocument>;

export function unitName(unit: Unit, documents: Documents): LocalizedText | null {
  const programId = findPointsProgramId(unit);
  return programId === null ? null : (documents.get(programId)?.points?.name ?? null);
}

export function balanceToCabinet(balance: CustomerBalance, documents: Documents, now: Date): WireCabinetBalance {
  const until = now.getTime() + SOON_MS;
  return {
    unit: unitToWire(balance.unit),
    name: unitName(balance.unit, documents),
    available: balance.available.toString(),
    held: balance.held.toString(),
    debt: balance.debt.toString(),
    expiring: balance.lots.flatMap(({ remaining, expiresAt }) =>
      expiresAt === null || expiresAt.getTime() > until ? [] : [{ amount: remaining.toString(), at: expiresAt.toISOString() }],
    ),
  };
}

/** What waits for the same day and the same reasons is one sum: which part came of which friend's order is not told. */
export function heldSumToCabinet({ id, unit, amount, untilDay, reasons }: HeldSum, of: TellingOf): WireCabinetHeld {
  return {
    id: hideId(of, 'rwd', id),
    unit: unitToWire(unit),
    amount: amount.toString(),
    unitName: unitName(unit, of.documents),
    name: null,
    until: untilDay?.toISOString() ?? null,
    why: heldBecause(reasons),
  };
}

/** What is held and is no amount. */
export function heldThingToCabinet(reward: ShownReward, of: TellingOf): WireCabinetHeld {
  return {
    id: hideId(of, 'rwd', reward.id),
    unit: null,
    amount: null,
    unitName: null,
    name: nameOfReward(reward, of.documents),
    until: dayToWire(reward.heldUntil, of.timeZone),
    why: heldBecause(reward.holdReasons),
  };
}

function nameOfReward({ benefit, programId }: ShownReward, documents: Documents): LocalizedText {
  const document = documents.get(programId);
  switch (benefit.kind) {
    case 'gift':
      return inBoth((locale) => capitalized(giftName(benefit.sku)[locale]));
    case 'perk':
      return (document === undefined ? null : findPerk(document, benefit.perk))?.name ?? { ru: 'Доступ', en: 'An access' };
    case 'choice':
      return { ru: 'Награда на выбор', en: 'A reward of your choice' };
    case 'donation':
      return { ru: 'Пожертвование', en: 'A donation' };
    default:
      return { ru: 'Купон', en: 'A coupon' };
  }
}

/** A choice that waits for the member. */
export function choiceToCabinet(reward: ShownReward, of: TellingOf, now: Date): readonly WireCabinetChoice[] {
  const { benefit } = reward;
  const document = of.documents.get(reward.programId);
  const until = reward.access?.chooseUntil ?? null;
  const isOpenChoice = (reward.status === 'held' || reward.status === 'approved') && (until === null || until > now);
  if (benefit.kind !== 'choice' || benefit.chosen !== null || !isOpenChoice || document === undefined) return [];
  return [
    {
      rewardId: hideId(of, 'rwd', reward.id),
      until: dayToWire(until, of.timeZone),
      options: benefit.of.map((perk) => ({
        perk,
        name: findPerk(document, perk)?.name ?? { ru: perk, en: perk },
        isDefault: perk === benefit.default,
      })),
    },
  ];
}

export function couponToCabinet(
  coupon: Coupon,
  { documents, timeZone }: TellingOf,
  { couponUrl: pattern, landingDomains: domains }: Pick<TenantRecord, 'couponUrl' | 'landingDomains'>,
): WireCabinetCoupon {
  const document = documents.get(coupon.programId);
  const benefit = { kind: 'coupon', discount: coupon.discount, use: 'nextOrder', validDays: null, stackable: coupon.stackable } as const;
  return {
    code: coupon.code,
    status: coupon.status,
    text: couponTexts(coupon.status).friend,
    name:
      document === undefined
        ? { ru: 'Купон', en: 'Coupon' }
        : inBoth((locale) => capitalized(benefitWords(benefit, { document, locale, as: 'named' }))),
    terms: [coupon.stackable ? STACKS : STANDS_ALONE],
    validFrom: localDay(coupon.validFrom, timeZone).toISOString(),
    validUntil: dayToWire(coupon.validUntil, timeZone),
    shopUrl: coupon.status === 'issued' ? (shopAddress({ pattern, landingUrl: null, domains }, coupon.code, null)?.url ?? null) : null,
  };
}

const STACKS: LocalizedText = { ru: 'Складывается с другими купонами.', en: 'Works together with other coupons.' };
const STANDS_ALONE: LocalizedText = { ru: 'Один купон на заказ.', en: 'One coupon an order.' };

export function accessToCabinet(grant: ShownGrant, of: TellingOf): WireCabinetAccess {
  const document = of.documents.get(grant.programId);
  const perk = document === undefined ? null : findPerk(document, grant.perk);
  const { status, link, code, validUntil } = grantToWire(grant, perk?.url ?? null);
  const name = perk?.name ?? { ru: grant.perk, en: grant.perk };
  return { id: hideId(of, 'acc', grant.id), name, status, link, code, validUntil: validUntil ?? null };
}
