/** Units of perks in the model: set aside, handed over, given back (0-13 to 0-19). The stock is counted from who holds what. */
import type { ProgramDocument } from '../../../src/domain/program/document.ts';
import type { Perk } from '../../../src/domain/program/perk-terms.ts';
import { addCalendarDays } from '../../../src/domain/time/calendar.ts';
import { isSamePerson, type ModelAccess, type ModelReward, type ModelState, placeOf, versionAt } from './model-state.ts';

export interface PerkPlace {
  readonly program: number;
  readonly perk: string;
}

export const poolOf = ({ program, perk }: PerkPlace): string => `${program}/${perk}`;

/** As the version in force now has it, or that of the reward. */
export function perkNow(state: ModelState, { program, perk }: PerkPlace, fallback: ProgramDocument | null): Perk | null {
  const its = state.programs[program];
  const current = its === undefined ? undefined : versionAt(its, state.now)?.document.perks?.find(({ id }) => id === perk);
  return current ?? fallback?.perks?.find(({ id }) => id === perk) ?? null;
}

/** What was used or whose code was shown does not come back; everything else that was revoked does. */
export function isGone(access: ModelAccess): boolean {
  return access.status !== 'revoked' || access.isUsed || access.hasCode;
}

export function stockUsed(state: ModelState, { program, perk }: PerkPlace): number {
  return state.accesses.filter((access) => access.program === program && access.perk === perk && isGone(access)).length;
}

export function hasStock(state: ModelState, place: PerkPlace, perk: Perk, units: number): boolean {
  if (perk.endsAt !== null && perk.endsAt <= state.now) return false;
  return perk.capacity === null || stockUsed(state, place) + units <= perk.capacity;
}

/** One person, so many: claimed, and where the perk says so (of a seat nobody needs to) given as well. */
export function isFull(
  state: ModelState,
  place: PerkPlace,
  perk: Perk,
  owner: number,
  more: { readonly units: number; readonly isClaim: boolean },
): boolean {
  const binds = perk.kind === 'seat' || perk.perMemberBinds === true;
  if (!binds && !more.isClaim) return false;
  const had = state.accesses.filter(
    (access) =>
      access.program === place.program &&
      access.perk === place.perk &&
      isGone(access) &&
      (binds || access.reward === null) &&
      isSamePerson(state, access.owner, owner),
  );
  return had.length + more.units > perk.perMember;
}

export function codesLeft(state: ModelState, place: PerkPlace): number {
  const shown = state.accesses.filter((access) => access.program === place.program && access.perk === place.perk && access.hasCode);
  return (state.codes.get(poolOf(place))?.length ?? 0) - shown.length;
}

export function costOf(document: ProgramDocument, perk: string): bigint {
  return document.perks?.find(({ id }) => id === perk)?.costMinor ?? 0n;
}

/** Of a choice that is still open, its default. */
export function heldPerk({ grant: { benefit }, chosen }: Pick<ModelReward, 'grant' | 'chosen'>): string {
  if (benefit.kind === 'perk') return benefit.perk;
  if (benefit.kind === 'choice') return chosen ?? benefit.default;
  throw new Error('only perks and choices hold a unit');
}

export function takeUnit(
  state: ModelState,
  of: {
    readonly program: number;
    readonly perk: string;
    readonly owner: number;
    readonly reward: ModelReward | null;
    readonly cost: bigint;
    readonly at: Date;
  },
): ModelAccess {
  state.made += 1;
  const access: ModelAccess = {
    ...of,
    made: state.made,
    status: 'reserved',
    hasCode: false,
    isUsed: false,
    chooseUntil: null,
    validUntil: null,
    waitingSince: null,
  };
  state.accesses.push(access);
  return access;
}

export function reserveUnit(state: ModelState, reward: ModelReward): ModelAccess {
  const { program, owner, document } = reward;
  const perk = heldPerk(reward);
  reward.access = takeUnit(state, { program, perk, owner, reward, cost: costOf(document, perk), at: reward.at });
  return reward.access;
}

/** True when it is in its holder's hands; an empty pool lets them wait. */
export function activate(
  state: ModelState,
  access: ModelAccess,
  how: { readonly document: ProgramDocument; readonly from: Date },
): boolean {
  const perk = perkNow(state, access, how.document);
  if (perk === null) throw new Error('what is granted is a perk of its document');
  access.chooseUntil = null;
  if (perk.kind === 'codes') {
    if (codesLeft(state, access) <= 0) {
      access.waitingSince ??= state.now;
      return false;
    }
    access.hasCode = true;
  }
  access.status = 'active';
  access.waitingSince = null;
  const own = perk.validDays === null ? null : addCalendarDays(how.from, perk.validDays, how.document.timeZone);
  access.validUntil = own === null || (perk.endsAt !== null && perk.endsAt < own) ? (perk.endsAt ?? own) : own;
  return true;
}

export function useUnit(access: ModelAccess): void {
  access.status = 'used';
  access.isUsed = true;
  if (access.reward?.status === 'issued') access.reward.status = 'delivered';
}

export function expireUnit(access: ModelAccess): void {
  access.status = 'expired';
  if (access.reward?.status === 'issued') access.reward.status = 'expired';
}

/** True when what it cost is lost: used, or not to be taken back by its terms. */
export function revokeUnit(state: ModelState, reward: ModelReward): boolean {
  const { access } = reward;
  if (access === null || access.status === 'revoked' || access.status === 'expired') return false;
  const isKept = perkNow(state, access, reward.document)?.revokeOnRefund === false;
  if (isKept && access.status !== 'reserved') return true;
  access.status = 'revoked';
  access.chooseUntil = null;
  access.waitingSince = null;
  return access.isUsed || access.hasCode;
}

/** Whoever leaves keeps what rewards gave and nothing that a tier gave. */
export function revokeClaims(state: ModelState, program: number, customer: number): void {
  for (const access of state.accesses) {
    if (access.program !== program || access.owner !== customer || access.reward !== null) continue;
    if (access.status === 'revoked' || access.status === 'expired') continue;
    access.status = 'revoked';
    access.chooseUntil = null;
    access.waitingSince = null;
  }
}

export function membershipOf(state: ModelState, program: number, customer: number): string | null {
  return state.memberships.get(placeOf(program, customer)) ?? null;
}
