import type { EventBody } from '../events.ts';
import type { ProgramDocument } from './document.ts';
import type { Program } from './program.ts';
import type { TierCondition } from './tier-condition.ts';

/** What of the past the decisions look at beside the event's own facts, of everybody the event involves. */
export interface HistoryNeeds {
  readonly orders: boolean;
  /** Of referrers: all their referrals. */
  readonly referrals: boolean;
  readonly feedback: boolean;
}

/** Read off every version that is or, within these events, becomes published: the same facts are loaded however events are batched. */
export function historyNeeds(programs: readonly Program[], events: readonly { readonly body: EventBody }[]): HistoryNeeds {
  const documents = [
    ...programs.flatMap((program) => program.versions.map((version) => version.document)),
    ...events.flatMap(({ body }) => (body.type === 'program.published' ? [body.document] : [])),
  ];
  return {
    orders: documents.some(needsOrders),
    referrals: documents.some(needsReferrals),
    feedback: documents.some((document) => tierConditions(document).some(({ kind }) => kind === 'score' || kind === 'scoresGiven')),
  };
}

/** Counts for life are on the customer's record. */
function needsOrders(document: ProgramDocument): boolean {
  return tierConditions(document).some(
    (condition) =>
      condition.kind === 'spend' || condition.kind === 'margin' || (condition.kind === 'paidOrders' && condition.withinDays !== null),
  );
}

function needsReferrals(document: ProgramDocument): boolean {
  return tierConditions(document).some(({ kind }) => kind === 'qualifiedReferrals');
}

function tierConditions(document: ProgramDocument): readonly TierCondition[] {
  return document.tiers.flatMap((tier) => [...tier.entry.if, ...(tier.keep ?? [])]);
}
