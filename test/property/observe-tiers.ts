/** Where members stand, and under whose rules they were brought, as the product holds it. */
import type { RoadIds } from './road-ids.ts';
import { attributionText, standingText } from './sentences.ts';
import type { Observation } from './step.ts';

export interface TierRows {
  readonly standings: readonly {
    programId: string;
    customerId: string;
    tierId: string | null;
    since: Date;
    heldBy: string;
    termEndsAt: Date | null;
    graceEndsAt: Date | null;
    invitedTo: string | null;
    invitedAt: Date | null;
    invitedBy: string | null;
    past: readonly { tierId: string; from: Date; until: Date; reason: string }[];
    nextCheckAt: Date | null;
  }[];
  readonly attributions: readonly {
    programId: string;
    customerId: string;
    referrerId: string | null;
    tierId: string | null;
    wasNew: boolean | null;
  }[];
}

type Naming = (customerId: string) => string;

export function observeTiers({ standings, attributions }: TierRows, ids: RoadIds, nameOf: Naming): Observation {
  const place = (of: { programId: string; customerId: string }): string => `${ids.programIndex(of.programId)}/${nameOf(of.customerId)}`;
  const told: Record<string, string> = {};
  for (const standing of standings) {
    const past = standing.past.map(({ tierId, ...rest }) => ({ tier: tierId, ...rest }));
    const text = standingText({ ...standing, tier: standing.tierId, past });
    if (text !== null) told[`tier ${place(standing)}`] = text;
  }
  for (const { referrerId, tierId, wasNew, ...of } of attributions) {
    const referrer = referrerId === null ? null : nameOf(referrerId);
    told[`brought ${place(of)}`] = attributionText({ referrer, tier: tierId, wasNew });
  }
  return told;
}

/** When each member's tier is to be looked at without an event; by programme and number of the customer, in that order. */
export function checksOf({ standings }: TierRows, ids: RoadIds, indexOf: (customerId: string) => number): ReadonlyMap<string, Date> {
  const due = standings.flatMap(({ programId, customerId, nextCheckAt }) =>
    nextCheckAt === null ? [] : [[`${ids.programIndex(programId)}/${indexOf(customerId)}`, nextCheckAt] as const],
  );
  return new Map(due.sort(([a], [b]) => (a < b ? -1 : 1)));
}
