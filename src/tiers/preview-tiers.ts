import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import { type Facts, memberKey } from '../domain/facts/facts.ts';
import { type CustomerId, idFromUuid, type MembershipId, wireId } from '../domain/ids.ts';
import { enrolmentGaps } from '../domain/member/enrolment-gaps.ts';
import { findVersionAt, type Program, type PublishedVersion } from '../domain/program/program.ts';
import { evaluateTier } from '../domain/tier/evaluate-tier.ts';
import { type MemberRecords, newStanding, tierCaseOf } from '../domain/tier/tier-case.ts';
import type { Intake } from '../intake/submission.ts';
import { listCustomerIds, type ProgramName } from '../programs/programs.store.ts';
import { customerRecordsOf, memberRecordsOf } from './member-records.ts';

const PAGE = 500;
const NAMED_MAX = 50;
/** A preview that takes longer answers what it has and where to go on. */
const LIMIT_MS = 20_000;

export interface TierMove {
  readonly customerId: CustomerId;
  readonly from: string | null;
  readonly to: string | null;
  readonly isInvited: boolean;
}

export interface TierPreview {
  readonly evaluated: number;
  readonly moves: readonly { readonly from: string | null; readonly to: string | null; readonly customers: number }[];
  readonly up: number;
  readonly down: number;
  readonly newlyInvited: number;
  readonly customers: readonly { readonly customerId: string; readonly from: string | null; readonly to: string | null }[];
  readonly next: string | null;
}

interface PreviewDeps {
  readonly db: Db;
  readonly intake: Intake;
  readonly clock: Clock;
}

/** Who would move if the version were in force now: every member, and whoever its enrolment would take in, by the function that decides it. */
export async function previewTiers(
  deps: PreviewDeps,
  of: { readonly program: ProgramName; readonly version: PublishedVersion; readonly after: CustomerId | null },
): Promise<TierPreview> {
  const count = new MoveCount(of.version);
  const deadlineMs = performance.now() + LIMIT_MS;
  const now = deps.clock.now();
  let after = of.after;
  for (;;) {
    const ids: readonly CustomerId[] = await listCustomerIds(deps.db, { tenantId: of.program.tenantId, after, limit: PAGE });
    if (ids.length > 0) {
      const { facts, programs } = await deps.intake.read(of.program.tenantId, ids, [of.version.document]);
      const program = programs.find(({ id }) => id === of.program.programId) ?? unpublished(of.program, of.version);
      for (const customerId of ids) count.add(moveOf(facts, program, { version: of.version, customerId, now }));
    }
    after = ids.at(-1) ?? after;
    if (ids.length < PAGE) return count.result(null);
    if (performance.now() > deadlineMs) return count.result(after);
  }
}

function unpublished({ programId }: ProgramName, version: PublishedVersion): Program {
  return { id: programId, createdSequence: 0n, versions: [version], pauses: [], endedAt: null };
}

/** Null for who takes no part and would not. */
function moveOf(
  facts: Facts,
  program: Program,
  of: { readonly version: PublishedVersion; readonly customerId: CustomerId; readonly now: Date },
): TierMove | null {
  const { version, customerId, now } = of;
  const records = memberRecordsOf(facts, program.id, customerId) ?? wouldBeMember(facts, program, of);
  if (records === null || records.membership.status !== 'active') return null;
  const stored = facts.standings.get(memberKey(program.id, customerId)) ?? newStanding(program.id, customerId, now);
  const current = findVersionAt(program, now);
  const before = current === null ? stored : evaluateTier(tierCaseOf(program, current, records, stored), stored, now).standing;
  const { standing } = evaluateTier(tierCaseOf(program, version, records, before), before, now);
  const isInvited = standing.invitedTo !== null && standing.invitedTo !== before.invitedTo;
  return { customerId, from: before.tierId, to: standing.tierId, isInvited };
}

/** Whom automatic enrolment would take in at once. */
function wouldBeMember(
  facts: Facts,
  program: Program,
  { version, customerId, now }: { readonly version: PublishedVersion; readonly customerId: CustomerId; readonly now: Date },
): MemberRecords | null {
  const records = customerRecordsOf(facts, program.id, customerId);
  const { document } = version;
  if (records === null || document.enrolment.mode !== 'automatic') return null;
  if (enrolmentGaps(document, records.customer, now).length > 0) return null;
  const membership = {
    id: idFromUuid<MembershipId>(customerId),
    programId: program.id,
    customerId,
    status: 'active',
    joinedAt: now,
  } as const;
  return { ...records, membership };
}

class MoveCount {
  readonly #order: ReadonlyMap<string | null, number>;
  readonly #moves = new Map<string, { from: string | null; to: string | null; customers: number }>();
  readonly #named: TierMove[] = [];
  #evaluated = 0;
  #up = 0;
  #down = 0;
  #newlyInvited = 0;

  constructor({ document }: PublishedVersion) {
    this.#order = new Map<string | null, number>(document.tiers.map((tier, index) => [tier.id, index]));
  }

  add(move: TierMove | null): void {
    if (move === null) return;
    this.#evaluated += 1;
    if (move.isInvited) this.#newlyInvited += 1;
    if (move.from === move.to) return;
    if (this.#rank(move.to) > this.#rank(move.from)) this.#up += 1;
    else this.#down += 1;
    const key = JSON.stringify([move.from, move.to]);
    const known = this.#moves.get(key) ?? { from: move.from, to: move.to, customers: 0 };
    this.#moves.set(key, { ...known, customers: known.customers + 1 });
    if (this.#named.length < NAMED_MAX) this.#named.push(move);
  }

  result(next: CustomerId | null): TierPreview {
    return {
      evaluated: this.#evaluated,
      moves: [...this.#moves.values()],
      up: this.#up,
      down: this.#down,
      newlyInvited: this.#newlyInvited,
      customers: this.#named.map(({ customerId, from, to }) => ({ customerId: wireId('cus', customerId), from, to })),
      next: next === null ? null : wireId('cus', next),
    };
  }

  /** A tier the version has no longer is left downwards. */
  #rank(tierId: string | null): number {
    return this.#order.get(tierId) ?? (tierId === null ? -1 : Number.MAX_SAFE_INTEGER);
  }
}
