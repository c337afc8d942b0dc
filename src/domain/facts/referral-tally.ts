/**
 * What a referrer's referrals in one programme add up to (ADR 0022). Decisions that only count them look here: a referrer of twenty thousand
 * friends then costs what one of twenty does. It says nothing a walk over the referrals would not say, and is kept true by each change of one.
 */
import type { VersionId } from '../ids.ts';
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

/** What is counted of a referral. */
type Counted = Pick<Referral, 'status' | 'review' | 'orderId' | 'qualifiedAt' | 'countedAt' | 'counts'>;

type NotedCount = Pick<ReferralCount, 'ruleId' | 'versionId' | 'tierId' | 'isTakenBack' | 'at' | 'sequence'>;

export class ReferralTally {
  /** Instants (epoch ms) at which friends with an order came to be qualified, of referrals that wait for no person. */
  readonly qualified = new SortedList<number>((at) => at);
  /** By rule: the referrals it has noted, and which were not taken back. */
  readonly #noted = new Map<string, SortedList<Mark>>();
  readonly #groups = new Map<string, TallyGroup>();

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

  add(referral: Counted): void {
    const qualifiedAt = qualifiedInstant(referral);
    if (qualifiedAt !== null) this.qualified.add(qualifiedAt);
    if (!isOut(referral)) this.addCounted(referral.countedAt, referral.counts);
  }

  /** Of a referral that is neither reversed nor denied: from when it counts, and what rules have noted. */
  addCounted(countedAt: Date | null, counts: readonly NotedCount[]): void {
    for (const [marks, mark] of this.#marksOf(countedAt, counts)) marks.add(mark);
  }

  remove(referral: Counted): void {
    const qualifiedAt = qualifiedInstant(referral);
    if (qualifiedAt !== null) this.qualified.remove(qualifiedAt, () => true);
    if (isOut(referral)) return;
    for (const [marks, mark] of this.#marksOf(referral.countedAt, referral.counts)) marks.remove(mark, ({ at }) => at === mark.at);
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
export function qualifiedInstant({ status, review, orderId, qualifiedAt }: Counted): number | null {
  return status === 'qualified' && orderId !== null && qualifiedAt !== null && review === null ? qualifiedAt.getTime() : null;
}

/** Taken back by a refund, or denied by a person: it counts for no rule. */
export function isOut({ status, review }: Pick<Referral, 'status' | 'review'>): boolean {
  return status === 'reversed' || review === 'denied';
}

function newMarks(): SortedList<Mark> {
  return new SortedList<Mark>(({ sequence }) => sequence);
}
