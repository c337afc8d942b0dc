import type { Db } from '../database/schema.ts';
import type { CustomerId, TenantId } from '../domain/ids.ts';
import { type CustomerStoryEvent, findCustomerStory } from './customer-story.store.ts';
import type { Sentence } from './order-story.ts';
import { tellCustomerEvent } from './tell-customer.ts';

export interface ToldEvent {
  readonly event: CustomerStoryEvent;
  readonly sentences: readonly Sentence[];
}

/** A page of what happened with a customer and the friends they brought, newest first, at most `limit` + 1, as one moment of the books. */
export async function explainCustomer(
  db: Db,
  tenantId: TenantId,
  page: { readonly customerId: CustomerId; readonly before: bigint | null; readonly limit: number },
): Promise<readonly ToldEvent[]> {
  const story = await db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute((tx) => findCustomerStory(tx, tenantId, page));
  return story.events.map((event) => ({ event, sentences: tellCustomerEvent(story, event) }));
}
