/** What the cabinet shows of each programme: of the member's own how they stand in it, of others what it offers and what is missing to join (1-21). */
import type { WireCabinetProgram } from '../contract/cabinet-home.endpoints.ts';
import type { Caller } from '../contract/caller.ts';
import { missingToWire } from '../contract/event-answer.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import type { CustomerId, ProgramId } from '../domain/ids.ts';
import { wireId } from '../domain/ids.ts';
import { type EnrolmentGap, enrolmentGaps } from '../domain/member/enrolment-gaps.ts';
import type { CustomerHistory } from '../domain/program/conditions.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { isClaimable, perksOf } from '../domain/program/perk.ts';
import { findTier, rulesFor } from '../domain/program/program-rules.ts';
import type { ShownGrant } from '../perks/access-grants.store.ts';
import { statusAt } from '../programs/program-status.ts';
import type { ProgramRecord } from '../programs/programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { ShownMembership } from '../terms/membership-terms.ts';
import { enrolmentGapText } from '../texts/enrolment-gap-words.ts';
import { howItWorksInBoth } from '../texts/how-it-works.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { spendWords } from '../texts/spend-words.ts';
import { inBoth } from '../texts/wording.ts';
import { dayToWire } from './local-day.ts';
import { rewardsLeft } from './rewards-left.ts';
import { shareOf } from './share.ts';
import type { Documents } from './wallet.ts';

interface CardsOf {
  readonly customerId: CustomerId;
  readonly customer: CustomerHistory | null;
  readonly programs: readonly ProgramRecord[];
  readonly documents: Documents;
  readonly memberships: readonly ShownMembership[];
  /** Of the member's newest code. */
  readonly link: string | null;
  readonly grants: readonly ShownGrant[];
  readonly now: Date;
}

export async function programCards({ db }: Pick<ServerDeps, 'db'>, caller: Caller, of: CardsOf): Promise<readonly WireCabinetProgram[]> {
  const { customerId, now } = of;
  return Promise.all(
    of.programs.flatMap((program) => {
      const document = of.documents.get(program.id);
      if (document === undefined || statusAt(program, now) === 'ended') return [];
      const membership = of.memberships.find(({ programId }) => programId === wireId('prg', program.id)) ?? null;
      const gaps = gapsOf(of, program, { document, membership });
      if (membership === null && !isForGuests(program, { document, gaps, now })) return [];
      const card = programCard(of, program, { document, membership, gaps });
      const tierId = membership?.tier?.id ?? null;
      const left = card.share === null ? null : rewardsLeft(db, caller, { customerId, programId: program.id, document, tierId, now });
      return [Promise.resolve(left).then((text): WireCabinetProgram => ({ ...card, rewardsLeft: text }))];
    }),
  );
}

interface Joining {
  readonly document: ProgramDocument;
  readonly membership: ShownMembership | null;
}

/** A pause is no time to join, and where the shop invites its members itself nothing they do opens it. */
function isOpen(program: ProgramRecord, document: ProgramDocument, now: Date): boolean {
  return statusAt(program, now) === 'live' && document.enrolment.mode !== 'staff';
}

function mayAsk(membership: ShownMembership | null): boolean {
  return membership === null || membership.status === 'invited' || membership.status === 'left';
}

/** What is missing to join; where something will not change, that alone: all else would be done in vain. */
function gapsOf(of: CardsOf, program: ProgramRecord, { document, membership }: Joining): readonly EnrolmentGap[] {
  if (of.customer === null || !mayAsk(membership) || !isOpen(program, document, of.now)) return [];
  const gaps = enrolmentGaps(document, of.customer, of.now);
  const forGood = gaps.filter(({ isForGood }) => isForGood);
  return forGood.length > 0 ? forGood : gaps;
}

/**
 * Whether somebody who is no member sees it. Of what one is enrolled in without asking, one who will never be in is told nothing: there is
 * nothing they have asked for and been refused.
 */
function isForGuests(
  program: ProgramRecord,
  { document, gaps, now }: { readonly document: ProgramDocument; readonly gaps: readonly EnrolmentGap[]; readonly now: Date },
): boolean {
  if (!isOpen(program, document, now)) return false;
  return document.enrolment.mode === 'optIn' || !gaps.some(({ isForGood }) => isForGood);
}

function programCard(
  of: CardsOf,
  program: ProgramRecord,
  { document, membership, gaps }: Joining & { readonly gaps: readonly EnrolmentGap[] },
): Omit<WireCabinetProgram, 'rewardsLeft'> {
  const { link, grants, now } = of;
  const tier = membership?.tier ?? null;
  const tierId = tier?.id ?? null;
  const status = membership?.status ?? 'none';
  const isRunning = statusAt(program, now) === 'live';
  const isIn = status === 'active';
  const rewarded = rulesFor(document, tierId).flatMap(({ grant }) => grant.filter(({ to }) => to !== 'friend'));
  return {
    id: wireId('prg', program.id),
    name: document.name,
    status,
    canJoin: mayAsk(membership) && isOpen(program, document, now) && gaps.length === 0,
    toJoin: gaps.map((gap) => ({
      text: enrolmentGapText(gap, document),
      missing: missingToWire(gap.missing),
      isForGood: gap.isForGood,
    })),
    offer: inBoth((locale) => offerSentence(document, { locale, to: 'member', tierId })),
    steps: [...howItWorksInBoth(document, { to: 'member', tierId })],
    spend: [...spendWords(document, tierId)],
    // A tier may be earned by a friend's order.
    tier: tier === null ? null : { ...tier, since: dayToWire(tier.since === null ? null : new Date(tier.since), document.timeZone) },
    terms: membership === null ? null : termsToWire(membership.terms),
    share: isIn && isRunning && link !== null ? shareOf(document, { tierId, link }) : null,
    isPartner: isIn && rewarded.some(({ benefit }) => benefit.kind === 'commission'),
    perks: isIn ? openPerks(document, { tierId, programId: program.id, grants, now }) : [],
  };
}

function termsToWire(terms: ShownMembership['terms']): WireCabinetProgram['terms'] {
  if (terms === null) return null;
  const { current, accepted, mustAccept, changes } = terms;
  return { current, accepted: accepted?.version ?? null, mustAccept, changes: changes.map(({ text }) => text) };
}

/** What the tier lists and the member does not hold yet; whether there is one left, opening it tells. */
function openPerks(
  document: ProgramDocument,
  of: { readonly tierId: string | null; readonly programId: ProgramId; readonly grants: readonly ShownGrant[]; readonly now: Date },
): WireCabinetProgram['perks'] {
  const listed = findTier(document, of.tierId)?.perks ?? [];
  return perksOf(document)
    .filter((perk) => listed.includes(perk.id) && isClaimable(perk) && (perk.endsAt === null || perk.endsAt > of.now))
    .filter((perk) => {
      const had = of.grants.filter(
        ({ programId, perk: id, status }) => programId === of.programId && id === perk.id && status !== 'revoked',
      );
      return had.length < perk.perMember;
    })
    .map((perk) => ({ perk: perk.id, name: perk.name, startsAt: timeToWire(perk.startsAt), endsAt: timeToWire(perk.endsAt) }));
}
