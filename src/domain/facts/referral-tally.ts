/**
 * What a referrer's referrals in one programme add up to (ADR 0022). Decisions that only count them look here: a referrer of twenty thousand
 * friends then costs what one of twenty does. It says nothing a walk over the referrals would not say, and is kept true by each change of one.
 */
import type { VersionId } from '../ids.ts';
import { assert } from '../result.ts';
import type { Referral } from './entities.ts';
import { type Mark, SortedList } from './marks.ts';
import type { ReferralCount } from './referral-count.ts';

/** Referrals that came under the same rules, by whatever brought them to count. */
export interface TallyGroup {
  /** Null: nobody knows, as no rule has noted them. */
  readonly versionId: VersionId | null;
  readonly tierId: string | null;
  /** Rules that have noted them, whatever became of it. */
  readonly ruleIds: readonly string[];
  readonly marks: SortedList<Mark>;
}

/** What of a referral is tallied. */
type Tallied = Pick<Referral, 'status' | 'review' | 'orderId' | 'qualifiedAt' | 'countedAt' | 'counts'>;

type NotedCount = Pick<ReferralCount, 'ruleId' | 'versionId' | 'tierId' | 'isTakenBack' | 'at' | 'sequence'>;

/** What is tallied: the one for ladders, the other for rules that count. */
export interface TallyParts {
  readonly qualified: boolean;
  readonly counts: boolean;
}

const WHOLE: TallyParts = { qualified: true, counts: true };

export class ReferralTally {
  readonly #parts: TallyParts;
  /** Instants (epoch ms) at which friends with an order came to be qualified, of referrals that wait for no person. */
  readonly qualified = new SortedList<number>((at) => at);
  /** By rule: the referrals it has noted, and which were not taken back. */
  readonly #noted = new Map<string, SortedList<Mark>>();
  readonly #groups = new Map<string, TallyGroup>();

  /** Of what is not among the parts nothing is followed. */
  constructor(parts: TallyParts = WHOLE) {
    this.#parts = parts;
  }

  /** How much there is to hold. */
  get size(): number {
    let size = this.qualified.size;
    for (const marks of this.#noted.values()) size += marks.size;
    for (const { marks } of this.#groups.values()) size += marks.size;
    return size;
  }

  notedBy(ruleId: string): SortedList<Mark> | null {
    return this.#noted.get(ruleId) ?? null;
  }

  groups(): Iterable<TallyGroup> {
    return this.#groups.values();
  }

  /** Follows a referral from what it was to what it is; null = it was not there, or is no more. */
  follow(before: Tallied | null, after: Tallied | null): void {
    if (this.#parts.qualified) this.#followQualified(qualifiedInstant(before), qualifiedInstant(after));
    if (!this.#parts.counts || isCountedAlike(before, after)) return;
    if (before !== null && !isOut(before)) this.#removeCounted(before);
    if (after !== null && !isOut(after)) this.addCounted(after.countedAt, after.counts);
  }

  /** Of a referral that is neither reversed nor denied: from when it counts, and what rules have noted. */
  addCounted(countedAt: Date | null, counts: readonly NotedCount[]): void {
    for (const [marks, mark] of this.#marksOf(countedAt, counts)) marks.add(mark);
  }

  #followQualified(before: number | null, after: number | null): void {
    if (before === after) return;
    if (before !== null) assert(this.qualified.remove(before, () => true) !== null, 'who qualified has been tallied');
    if (after !== null) this.qualified.add(after);
  }

  #removeCounted({ countedAt, counts }: Tallied): void {
    for (const [marks, mark] of this.#marksOf(countedAt, counts)) {
      const isGone = marks.remove(mark, ({ at }) => at === mark.at);
      assert(isGone !== null, 'who counted has been tallied');
    }
  }

  #marksOf(countedAt: Date | null, counts: readonly NotedCount[]): (readonly [SortedList<Mark>, Mark])[] {
    const found: (readonly [SortedList<Mark>, Mark])[] = [];
    for (const { ruleId, isTakenBack, sequence, at } of counts) {
      if (!isTakenBack) found.push([this.#listOf(ruleId), { sequence: Number(sequence), at: at.getTime() }]);
    }
    if (countedAt !== null)
      found.push([this.#groupOf(counts).marks, { sequence: Number(counts[0]?.sequence ?? 0), at: countedAt.getTime() }]);
    return found;
  }

  #listOf(ruleId: string): SortedList<Mark> {
    const known = this.#noted.get(ruleId);
    if (known !== undefined) return known;
    const made = newMarks();
    this.#noted.set(ruleId, made);
    return made;
  }

  #groupOf(counts: readonly NotedCount[]): TallyGroup {
    const [first] = counts;
    const ruleIds = counts.map(({ ruleId }) => ruleId);
    const key = JSON.stringify([first?.versionId, first?.tierId, ruleIds]);
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const made = { versionId: first?.versionId ?? null, tierId: first?.tierId ?? null, ruleIds, marks: newMarks() };
    this.#groups.set(key, made);
    return made;
  }
}

/** A sign-up may qualify a referral: for a tier the friend has a paid order besides (0-16). Epoch ms; null = not qualified so. */
export function qualifiedInstant(referral: Tallied | null): number | null {
  if (referral === null) return null;
  const { status, review, orderId, qualifiedAt } = referral;
  return status === 'qualified' && orderId !== null && qualifiedAt !== null && review === null ? qualifiedAt.getTime() : null;
}

/** Most changes of a referral leave alone what is counted of it. */
function isCountedAlike(before: Tallied | null, after: Tallied | null): boolean {
  if (before === null || after === null) return before === after;
  return isOut(before) === isOut(after) && before.counts === after.counts && before.countedAt?.getTime() === after.countedAt?.getTime();
}

/** Taken back by a refund, or denied by a person: it counts for no rule. */
export function isOut({ status, review }: Pick<Referral, 'status' | 'review'>): boolean {
  return status === 'reversed' || review === 'denied';
}

function newMarks(): SortedList<Mark> {
  return new SortedList<Mark>(({ sequence }) => sequence);
}
