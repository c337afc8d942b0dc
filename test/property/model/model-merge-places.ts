/** Two places of one person in a programme become one, and so does where they stand on its ladder: contract.md 6.5, ADR 0021. */
import type { Tier } from '../../../src/domain/program/document.ts';
import { revokeClaims } from './model-access.ts';
import { type ModelStanding, noStanding } from './model-records.ts';
import { type ModelState, placeOf, versionAt } from './model-state.ts';

interface Pair {
  readonly from: number;
  readonly into: number;
}

/** A place is had once, since the first of both; a block is about the person. */
export function moveMembership(state: ModelState, program: number, pair: Pair): void {
  const [theirs, mine] = [placeOf(program, pair.from), placeOf(program, pair.into)];
  const other = state.memberships.get(theirs);
  if (other === undefined) return;
  const joined = [state.joinedAt.get(theirs), state.joinedAt.get(mine)].flatMap((at) => at ?? []);
  const [first] = joined.sort((a, b) => a.getTime() - b.getTime());
  if (first !== undefined) state.joinedAt.set(mine, first);
  mergeStandings(state, program, pair);
  if (!state.memberships.has(mine)) state.memberships.set(mine, other);
  else if (other === 'blocked') state.memberships.set(mine, 'blocked');
  state.memberships.set(theirs, 'left');
  const merged = state.memberships.get(mine);
  if (merged === 'left' || merged === 'blocked') revokeClaims(state, program, pair.into);
}

/** What either agreed to binds the person. */
export function shareYeses(state: ModelState, { from, into }: Pair): void {
  for (const { program, tier, version } of state.acceptances.filter(({ customer }) => customer === from)) {
    const isKnown = state.acceptances.some(
      (one) => one.program === program && one.customer === into && one.tier === tier && one.version === version,
    );
    if (!isKnown) state.acceptances.push({ program, customer: into, tier, version });
  }
}

/** The person goes on in the better of the two; the other is over, as a tier of theirs that was. */
function mergeStandings(state: ModelState, program: number, { from, into }: Pair): void {
  const other = state.standings.get(placeOf(program, from));
  if (other === undefined || (other.tier === null && other.invitation === null && other.past.length === 0)) return;
  const its = state.programs[program];
  const tiers = (its === undefined ? null : versionAt(its, state.now))?.document.tiers ?? [];
  const own = state.standings.get(placeOf(program, into)) ?? noStanding(state.now);
  const kept = isBetter(tiers, other, own) ? other : own;
  const gone = kept === own ? other : own;
  const ended = gone.tier === null ? [] : [{ tier: gone.tier, from: gone.since, until: state.now, reason: 'membership-ended' }];
  const past = [...kept.past, ...gone.past, ...ended].sort((a, b) => a.from.getTime() - b.from.getTime());
  state.standings.set(placeOf(program, into), { ...kept, past, invitation: invitationOf(tiers, own, other) });
}

const rankOf = (tiers: readonly Tier[], id: string | null): number => tiers.findIndex((tier) => tier.id === id);

/** Higher; then not on the way out; then later to end; then given by staff. */
function isBetter(tiers: readonly Tier[], one: ModelStanding, than: ModelStanding): boolean {
  const height = rankOf(tiers, one.tier) - rankOf(tiers, than.tier);
  if (height !== 0) return height > 0;
  const isOnStep = ({ heldBy }: ModelStanding): boolean => heldBy === 'step';
  if (isOnStep(one) !== isOnStep(than)) return isOnStep(than);
  if ((one.graceEndsAt === null) !== (than.graceEndsAt === null)) return one.graceEndsAt === null;
  const [end, otherEnd] = [one, than].map(({ graceEndsAt, termEndsAt }) => graceEndsAt ?? termEndsAt);
  if (end?.getTime() !== otherEnd?.getTime()) return end == null || (otherEnd != null && end > otherEnd);
  return one.heldBy === 'staff' && than.heldBy !== 'staff';
}

/** Of two open invitations that of staff, then the one to the higher tier. */
function invitationOf(tiers: readonly Tier[], own: ModelStanding, other: ModelStanding): ModelStanding['invitation'] {
  const [mine, theirs] = [own.invitation, other.invitation];
  if (mine === null || theirs === null) return mine ?? theirs;
  if (mine.by !== theirs.by) return mine.by === 'staff' ? mine : theirs;
  return rankOf(tiers, theirs.to) > rankOf(tiers, mine.to) ? theirs : mine;
}
