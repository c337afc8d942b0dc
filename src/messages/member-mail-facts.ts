/** What a message to a customer can say, of the state of things now; null when it would no longer be true. */
import { listFriendNames, listLabels } from '../cabinet/friend-labels.store.ts';
import { initialsOf } from '../cabinet/friends.ts';
import { findCoupon } from '../coupons/coupons.store.ts';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import type { RewardBenefit } from '../domain/facts/entities.ts';
import { type AccessGrantId, type CustomerId, idFromUuid, type ProgramId, type RewardId } from '../domain/ids.ts';
import { findPointsProgramId, type Unit } from '../domain/ledger/unit.ts';
import type { MemberMailKind } from '../domain/messages/mail.ts';
import { formatMoney } from '../domain/money/money.ts';
import type { LocalizedText, ProgramDocument, Tier } from '../domain/program/document.ts';
import { counted, type Locale } from '../domain/words/number-words.ts';
import { findGrant } from '../perks/access-grants.store.ts';
import { versionAt } from '../programs/program-status.ts';
import { findProgram } from '../programs/programs.store.ts';
import { findReward } from '../rewards/rewards.store.ts';
import { benefitWords, giftName, perkWords } from '../texts/benefit-words.ts';
import { disclosureToFriend } from '../texts/disclosure.ts';
import { heldBecause } from '../texts/hold-words.ts';
import { dateWords, inBoth, pointsWords } from '../texts/wording.ts';
import type { MailData } from './claimed-mail.ts';
import { type Addressee, findExpiringAmount, findLotExpiry, type MailTenant, standsReferral } from './mail-facts.store.ts';
import type { FieldValues } from './mail-fields.ts';

export interface MailQuestion {
  readonly tenant: MailTenant;
  readonly addressee: Addressee;
  readonly kind: MemberMailKind;
  readonly data: MailData;
  readonly now: Date;
}

export interface MemberFacts {
  readonly fields: { readonly ru: FieldValues; readonly en: FieldValues };
  /** Sentences that belong under the message whatever its text says. */
  readonly notes: readonly LocalizedText[];
}

type Told = Readonly<Record<string, LocalizedText>>;

export async function factsOfMember(db: Db, question: MailQuestion): Promise<MemberFacts | null> {
  const document = await findDocument(db, question);
  const told = await factsOfKind(db, question, document);
  if (told === null) return null;
  const tier = document?.tiers.find(({ id }) => id === question.addressee.tierId);
  const all: Told = { ...programFacts(document, tier), ...told.facts };
  const fields = (locale: Locale): FieldValues => Object.fromEntries(Object.entries(all).map(([name, text]) => [name, text[locale]]));
  return {
    fields: { ru: fields('ru'), en: fields('en') },
    notes: [...(tier === undefined ? [] : [standingNote(tier)]), ...(told.notes ?? [])],
  };
}

interface KindFacts {
  readonly facts: Told;
  readonly notes?: readonly LocalizedText[];
}

function factsOfKind(db: Db, question: MailQuestion, document: ProgramDocument | null): Promise<KindFacts | null> {
  switch (question.kind) {
    case 'friend-joined':
      return friendFacts(db, question);
    case 'bonus-expiring':
      return expiringFacts(db, question, document);
    case 'reward-to-collect':
      return question.data['grantId'] === undefined ? collectFacts(db, question, document) : grantFacts(db, question, document);
    default:
      return bonusFacts(db, question, document);
  }
}

/** The programme as it is now: names and tiers are those of today. */
async function findDocument(db: Db, { tenant, data, now }: MailQuestion): Promise<ProgramDocument | null> {
  const programId = data['programId'];
  if (programId === undefined) return null;
  const program = await findProgram(db, { tenantId: tenant.tenantId, programId: idFromUuid<ProgramId>(programId) });
  return program === null ? null : (versionAt(program, now)?.document ?? null);
}

function programFacts(document: ProgramDocument | null, tier: Tier | undefined): Told {
  if (document === null) return {};
  return { program: document.name, ...(tier === undefined ? {} : { status: tier.name }) };
}

/** Who stands somewhere is told so in every message (0-14), of the tier they hold now: one taken away is named nowhere. */
function standingNote({ name }: Tier): LocalizedText {
  return { ru: `Ваш уровень: «${name.ru}».`, en: `Your tier: “${name.en}”.` };
}

async function friendFacts(db: Db, { tenant, addressee, data }: MailQuestion): Promise<KindFacts | null> {
  const { programId, friendId } = data;
  if (programId === undefined || friendId === undefined) return null;
  const { tenantId } = tenant;
  if (!(await standsReferral(db, { tenantId, programId, friendId, referrerId: addressee.customerId }))) return null;
  const friend = idFromUuid<CustomerId>(friendId);
  const [labels, names] = await Promise.all([
    listLabels(db, tenant, { referrerId: addressee.customerId, friendIds: [friend] }),
    listFriendNames(db, tenant, [friend]),
  ]);
  // Initials or the member's own label, and nothing else of the friend (contract.md 6.13).
  const called = labels.get(friend) ?? initialsOf(names.get(friend) ?? '');
  return { facts: called === null ? {} : { friend: inBoth(() => called) } };
}

