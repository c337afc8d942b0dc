import { isLoopbackUrl } from '../config.ts';
import { CHECKLIST_ITEMS, type ChecklistItem, getChecklist, markChecklist, unmarkChecklist } from '../contract/checklist.endpoints.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import type { TenantId } from '../domain/ids.ts';
import { ok } from '../domain/result.ts';
import { requireActor } from '../keys/require-actor.ts';
import { hasMail } from '../messages/mail-setup.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { type ChecklistFacts, markDone, readChecklistFacts, unmark } from './checklist.store.ts';
import { CHECKLIST_TEXTS } from './checklist-texts.ts';

/** An owner is reminded of a back-up once a week. */
const BACKUP_DAYS_MS = 7 * 86_400_000;

export function checklistRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(getChecklist, async ({ caller }) => ok(await showChecklist(deps, caller.tenantId))),
    route(markChecklist, async ({ caller, params, body }) => {
      const allowed = requireActor(caller, body.actor);
      if (!allowed.ok) return allowed;
      await markDone(db, caller.tenantId, { item: params.item, at: clock.now(), actor: body.actor });
      return ok(await showChecklist(deps, caller.tenantId));
    }),
    route(unmarkChecklist, async ({ caller, params }) => {
      await unmark(db, caller.tenantId, params.item);
      return ok(await showChecklist(deps, caller.tenantId));
    }),
  ];
}

async function showChecklist({ db, clock, publicUrl, installationMail }: ServerDeps, tenantId: TenantId) {
  const facts = { ...(await readChecklistFacts(db, tenantId)), hasMail: await hasMail(db, tenantId, installationMail) };
  const items = CHECKLIST_ITEMS.map((id) => ({
    id,
    state: stateOf(id, facts, { now: clock.now(), publicUrl }),
    doneAt: timeToWire(facts.marks.get(id) ?? null),
    ...CHECKLIST_TEXTS[id],
  }));
  const open = items.filter(({ state }) => state === 'todo' || state === 'due');
  return { items, left: open.length, next: open[0]?.id ?? null };
}

type Known = ChecklistFacts & { readonly hasMail: boolean };

function stateOf(id: ChecklistItem, facts: Known, { now, publicUrl }: { readonly now: Date; readonly publicUrl: string }) {
  const mark = facts.marks.get(id);
  if (id === 'backup' && mark !== undefined) return now.getTime() - mark.getTime() > BACKUP_DAYS_MS ? ('due' as const) : ('done' as const);
  if (isFound(id, facts, publicUrl)) return 'done' as const;
  // What the data do not show, somebody said is not needed.
  return mark === undefined ? ('todo' as const) : ('waived' as const);
}

function isFound(id: ChecklistItem, facts: Known, publicUrl: string): boolean {
  switch (id) {
    case 'program':
      return facts.hasPublished;
    case 'landing':
      return facts.hasLanding;
    case 'import':
      return facts.hasImported;
    case 'shared':
      return facts.hasVisit;
    case 'publicUrl':
      return !isLoopbackUrl(publicUrl);
    case 'mail':
      return facts.hasMail && !facts.isMailStuck;
    case 'backup':
      return false;
  }
}
