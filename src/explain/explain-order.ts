import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { findOrderStory } from './order-story.store.ts';
import type { Sentence } from './order-story.ts';
import { tellOrder } from './tell-order.ts';

/** An order's decisions as a person would tell them, oldest first, then where everything is now; null when there is no such order. */
export async function explainOrder(db: Db, tenantId: TenantId, orderId: string): Promise<readonly Sentence[] | null> {
  const story = await db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute((tx) => findOrderStory(tx, tenantId, orderId));
  return story === null ? null : tellOrder(story);
}
