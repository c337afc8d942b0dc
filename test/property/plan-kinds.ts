/** Shops of one kind, made of drawn ones. */
import type { Grant } from '../../src/domain/program/document.ts';
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

function asCommission(grant: Grant): Grant {
  const { benefit } = grant;
  return benefit.kind === 'credit' && benefit.how !== 'steps' ? { ...grant, benefit: { ...benefit, kind: 'commission' } } : grant;
}
