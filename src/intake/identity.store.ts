import type pg from 'pg';
import type { ClickId, CodeId, CustomerId, TenantId } from '../domain/ids.ts';
import { rowsBy } from './rows-by.ts';

/** What statement 2 of the road asks (contract.md 6.1): which events are known, and whom the batch's names, codes and clicks mean. */
export interface IdentityQuery {
  readonly tenantId: TenantId;
  readonly events: readonly { readonly source: string; readonly eventId: string }[];
  readonly identities: readonly { readonly kind: IdentityKind; readonly hash: string }[];
  readonly customerIds: readonly string[];
  readonly foldedCodes: readonly string[];
  readonly clickIds: readonly string[];
  readonly foldedNames: readonly string[];
}

export type IdentityKind = 'externalId' | 'email' | 'phone';

export interface IdentityFacts {
  readonly events: readonly KnownEvent[];
  readonly identities: readonly { readonly kind: IdentityKind; readonly hash: string; readonly customerId: CustomerId }[];
  readonly people: readonly KnownPerson[];
  readonly codes: readonly {
    readonly folded: string;
    readonly codeId: CodeId;
    readonly customerId: CustomerId;
    readonly status: 'active' | 'retired';
    readonly retiredAt: string | null;
  }[];
  readonly clicks: readonly {
    readonly clickId: ClickId;
    readonly codeId: CodeId;
    readonly customerId: CustomerId;
    readonly status: 'active' | 'retired';
    readonly retiredAt: string | null;
    readonly clickedAt: string;
  }[];
  readonly names: readonly { readonly foldedName: string; readonly customerId: CustomerId }[];
}

export interface KnownEvent {
  readonly source: string;
  readonly eventId: string;
  readonly bodyHash: string;
  readonly answer: string;
  readonly sequence: string;
}

export interface KnownPerson {
  readonly customerId: CustomerId;
  readonly personId: string;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  readonly mergedInto: CustomerId | null;
  readonly erased: boolean;
  /** Epoch ms: of several customers behind one contact the oldest counts. */
  readonly createdAt: string;
}

const FIND_IDENTITIES = `
with recursive found as (
  ${rowsBy('identity', 'hash', '$4::bytea[]')}
), coded as (
  ${rowsBy('code', 'folded', '$6::text[]')}
), human_click as (
  ${rowsBy('click', 'click_id', '$7::uuid[]', `kind in ('human', 'repeat') and code_id is not null`)}
), clicked as (
  select k.click_id, k.clicked_at, c.code_id, c.customer_id, c.status, c.retired_at
  from human_click k, lateral (select * from code where tenant_id = $1 and code_id = k.code_id offset 0) c
), named as (
  ${rowsBy('person', 'folded_name', '$8::text[]')} limit 1000
), met as (
  select customer_id from found union select unnest($5::uuid[]) union select customer_id from coded
  union select customer_id from clicked union select customer_id from named
), merged as (
  select customer_id from met
  union
  select c.merged_into from merged, lateral (select merged_into from customer where tenant_id = $1 and customer_id = merged.customer_id offset 0) c
  where c.merged_into is not null
), people as (
  ${rowsBy('person', 'person_id', `array(select distinct person_id from (${rowsBy('person', 'customer_id', 'array(select customer_id from merged)')}) p)`)}
)
select
  coalesce((select json_agg(json_build_object('source', e.source, 'eventId', e.event_id, 'bodyHash', encode(e.body_hash, 'hex'),
      'answer', e.answer, 'sequence', e.sequence::text))
    from unnest($2::text[], $3::text[]) as s(source, event_id),
      lateral (select * from event where tenant_id = $1 and source = s.source and event_id = s.event_id offset 0) e), '[]') as events,
  coalesce((select json_agg(json_build_object('kind', kind, 'hash', encode(hash, 'hex'), 'customerId', customer_id)) from found), '[]') as identities,
  coalesce((select json_agg(json_build_object('customerId', p.customer_id, 'personId', p.person_id, 'externalId', p.external_id,
      'email', p.email, 'phone', p.phone, 'name', p.name, 'mergedInto', c.merged_into, 'erased', c.erased_at is not null,
      'createdAt', (extract(epoch from c.created_at) * 1000)::bigint::text))
    from people p, lateral (select * from customer where tenant_id = $1 and customer_id = p.customer_id offset 0) c), '[]') as people,
  coalesce((select json_agg(json_build_object('folded', folded, 'codeId', code_id, 'customerId', customer_id, 'status', status,
      'retiredAt', retired_at)) from coded), '[]') as codes,
  coalesce((select json_agg(json_build_object('clickId', click_id, 'codeId', code_id, 'customerId', customer_id, 'status', status,
      'retiredAt', retired_at, 'clickedAt', clicked_at)) from clicked), '[]') as clicks,
  coalesce((select json_agg(json_build_object('foldedName', folded_name, 'customerId', customer_id)) from named), '[]') as names`;

/** One statement, set-based, for the whole batch. */
export async function findIdentities(client: pg.ClientBase, query: IdentityQuery): Promise<IdentityFacts> {
  const { rows } = await client.query<{ [K in keyof IdentityFacts]: IdentityFacts[K] }>({
    name: 'intake-find-identities',
    text: FIND_IDENTITIES,
    values: [
      query.tenantId,
      query.events.map((event) => event.source),
      query.events.map((event) => event.eventId),
      query.identities.map((identity) => `\\x${identity.hash}`),
      query.customerIds,
      query.foldedCodes,
      query.clickIds,
      query.foldedNames,
    ],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate always gives a row');
  return row;
}
