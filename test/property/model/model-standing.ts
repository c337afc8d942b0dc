/** Where a member of the model stands on a ladder, and how they move: ADR 0011, docs/guide/en/tiers.md. */
import type { ProgramDocument, Tier } from '../../../src/domain/program/document.ts';
import type { TierExpiry } from '../../../src/domain/program/tier-condition.ts';
import { addCalendarMonths, calendarDateOf, lotExpiry, startOfDayAfter } from '../../../src/domain/time/calendar.ts';
import { isMet, wasMet } from './model-ladder.ts';
import type { Member, ModelStanding } from './model-records.ts';
import { type ModelState, type ModelVersion, versionAt } from './model-state.ts';

export interface Move {
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: 'earned' | 'accepted' | 'not-kept' | 'entry-undone' | 'tier-removed';
}

export interface Verdict {
  readonly standing: ModelStanding;
  readonly move: Move | null;
  /** Tiers the member should never have entered, as history reads now. */
  readonly undone: readonly string[];
}

/** One look at one member at one instant. */
export function lookAt(state: ModelState, member: Member, before: ModelStanding, at: Date): Verdict {
  return new Look(state, member, before, at).verdict();
}

class Look {
  readonly #state: ModelState;
  readonly #member: Member;
  readonly #before: ModelStanding;
  readonly #at: Date;
  readonly #version: ModelVersion;
  readonly #tiers: readonly Tier[];
  readonly #index: number;

  constructor(state: ModelState, member: Member, before: ModelStanding, at: Date) {
    this.#state = state;
    this.#member = member;
    this.#before = before;
    this.#at = at;
    this.#version = this.#versionAt(at);
    this.#tiers = this.#document.tiers;
    this.#index = this.#tiers.findIndex(({ id }) => id === before.tier);
  }

