/** What random shops must meet of ladders, perks and benefits, looked for in the shop as it is after each step. */
import type { Benefit, RuleTrigger } from '../../src/domain/program/document.ts';
import type { TierDowngrade } from '../../src/domain/program/tier-condition.ts';
import { addCalendarMonths } from '../../src/domain/time/calendar.ts';
import { everyRule, isMet } from './model/model-ladder.ts';
import { type ModelState, versionAt } from './model/model-state.ts';

type Met = (name: string) => void;

const BENEFITS = {
  credit: true,
  commission: true,
  points: true,
  coupon: true,
  gift: true,
  perk: true,
  choice: true,
  donation: true,
} satisfies Record<Benefit['kind'], true>;
const TRIGGERS = [
  'order.paid',
  'order.delivered',
  'member.signed_up',
  'feedback.given',
  'tier.entered',
  'referral.qualified',
] satisfies RuleTrigger[];
const DOWNGRADES = { none: true, oneStep: true, toEarned: true } satisfies Record<TierDowngrade, true>;

/** Every one of these is to be met at least once. */
export const LADDER_MEETINGS: readonly string[] = [
  ...Object.keys(BENEFITS).flatMap((kind) => [`given: ${kind}`, `taken back: ${kind}`]),
  ...TRIGGERS.map((trigger) => `given on ${trigger}`),
  ...Object.keys(DOWNGRADES).map((downgrade) => `downgrade: ${downgrade}`),
  ...['earned', 'accepted', 'not-kept', 'entry-undone', 'tier-removed', 'membership-ended'].map((reason) => `moved: ${reason}`),
  'held by staff',
  'held by a step',
  'in grace',
  'in a term',
  'invited by rules',
  'invited by staff',
  'brought under a tier',
  'paid by the rule of the tier at the touch',
  'entered again, and given again',
  'claimed',
  'used',
  'a perk over',
  'a stock used up',
  'a code waited for',
  'a choice made',
  'a choice open',
  'the default after the deadline',
  'months over',
];

export function lookAtLadders(state: ModelState, met: Met): void {
  lookAtRewards(state, met);
  lookAtPerks(state, met);
  lookAtStandings(state, met);
  lookAtMonths(state, met);
}

function lookAtRewards(state: ModelState, met: Met): void {
  for (const { grant, status, rule, naturalKey, chosen, access, owner, ...reward } of state.rewards) {
    const { kind } = grant.benefit;
    met(`given: ${kind}`);
    met(`given on ${rule.on}`);
    if (status === 'reversed' || status === 'cancelled') met(`taken back: ${kind}`);
    if (naturalKey.startsWith('tier:') && naturalKey.includes('#')) met('entered again, and given again');
    if (kind === 'choice' && chosen !== null) met(reward.isDefault ? 'the default after the deadline' : 'a choice made');
    if (kind === 'choice' && chosen === null && access?.chooseUntil != null) met('a choice open');
    const isOfTier = reward.friend !== null && reward.document.tiers.some(({ rules }) => rules.includes(rule));
    if (isOfTier && reward.referrer === owner) met('paid by the rule of the tier at the touch');
  }
  for (const { tier } of state.attributions.values()) if (tier !== null) met('brought under a tier');
}

function lookAtPerks(state: ModelState, met: Met): void {
  for (const access of state.accesses) {
    if (access.reward === null) met('claimed');
    if (access.isUsed) met('used');
    if (access.status === 'expired') met('a perk over');
    if (access.waitingSince !== null) met('a code waited for');
    const program = state.programs[access.program];
    const perk = program === undefined ? undefined : versionAt(program, state.now)?.document.perks?.find(({ id }) => id === access.perk);
    const gone = state.accesses.filter(
      (other) => other.program === access.program && other.perk === access.perk && other.status !== 'revoked',
    );
    if (perk?.capacity != null && gone.length >= perk.capacity) met('a stock used up');
  }
}

function lookAtStandings(state: ModelState, met: Met): void {
  for (const [place, standing] of state.standings) {
    const [program = 0, customer = 0] = place.split('/').map(Number);
    const its = state.programs[program];
    const document = its === undefined ? undefined : versionAt(its, state.now)?.document;
    const downgradeOf = (id: string) => its?.versions.flatMap((one) => one.document.tiers).find((tier) => tier.id === id)?.downgrade;
    for (const { tier, reason } of standing.past) {
      met(`moved: ${reason}`);
      if (reason === 'not-kept' || reason === 'entry-undone') met(`downgrade: ${downgradeOf(tier)}`);
    }
    if (standing.heldBy === 'staff') met('held by staff');
    if (standing.heldBy === 'step') met('held by a step');
    if (standing.graceEndsAt !== null) met('in grace');
    if (standing.termEndsAt !== null) met('in a term');
    if (standing.invitation !== null) met(`invited by ${standing.invitation.by}`);
    const tier = document?.tiers.find(({ id }) => id === standing.tier);
    if (tier === undefined || document === undefined || tier.downgrade !== 'none' || standing.heldBy === 'staff') continue;
    // Kept by its policy alone.
    const holds = [tier.entry.if, ...(tier.keep === null ? [] : [tier.keep])].some((conditions) =>
      isMet(state, { program, customer }, { conditions, document }, state.now),
    );
    if (!holds) met('downgrade: none');
  }
}

/** An order that a rule with months would have paid for, had they not been over. */
function lookAtMonths(state: ModelState, met: Met): void {
  for (const [place, { referrer, version }] of state.attributions) {
    const customer = Number(place.split('/')[1]);
    const rules = version === null || referrer === null ? [] : everyRule(version.document);
    const paid = [...state.orders.values()].flatMap((order) =>
      order.customer === customer && order.firstPaymentAt !== null ? [order.firstPaymentAt] : [],
    );
    const first = Math.min(...paid.map((at) => at.getTime()));
    const isCounted = rules.some((rule) =>
      rule.if.some((condition) => condition.kind === 'monthsSince' && condition.event === 'firstPaidOrder'),
    );
    if (version === null || !isCounted || paid.length === 0) continue;
    const last = addCalendarMonths(new Date(first), 1, version.document.timeZone);
    if (paid.some((at) => at > last)) met('months over');
  }
}
