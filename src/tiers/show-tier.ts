import { timeToWire } from '../contract/resource-encoding.ts';
import type { WireTierGap, WireTierStanding } from '../contract/tier-resources.ts';
import { type Facts, memberKey } from '../domain/facts/facts.ts';
import type { Standing } from '../domain/facts/standing.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { ProgramDocument, Tier } from '../domain/program/document.ts';
import { findVersionAt, type Program, programStatusAt } from '../domain/program/program.ts';
import { findTier } from '../domain/program/program-rules.ts';
import { evaluateTier, findDrop } from '../domain/tier/evaluate-tier.ts';
import { newStanding, tierCaseOf } from '../domain/tier/tier-case.ts';
import { measureAll, type TierMeasure } from '../domain/tier/tier-conditions.ts';
import type { TierCase } from '../domain/tier/tier-holds.ts';
import { memberRecordsOf } from './member-records.ts';
import { gapText, TERMS_TEXT } from './tier-texts.ts';

/**
 * Where the customer stands at `now` in a programme with tiers, whether or not due work has run; null without tiers or membership.
 * Who paused, left or was blocked is shown as they were left, and nothing ahead of them.
 */
export function showTier(
  facts: Facts,
  program: Program,
  of: { readonly customerId: CustomerId; readonly now: Date },
): WireTierStanding | null {
  const { customerId, now } = of;
  const version = findVersionAt(program, now);
  const records = memberRecordsOf(facts, program.id, customerId);
  if (version === null || version.document.tiers.length === 0 || records === null) return null;
  const stored = facts.standings.get(memberKey(program.id, customerId)) ?? newStanding(program.id, customerId, now);
  if (records.membership.status !== 'active' || programStatusAt(program, now) === 'ended')
    return standingToWire(version.document, stored, null);
  const { standing } = evaluateTier(tierCaseOf(program, version, records, stored), stored, now);
  return standingToWire(version.document, standing, { tierCase: tierCaseOf(program, version, records, standing), now });
}

interface Ahead {
  readonly tierCase: TierCase;
  readonly now: Date;
}

function standingToWire(document: ProgramDocument, standing: Standing, ahead: Ahead | null): WireTierStanding {
  const tier = findTier(document, standing.tierId);
  return {
    id: tier?.id ?? null,
    name: tier?.name ?? null,
    badge: tier?.badge ?? null,
    greeting: tier?.greeting ?? null,
    thankYou: tier?.thankYou ?? null,
    since: tier === null ? null : standing.since.toISOString(),
    termEndsAt: timeToWire(standing.termEndsAt),
    graceEndsAt: timeToWire(standing.graceEndsAt),
    willDrop: tier === null || ahead === null ? null : dropToWire(tier, standing, ahead),
    invitedTo: invitationToWire(document, standing),
    next: ahead === null ? null : nextToWire(standing, ahead),
  };
}

function dropToWire(tier: Tier, standing: Standing, { tierCase, now }: Ahead): WireTierStanding['willDrop'] {
  const drop = standing.warnedOf === null ? null : findDrop(tierCase, standing, now);
  if (drop === null) return null;
  const failing = measureAll(tier.keep ?? tier.entry.if, tierCase, drop.at).filter(({ holds }) => !holds);
  return { at: drop.at.toISOString(), to: drop.to, reasons: failing.map((measure) => gapToWire(measure, tierCase.document)) };
}

function invitationToWire(document: ProgramDocument, { invitedTo, invitedAt, invitedBy }: Standing): WireTierStanding['invitedTo'] {
  const tier = findTier(document, invitedTo);
  if (tier === null || invitedAt === null || invitedBy === null) return null;
  return { id: tier.id, name: tier.name, at: invitedAt.toISOString(), by: invitedBy };
}

function nextToWire(standing: Standing, { tierCase, now }: Ahead): WireTierStanding['next'] {
  const { tiers } = tierCase.document;
  const tier = tiers[tiers.findIndex(({ id }) => id === standing.tierId) + 1];
  if (tier === undefined) return null;
  const failing = measureAll(tier.entry.if, tierCase, now).filter(({ holds }) => !holds);
  const missing = failing.map((measure) => gapToWire(measure, tierCase.document));
  const needsTerms = tier.entry.acceptance === 'partnerTerms' && !tierCase.hasAccepted(tier.id);
  return { id: tier.id, name: tier.name, missing: needsTerms ? [...missing, termsGap()] : missing };
}

function termsGap(): WireTierGap {
  return { metric: 'partnerTerms', have: 0, need: 1, missing: 1, text: TERMS_TEXT };
}

function gapToWire({ condition, have, need, marginFrom }: TierMeasure, document: ProgramDocument): WireTierGap {
  const missing = have > need ? have - need : need - have;
  const value = (amount: bigint): WireTierGap['have'] =>
    'atLeastMinor' in condition ? { amountMinor: amount.toString(), currency: document.currency } : Number(amount);
  return {
    metric: condition.kind,
    have: value(have),
    need: value(need),
    missing: value(missing),
    ...('withinDays' in condition && condition.withinDays !== null ? { withinDays: condition.withinDays } : {}),
    ...(marginFrom === null ? {} : { marginFrom }),
    text: gapText(condition, missing, document),
  };
}
