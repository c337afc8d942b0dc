/** I-17: in no programme does a chain of referrers come back to where it began. */
import type pg from 'pg';
import { CYCLE_STEPS_MAX } from '../domain/attribution/resolve-attribution.ts';
import { type Invariant, type Violation, violationOf } from './invariant.ts';

export const referrerInvariant: Invariant = {
  id: 'I-17',
  title: { ru: 'Цепочки рекомендаций нигде не замыкаются в кольцо', en: 'No chain of referrers closes into a circle' },
};

interface Edge {
  readonly programId: string;
  readonly customerId: string;
  readonly referrerId: string;
}

export async function checkReferrers(client: pg.ClientBase, tenantId: string): Promise<Violation | null> {
  const { rows } = await client.query<Edge>(
    `select program_id as "programId", customer_id as "customerId", referrer_id as "referrerId"
     from attribution where tenant_id = $1 and referrer_id is not null order by program_id, customer_id`,
    [tenantId],
  );
  const programs = new Map<string, Map<string, string>>();
  for (const { programId, customerId, referrerId } of rows) {
    const referrers = programs.get(programId) ?? new Map<string, string>();
    programs.set(programId, referrers.set(customerId, referrerId));
  }
  return violationOf(
    referrerInvariant,
    [...programs].flatMap(([programId, referrers]) =>
      findCircles(referrers).map((customerId) => `programme ${programId}: a circle through customer ${customerId}`),
    ),
  );
}

/** Everybody has at most one referrer, so each chain is walked once: a step onto the chain being walked closes a circle. */
function findCircles(referrers: ReadonlyMap<string, string>): string[] {
  const circles: string[] = [];
  const walked = new Map<string, string>();
  for (const start of referrers.keys()) {
    let current: string | undefined = start;
    while (current !== undefined && !walked.has(current)) {
      walked.set(current, start);
      current = referrers.get(current);
    }
    if (current !== undefined && walked.get(current) === start && isWithinReach(referrers, current)) circles.push(current);
  }
  return circles;
}

/** A longer circle cannot be seen by the decision that closes it (contract.md 6.12), so that it is no fault of the books. */
function isWithinReach(referrers: ReadonlyMap<string, string>, start: string): boolean {
  let current = referrers.get(start);
  // One link more than the steps walked: the closing one itself.
  for (let link = 1; link <= CYCLE_STEPS_MAX && current !== undefined && current !== start; link += 1) current = referrers.get(current);
  return current === start;
}