  get #document(): ProgramDocument {
    return this.#version.document;
  }

  #versionAt(at: Date): ModelVersion {
    const program = this.#state.programs[this.#member.program];
    const version = program === undefined ? null : versionAt(program, at);
    if (version === null) throw new Error('a ladder is of a version in force');
    return version;
  }

  verdict(): Verdict {
    const { standing, move } = this.#moved();
    return { standing: this.#invited(standing), move, undone: move === null ? [] : this.#undone(move) };
  }

  #moved(): { readonly standing: ModelStanding; readonly move: Move | null } {
    const up = this.#tiers.findLastIndex((tier, index) => index > this.#index && (this.#isOpen(tier) || this.#isGuest(tier)));
    const isGone = this.#before.tier !== null && this.#index < 0;
    if (isGone) return this.#goTo(up, 'tier-removed');
    const higher = this.#tiers[up];
    if (higher !== undefined) {
      const reason = higher.entry.acceptance === 'partnerTerms' ? 'accepted' : 'earned';
      return this.#goTo(up, reason, this.#isOpen(higher) ? 'rules' : 'staff');
    }
    const tier = this.#tiers[this.#index];
    if (tier === undefined) return { standing: this.#before, move: null };
    if (this.#before.heldBy === 'step' && this.#isOpen(tier)) return { ...this.#goTo(this.#index, 'earned'), move: null };
    const kept = this.#kept(tier);
    return kept === null ? this.#lose(tier) : { standing: kept, move: null };
  }

  /** The standing of who stays; null = the tier is lost. */
  #kept(tier: Tier): ModelStanding | null {
    const standing = this.#renewed(tier);
    if (tier.downgrade === 'none' || this.#isEarned(tier, this.#at) || this.#isProtected(tier, standing))
      return { ...standing, graceEndsAt: null };
    const { timeZone } = this.#document;
    if (standing.heldBy === 'step') return this.#at < startOfDayAfter(standing.since, timeZone) ? standing : null;
    if (standing.graceEndsAt !== null) return this.#at < standing.graceEndsAt ? standing : null;
    if (tier.graceDays === 0) return null;
    const { termEndsAt } = standing;
    const isAfterTerm = termEndsAt !== null && termEndsAt <= this.#at;
    // A term ends at midnight, and the day that begins then is the first of the grace.
    const graceEndsAt = isAfterTerm ? lotExpiry(termEndsAt, tier.graceDays - 1, timeZone) : lotExpiry(this.#at, tier.graceDays, timeZone);
    return this.#at < graceEndsAt ? { ...standing, graceEndsAt } : null;
  }

  /** Term after term, as long as the tier was earned on the last day of each, or is again now. */
  #renewed(tier: Tier): ModelStanding {
    let standing = this.#before;
    while (standing.termEndsAt !== null && standing.termEndsAt <= this.#at) {
      const lastMoment = new Date(standing.termEndsAt.getTime() - 1);
      const wasKept = tier.downgrade === 'none' || this.#isEarned(tier, lastMoment);
      if (!wasKept && !this.#isEarned(tier, this.#at)) return standing;
      const termEndsAt = termEnd(tier.expiry, wasKept ? lastMoment : this.#at, this.#document.timeZone);
      standing = { ...standing, termEndsAt, heldBy: 'rules', graceEndsAt: null };
    }
    return standing;
  }

  #lose(tier: Tier): { readonly standing: ModelStanding; readonly move: Move | null } {
    const reason = this.#before.heldBy === 'rules' && !this.#wasEntered(tier) ? 'entry-undone' : 'not-kept';
    const earned = this.#tiers.slice(0, this.#index).findLastIndex((other) => this.#isOpen(other));
    const below = this.#index - 1;
    if (tier.downgrade === 'toEarned' || earned === below) return this.#goTo(earned, reason);
    return this.#goTo(below, reason, below < 0 ? 'rules' : 'step');
  }

  #goTo(index: number, reason: Move['reason'], heldBy: ModelStanding['heldBy'] = 'rules') {
    const tier = this.#tiers[index] ?? null;
    const { tier: from, since, past } = this.#before;
    const standing: ModelStanding = {
      ...this.#before,
      tier: tier?.id ?? null,
      since: this.#at,
      heldBy,
      termEndsAt: tier === null || heldBy === 'step' ? null : termEnd(tier.expiry, this.#at, this.#document.timeZone),
      graceEndsAt: null,
      past: from === null ? past : [...past, { tier: from, from: since, until: this.#at, reason }],
    };
    return { standing, move: { from, to: standing.tier, reason } };
  }

  #invited(standing: ModelStanding): ModelStanding {
    const above = this.#tiers.findIndex(({ id }) => id === standing.tier) + 1;
    const open = this.#tiers.findLast((tier, index) => index >= above && !this.#hasAgreed(tier) && this.#isMet(tier));
    const old = standing.invitation;
    const rank = (id: string | undefined): number => this.#tiers.findIndex((tier) => tier.id === id);
    const isStaffOpen = old !== null && old.by === 'staff' && rank(old.to) >= above;
    if (isStaffOpen && rank(old.to) >= rank(open?.id)) return standing;
    if (open === undefined) return { ...standing, invitation: null };
    const isSame = old !== null && old.by === 'rules' && old.to === open.id;
    return isSame ? standing : { ...standing, invitation: { to: open.id, at: this.#at, by: 'rules' } };
  }

  #undone({ from, to, reason }: Move): readonly string[] {
    if (reason !== 'entry-undone' || from === null) return [];
    const now = this.#tiers.findIndex(({ id }) => id === to);
    const passed = this.#tiers.filter((tier, index) => {
      const entered = this.#before.past.findLast((past) => past.tier === tier.id);
      if (index <= now || tier.id === from || entered === undefined) return false;
      return !wasMet(this.#state, this.#member, { tier, document: this.#document }, entered.from);
    });
    return [from, ...passed.map(({ id }) => id)];
  }

  #isMet(tier: Tier): boolean {
    return isMet(this.#state, this.#member, { conditions: tier.entry.if, document: this.#document }, this.#at);
  }

  #isOpen(tier: Tier): boolean {
    return this.#hasAgreed(tier) && this.#isMet(tier);
  }

  /** Invited by staff, and has said yes. */
  #isGuest(tier: Tier): boolean {
    const { invitation } = this.#before;
    return invitation !== null && invitation.by === 'staff' && invitation.to === tier.id && this.#hasAgreed(tier);
  }

  /** To what the tier is now, or was without being any better; who stands in it need not agree again. */
  #hasAgreed(tier: Tier): boolean {
    if (tier.entry.acceptance === 'none') return true;
    const { program, customer } = this.#member;
    const agreed = this.#state.acceptances.filter((one) => one.program === program && one.customer === customer && one.tier === tier.id);
    if (agreed.length === 0 || this.#before.tier === tier.id) return agreed.length > 0;
    const newest = Math.max(...agreed.map(({ version }) => version));
    if (newest >= this.#version.number) return true;
    const then = this.#state.programs[program]?.versions.find(({ number }) => number === newest)?.document;
    const older = then?.tiers.find(({ id }) => id === tier.id);
    // The plans' versions promise the same of a tier but for its grace.
    return older !== undefined && (tier.downgrade === 'none' || tier.graceDays >= older.graceDays);
  }

  #isEarned(tier: Tier, at: Date): boolean {
    const meets = (conditions: Tier['entry']['if']): boolean =>
      isMet(this.#state, this.#member, { conditions, document: this.#document }, at);
    return (tier.keep !== null && meets(tier.keep)) || (this.#hasAgreed(tier) && meets(tier.entry.if));
  }

  #isProtected(tier: Tier, { termEndsAt, heldBy }: ModelStanding): boolean {
    if (heldBy === 'step') return false;
    const isForLife = tier.expiry === null && (tier.keep === null || heldBy === 'staff');
    const isInForce = termEndsAt === null ? isForLife : this.#at < termEndsAt;
    return isInForce && (heldBy === 'staff' || this.#wasEntered(tier));
  }

  /** By what the version of that day asked. */
  #wasEntered(tier: Tier): boolean {
    const { document } = this.#versionAt(this.#before.since);
    const then = document.tiers.find(({ id }) => id === tier.id) ?? tier;
    return wasMet(this.#state, this.#member, { tier: then, document }, this.#before.since);
  }
}

/** The last local day is included. */
function termEnd(expiry: TierExpiry | null, from: Date, timeZone: string): Date | null {
  if (expiry === null) return null;
  if (expiry.kind === 'days') return lotExpiry(from, expiry.days, timeZone);
  if (expiry.kind === 'months') return lotExpiry(addCalendarMonths(from, expiry.months, timeZone), 0, timeZone);
  // Day after day, until the day of the year is over.
  for (let days = 1; ; days += 1) {
    const end = lotExpiry(from, days, timeZone);
    const { month, day } = calendarDateOf(new Date(end.getTime() - 1), timeZone);
    if (month === expiry.month && day === expiry.day) return end;
  }
}
