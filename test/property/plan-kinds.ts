/** Shops of one kind, made of drawn ones. */
import type { Grant, Rule } from '../../src/domain/program/document.ts';
import { ladderFor } from './plan-ladder.ts';
import type { ShopPlan } from './shop-plan.ts';

const COUNTING = new Set(['growing', 'numbered']);

/** The rules that count friends, where there are any. */
export function countingOnly(plan: ShopPlan): ShopPlan {
  const counting = plan.programs.map((versions) =>
    versions.map((version) => {
      const rules = version.rules.filter(({ id }) => COUNTING.has(id));
      return rules.length === 0 ? version : { ...version, rules };
    }),
  );
  return { ...plan, programs: counting };
}

const MOVING = new Set(['first', 'growing', 'qualified', 'entered']);

/** Ladders in every programme, and few rules beside theirs. */
export function laddersOnly(plan: ShopPlan): ShopPlan {
  const moving = plan.programs.map((versions) => {
    const tiers = versions.find((version) => version.tiers.length > 0)?.tiers ?? [];
    return versions.map((version) => {
      const rules = version.rules.filter(({ id }) => MOVING.has(id));
      const kept = rules.length === 0 ? version.rules : rules;
      return { ...version, rules: kept, tiers: ladderFor(version.tiers.length === 0 ? tiers : version.tiers, kept) };
    });
  });
  return { ...plan, programs: moving };
}

/** What rules give in credit is commission, which may be paid out. */
export function payingCommission(plan: ShopPlan): ShopPlan {
  const paying = plan.programs.map((versions) =>
    versions.map((version) => ({ ...version, rules: version.rules.map((rule) => ({ ...rule, grant: rule.grant.map(asCommission) })) })),
  );
  return { ...plan, programs: paying };
}

/** A few gifts and payouts come to what a person may get in a year; budgets, which are smaller, stop nothing. */
export function dear(plan: ShopPlan): ShopPlan {
  const programs = plan.programs.map((versions) =>
    versions.map((version) => ({
      ...version,
      budget: null,
      rules: version.rules.map(withDearGifts),
      tiers: version.tiers.map((tier) => ({ ...tier, rules: tier.rules.map(withDearGifts) })),
      perks: (version.perks ?? []).map((perk) => ({ ...perk, costMinor: perk.costMinor * 4_000n })),
    })),
  );
  const orders = plan.orders.map(({ totalMinor, deliveryMinor, taxMinor, parts: [a, b, c], ...order }) => {
    const times = totalMinor > 10_000n ? 1n : 200n;
    const parts = [a * times, b * times, c * times] as const;
    return { ...order, totalMinor: totalMinor * times, deliveryMinor: deliveryMinor * times, taxMinor: taxMinor * times, parts };
  });
  return { ...plan, programs, orders };
}

function withDearGifts(rule: Rule): Rule {
  const grant = rule.grant.map(
    ({ benefit, ...rest }): Grant => ({
      ...rest,
      benefit: benefit.kind === 'gift' ? { ...benefit, costMinor: benefit.costMinor * 4_000n } : benefit,
    }),
  );
  return { ...rule, grant, caps: { ...rule.caps, budget: null } };
}

function asCommission(grant: Grant): Grant {
  const { benefit } = grant;
  return benefit.kind === 'credit' && benefit.how !== 'steps' ? { ...grant, benefit: { ...benefit, kind: 'commission' } } : grant;
}
