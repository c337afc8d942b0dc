import type { EventBody } from '../events.ts';
import type { OrderMeasure } from '../facts/order-tally.ts';
import { measuresOf } from '../order/order-measure.ts';
import type { ProgramDocument } from './document.ts';
import { bindsRewards, perksOf } from './perk.ts';
import type { Program } from './program.ts';
import { allRules } from './program-rules.ts';
import { isCountingRule } from './steps.ts';
import type { TierCondition } from './tier-condition.ts';

/** What of the past the decisions look at beside the event's own facts, of everybody the event involves. */
export interface HistoryNeeds {
  /** What of their orders is summed up. */
  readonly measures: readonly OrderMeasure[];
  /** Of referrers: when their friends came to be qualified. */
  readonly qualified: boolean;
  readonly feedback: boolean;
  /** Of referrers, where a referral may be taken back: the rewards of all of them, which are counted anew. */
  readonly recounts: boolean;
  /**
   * Rules count referrals: of referrers it is loaded what theirs add up to, and where an order was cancelled before its payment or refunded,
   * so that the payment may take back, the same as for `recounts`.
   */
  readonly counts: boolean;
  /** What entering tiers gave: whoever loses a tier may lose it as well. */
  readonly entryRewards: boolean;
  /** All records of people to whom rules may give things: what they got in the year is counted by person. */
  readonly persons: boolean;
  /** Perks that people already have, where rules give one of which a person may have only so many. */
  readonly heldPerks: boolean;
  /** The orders of referrals that qualify. */
  readonly qualifyingOrders: boolean;
}

/** Read off every version that is or, within these events, becomes published: the same facts are loaded however events are batched. */
export function historyNeeds(
  programs: readonly Program[],
  events: readonly { readonly body: EventBody }[],
  drafts: readonly ProgramDocument[] = [],
): HistoryNeeds {
  const documents = [
    ...drafts,
    ...programs.flatMap((program) => program.versions.map((version) => version.document)),
    ...events.flatMap(({ body }) => (body.type === 'program.published' ? [body.document] : [])),
  ];
  return {
    measures: measuresOfAll(documents),
    qualified: documents.some((document) => tierConditions(document).some(({ kind }) => kind === 'qualifiedReferrals')),
    recounts: documents.some(isCounting) && events.some(({ body }) => takesBack(body)),
    counts: documents.some(isCounting),
    entryRewards: documents.some((document) => allRules(document).some((rule) => rule.on === 'tier.entered')),
    persons: documents.some(givesThings),
    heldPerks: documents.some(givesLimitedPerks),
    qualifyingOrders: documents.some((document) => allRules(document).some((rule) => rule.on === 'referral.qualified')),
    feedback: documents.some((document) => tierConditions(document).some(({ kind }) => kind === 'score' || kind === 'scoresGiven')),
  };
}

function measuresOfAll(documents: readonly ProgramDocument[]): readonly OrderMeasure[] {
  const measures = documents.flatMap((document) => measuresOf(tierConditions(document), document));
  return [...new Map(measures.map((measure) => [measure.key, measure])).values()];
}

function givesThings(document: ProgramDocument): boolean {
  return allRules(document).some(({ grant }) =>
    grant.some(({ benefit: { kind } }) => kind === 'gift' || kind === 'perk' || kind === 'choice'),
  );
}

function givesLimitedPerks(document: ProgramDocument): boolean {
  const given = allRules(document).flatMap(({ grant }) =>
    grant.flatMap(({ benefit }) => (benefit.kind === 'perk' ? [benefit.perk] : benefit.kind === 'choice' ? benefit.of : [])),
  );
  return perksOf(document).some((perk) => bindsRewards(perk) && given.includes(perk.id));
}

function isCounting(document: ProgramDocument): boolean {
  return allRules(document).some(isCountingRule);
}

/** Whether the event may take a referral back from its referrer. */
function takesBack(body: EventBody): boolean {
  switch (body.type) {
    case 'order.refunded':
    case 'order.cancelled':
    case 'reward.denied':
    case 'referral.corrected':
      return true;
    case 'order.imported':
      return body.refundedMinor > 0n;
    default:
      return false;
  }
}

function tierConditions(document: ProgramDocument): readonly TierCondition[] {
  return document.tiers.flatMap((tier) => [...tier.entry.if, ...(tier.keep ?? [])]);
}