async function bonusFacts(db: Db, question: MailQuestion, document: ProgramDocument | null): Promise<KindFacts | null> {
  const { tenant, data, kind } = question;
  const rewardId = data['rewardId'];
  if (rewardId === undefined) return null;
  const id = idFromUuid<RewardId>(rewardId);
  const reward = await findReward(db, tenant, id);
  if (reward === null || !('amount' in reward.benefit)) return null;
  const isStillSo = kind === 'bonus-held' ? reward.status === 'held' : ['issued', 'delivered', 'redeemed'].includes(reward.status);
  if (!isStillSo || reward.benefit.amount <= 0n) return null;
  const amount = amountWords(reward.benefit.unit, reward.benefit.amount, document);
  const day = (at: Date | null) => dayFact(at, document?.timeZone ?? tenant.timeZone);
  if (kind !== 'bonus-held')
    return { facts: { amount, ...named('expires', day(lastMoment(await findLotExpiry(db, tenant.tenantId, id)))) } };
  // Only a date reason ends at a date; what waits for a person has none.
  const isDated = reward.holdReasons.every((reason) => reason === 'return-window');
  return { facts: { amount, why: heldBecause(reward.holdReasons), ...named('held_until', isDated ? day(reward.heldUntil) : null) } };
}

async function expiringFacts(db: Db, question: MailQuestion, document: ProgramDocument | null): Promise<KindFacts | null> {
  const { tenant, addressee, data, now } = question;
  const { unit, expiresAt } = data;
  if (unit === undefined || expiresAt === undefined) return null;
  const at = new Date(expiresAt);
  if (at <= now) return null;
  const amount = await findExpiringAmount(db, { tenantId: tenant.tenantId, customerId: addressee.customerId, unit, expiresAt: at });
  if (amount <= 0n) return null;
  const zone = document?.timeZone ?? tenant.timeZone;
  return { facts: { amount: amountWords(toUnit(unit), amount, document), ...named('expires', dayFact(lastMoment(at), zone)) } };
}

async function collectFacts(db: Db, question: MailQuestion, document: ProgramDocument | null): Promise<KindFacts | null> {
  const { tenant, data, now } = question;
  const rewardId = data['rewardId'];
  if (rewardId === undefined || document === null) return null;
  const reward = await findReward(db, tenant, idFromUuid<RewardId>(rewardId));
  if (reward === null || reward.status !== 'issued') return null;
  const words = rewardWords(reward.benefit, document);
  if (words === null) return null;
  const coupon = reward.couponCode === null ? null : await findCoupon(db, tenant, reward.couponCode);
  if (coupon !== null && (coupon.status !== 'issued' || (coupon.validUntil !== null && coupon.validUntil <= now))) return null;
  // A friend is told that whoever brought them is rewarded, beside what they get themselves.
  const disclosure = reward.beneficiary === 'friend' ? disclosureToFriend(document) : null;
  return {
    facts: {
      reward: words,
      ...codeFacts(coupon?.code ?? null),
      ...named('expires', dayFact(lastMoment(coupon?.validUntil), document.timeZone)),
    },
    notes: disclosure === null ? [] : [disclosure],
  };
}

async function grantFacts(db: Db, { tenant, data }: MailQuestion, document: ProgramDocument | null): Promise<KindFacts | null> {
  const grantId = data['grantId'];
  if (grantId === undefined || document === null) return null;
  const grant = await findGrant(db, tenant, idFromUuid<AccessGrantId>(grantId));
  if (grant === null || grant.status !== 'active') return null;
  const reward = inBoth((locale) => perkWords(grant.perk, { document, locale }));
  return { facts: { reward, ...codeFacts(grant.code), ...named('expires', dayFact(lastMoment(grant.validUntil), document.timeZone)) } };
}

function rewardWords(benefit: RewardBenefit, document: ProgramDocument): LocalizedText | null {
  if (benefit.kind === 'gift') return giftName(benefit.sku);
  if (benefit.kind !== 'coupon') return null;
  const { discount, use, stackable } = benefit;
  return inBoth((locale) => benefitWords({ kind: 'coupon', discount, use, stackable, validDays: null }, { document, locale, as: 'named' }));
}

function codeFacts(code: string | null): Told {
  return code === null ? {} : { code: inBoth(() => code), has_code: inBoth(() => '1') };
}

/** Points by the name the programme gives them. */
function amountWords(unit: Unit, amount: bigint, document: ProgramDocument | null): LocalizedText {
  const isPoints = findPointsProgramId(unit) !== null;
  if (!isPoints) return inBoth((locale) => formatMoney(amount, unit, locale));
  return inBoth((locale) => (document === null ? counted(amount, 'point', locale) : pointsWords(amount, { document }, locale)));
}

/** Terms are half-open: what ends at midnight can be used through the day before. */
function lastMoment(end: Date | null | undefined): Date | null {
  return end === null || end === undefined ? null : new Date(end.getTime() - 1);
}

function dayFact(at: Date | null, timeZone: string): LocalizedText | null {
  return at === null ? null : inBoth((locale) => dateWords(at, timeZone, locale));
}

function named(name: string, text: LocalizedText | null): Told {
  return text === null ? {} : { [name]: text };
}
