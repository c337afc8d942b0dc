/** Programmes of the model: published, paused, resumed (contract.md 6.6). */
import type { ProgramDocument } from '../../../src/domain/program/document.ts';
import type { ShopPlan } from '../shop-plan.ts';
import type { BodyOf } from './model-acts.ts';
import { isAmount } from './model-reward.ts';
import type { ModelState } from './model-state.ts';

export function changeProgram(state: ModelState, plan: ShopPlan, at: Date, body: BodyOf<'publish' | 'pause' | 'resume'>): string {
  const { programs } = state;
  if (body.type === 'publish') {
    const document = plan.programs[body.program]?.[body.version];
    if (document === undefined) throw new Error('the plan has this version');
    const known = programs[body.program];
    // A number is taken by whatever was offered for publication.
    const number = (state.offered.get(body.program) ?? 0) + 1;
    state.offered.set(body.program, number);
    const last = known?.versions.at(-1);
    if (last !== undefined && (body.effectiveFrom < last.from || body.effectiveFrom < at)) return 'effective_from_invalid';
    if (known !== undefined && mixesCapUnits([...known.versions.map((version) => version.document), document])) return 'cap_unit_changed';
    const version = { document, number, from: body.effectiveFrom };
    if (known === undefined) programs.push({ versions: [version], pauses: [] });
    else known.versions.push(version);
    return 'processed';
  }
  const pauses = programs[body.program]?.pauses ?? [];
  const open = pauses.at(-1);
  const isPaused = open !== undefined && open.until === null;
  if (body.type === 'pause' && !isPaused) pauses.push({ from: at, until: null });
  if (body.type === 'resume' && isPaused) open.until = at;
  return 'processed';
}

/** A rule of the last version, limited by amount in any, that gives the referrer money in one version and points in another. */
function mixesCapUnits(documents: readonly ProgramDocument[]): boolean {
  const rulesOf = (document: Pick<ProgramDocument, 'rules' | 'tiers'>) => [
    ...document.rules,
    ...document.tiers.flatMap((tier) => tier.rules),
  ];
  return rulesOf(documents.at(-1) ?? { rules: [], tiers: [] }).some(({ id }) => {
    const same = documents.flatMap((document) => rulesOf(document).filter((rule) => rule.id === id));
    const given = same.flatMap(({ grant }) => grant.filter(({ to, benefit }) => to === 'referrer' && isAmount(benefit)));
    const isLimited = same.some(({ caps }) => (caps.perReferrer?.amount ?? null) !== null);
    return isLimited && new Set(given.map(({ benefit }) => benefit.kind === 'points')).size > 1;
  });
}
