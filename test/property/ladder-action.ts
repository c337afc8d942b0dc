/** What moves members along ladders, and what they do with perks: the part of the actions that no order makes. */
import fc from 'fast-check';
import { versionAt } from './model/model-state.ts';
import type { ShopModel } from './model/shop-model.ts';
import { PERKS } from './plan-grants.ts';
import { TIERS } from './plan-ladder.ts';
import { CUSTOMERS, type ShopPlan } from './shop-plan.ts';
import type { StepBody } from './step.ts';

export type LadderAction =
  | { readonly do: 'feedback'; readonly customer: number; readonly score: number; readonly lateHours: number }
  | { readonly do: 'complaint'; readonly customer: number; readonly isOpen: boolean }
  | { readonly do: 'accept'; readonly invited: number }
  | { readonly do: 'invite'; readonly customer: number; readonly program: number; readonly tier: number }
  | { readonly do: 'claim'; readonly holder: number; readonly perk: number }
  | { readonly do: 'choose'; readonly reward: number; readonly perk: number }
  | { readonly do: 'handOver'; readonly reward: number }
  | { readonly do: 'redeem'; readonly access: number }
  | { readonly do: 'addCodes'; readonly program: number; readonly code: number; readonly count: number };

const customer = fc.nat(CUSTOMERS.length - 1);
const any = fc.nat(1_000);
const doing = <T extends string>(name: T): fc.Arbitrary<T> => fc.constant(name);
const late = fc.constantFrom(0, 0, 0, 0, 0, 20);

export const ladderAction: fc.Arbitrary<LadderAction> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: doing('feedback'), customer, score: fc.constantFrom(3, 6, 8, 10), lateHours: late }) },
  { weight: 1, arbitrary: fc.record({ do: doing('complaint'), customer, isOpen: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: doing('accept'), invited: any }) },
  { weight: 2, arbitrary: fc.record({ do: doing('invite'), customer, program: any, tier: any }) },
  { weight: 4, arbitrary: fc.record({ do: doing('claim'), holder: any, perk: any }) },
  { weight: 3, arbitrary: fc.record({ do: doing('choose'), reward: any, perk: fc.nat(PERKS.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ do: doing('handOver'), reward: any }) },
  { weight: 2, arbitrary: fc.record({ do: doing('redeem'), access: any }) },
  { weight: 2, arbitrary: fc.record({ do: doing('addCodes'), program: any, code: fc.nat(20), count: fc.integer({ min: 1, max: 2 }) }) },
);

export interface Doing {
  readonly plan: ShopPlan;
  readonly model: ShopModel;
  readonly at: Date;
}

/** Whom the action is about, and what it asks; null = there is nothing to do it to. */
export function ladderStep(action: LadderAction, doing: Doing): { readonly customer: number | null; readonly body: StepBody } | null {
  const { plan, model } = doing;
  const program = 'program' in action ? action.program % plan.programs.length : 0;
  switch (action.do) {
    case 'feedback':
      return { customer: action.customer, body: { type: 'feedback', score: action.score } };
    case 'complaint':
      return { customer: action.customer, body: { type: 'complaint', complaint: 'c-1', isOpen: action.isOpen } };
    case 'accept':
      return acceptance(action.invited, doing);
    case 'invite':
      return { customer: action.customer, body: { type: 'invite', program, tier: invitedTier(action.tier, program, doing), version: 0 } };
    case 'claim':
      return claim(action, doing);
    case 'choose': {
      const reward = pick(model.choices(), action.reward);
      return reward === null ? null : { customer: null, body: { type: 'choose', reward, perk: PERKS[action.perk] ?? PERKS[0] } };
    }
    case 'handOver': {
      const reward = pick(model.deliverable(), action.reward) ?? pick(model.rewards(), action.reward);
      return reward === null ? null : { customer: null, body: { type: 'handOver', reward } };
    }
    case 'redeem': {
      const access = pick(model.accesses(), action.access);
      return access === null ? null : { customer: null, body: { type: 'redeem', access } };
    }
    case 'addCodes': {
      const codes = Array.from({ length: action.count }, (_none, index) => `V-${action.code + index}`);
      return { customer: null, body: { type: 'addCodes', program, perk: 'voucher', codes } };
    }
  }
}

/** Mostly of an invitation that is open. */
function acceptance(invited: number, { model, at }: Doing): { readonly customer: number; readonly body: StepBody } | null {
  const open = [...model.state.standings].flatMap(([place, { invitation }]) =>
    invitation === null ? [] : [{ place, tier: invitation.to }],
  );
  const found = pick(open, invited);
  const [program = 0, member = 0] = found === null ? [0, invited % CUSTOMERS.length] : found.place.split('/').map(Number);
  const its = model.state.programs[program];
  const version = its === undefined ? null : versionAt(its, at);
  if (version === null) return null;
  return { customer: member, body: { type: 'accept', program, tier: found?.tier ?? TIERS[0], version: version.number } };
}

/** Mostly one that asks for a yes. */
function invitedTier(tier: number, program: number, { model, at }: Doing): string {
  const its = model.state.programs[program];
  const asking = (its === undefined ? undefined : versionAt(its, at))?.document.tiers.filter(({ entry }) => entry.acceptance !== 'none');
  return pick(asking ?? [], tier)?.id ?? pick(TIERS, tier) ?? TIERS[0];
}

/** Mostly of a perk that a tier the member is in lists. */
function claim({ holder, perk }: Extract<LadderAction, { do: 'claim' }>, { model, at }: Doing) {
  const holders = [...model.state.standings].flatMap(([place, { tier }]) => {
    const [program = 0, member = 0] = place.split('/').map(Number);
    const its = model.state.programs[program];
    const listed = its === undefined ? undefined : versionAt(its, at)?.document.tiers.find(({ id }) => id === tier)?.perks;
    return listed === undefined || listed.length === 0 ? [] : [{ program, member, listed }];
  });
  const found = pick(holders, holder);
  const wanted = pick(found?.listed ?? PERKS, perk) ?? PERKS[0];
  const body: StepBody = { type: 'claim', program: found?.program ?? 0, perk: wanted };
  return { customer: found?.member ?? holder % CUSTOMERS.length, body };
}

export const pick = <T>(from: readonly T[], index: number | null): T | null =>
  index === null || from.length === 0 ? null : (from[index % from.length] ?? null);
