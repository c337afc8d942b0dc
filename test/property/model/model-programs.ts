/** Programmes of the model: published, paused, resumed (contract.md 6.6). */
import type { ShopPlan } from '../shop-plan.ts';
import type { BodyOf } from './model-acts.ts';
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
