import type { Order } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { heldUntil } from './hold.ts';
import { rewardTimeZone } from './issue-reward.ts';

/** A delivery learned while held replaces the date either way; after release nothing changes (contract.md 6.11). */
export function redateHolds(ws: Workspace, order: Order): void {
  for (const reward of ws.rewards.by('order', order.id)) {
    if (reward.status !== 'held' || reward.hold === null || !reward.holdReasons.includes('return-window')) continue;
    ws.rewards.put({ ...reward, heldUntil: heldUntil(reward.hold, order, ws.event.occurredAt, rewardTimeZone(ws, reward)) });
  }
}
