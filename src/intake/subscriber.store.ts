import type pg from 'pg';
import type { TenantId, WebhookId } from '../domain/ids.ts';
import type { MessageType } from '../domain/messages/message.ts';

/** Somebody who wants to hear of decisions; `types` null = of all. */
export interface Subscriber {
  readonly id: WebhookId;
  readonly types: readonly MessageType[] | null;
}

const NOBODY: readonly Subscriber[] = [];

/** Subscribers change rarely: kept per tenant for as long as its revision stands. Where nobody ever listened, nothing is read. */
export class SubscriberCache {
  readonly #byTenant = new Map<TenantId, { readonly revision: bigint; readonly subscribers: readonly Subscriber[] }>();

  async get(client: pg.ClientBase, tenantId: TenantId, revision: bigint): Promise<readonly Subscriber[]> {
    if (revision === 0n) return NOBODY;
    const known = this.#byTenant.get(tenantId);
    if (known !== undefined && known.revision === revision) return known.subscribers;
    const subscribers = await loadSubscribers(client, tenantId);
    this.#byTenant.set(tenantId, { revision, subscribers });
    return subscribers;
  }
}

/** Paused and disabled ones too: what they miss waits for them, or can be sent again. */
async function loadSubscribers(client: pg.ClientBase, tenantId: TenantId): Promise<readonly Subscriber[]> {
  const { rows } = await client.query<Subscriber>('select webhook_id as id, types from webhook where tenant_id = $1 order by webhook_id', [
    tenantId,
  ]);
  return rows;
}
