import { z } from 'zod';
import { listAudit } from './audit.endpoints.ts';
import { listConnectors, listPayloads } from './connectors.endpoints.ts';
import { getStory } from './customers.endpoints.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { listEvents } from './events.endpoints.ts';
import { listFriendClaims } from './friend-claims.endpoints.ts';
import { listMails } from './messages.endpoints.ts';
import { getLowStock } from './overview.endpoints.ts';
import { listTaxYears } from './payouts.endpoints.ts';
import { listEntitled } from './perks.endpoints.ts';
import { idOf, instant, name } from './primitives.ts';
import { listPrograms } from './programs.endpoints.ts';
import { listReviews } from './referral-review.endpoints.ts';
import { listStaff } from './staff.endpoints.ts';
import { listKeys } from './tenant.endpoints.ts';
import { listSources } from './upload-sources.endpoints.ts';
import { listUploads } from './uploads.endpoints.ts';
import { listDeliveries, listWebhooks } from './webhooks.endpoints.ts';

const NONE = z.strictObject({});
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const;

const FILTERS = {
  q: z.string().min(1).max(200).optional().meta({ description: 'An external id, an e-mail, a phone, or the start of a name.' }),
  programId: idOf('prg').optional().meta({ description: 'Those of this programme.' }),
  customerId: name().optional().meta({ description: 'Those of this customer: external id or `cus_…`.' }),
  orderId: name().optional().meta({ description: 'Those of this order.' }),
  perk: name().optional().meta({ description: 'Those of this perk.' }),
  hasComplaint: z
    .enum(['true'], 'choice')
    .transform(() => true)
    .optional()
    .meta({ description: 'Those with an open complaint.' }),
  waitsFor: z.enum(['decision', 'delivery'], 'choice').optional().meta({ description: 'Those that wait for a person.' }),
  from: instant.optional().meta({ description: 'Not before.' }),
  until: instant.optional().meta({ description: 'Before this instant.' }),
};

/** The states by which a list with a table of its own can be narrowed. */
export const EXPORT_STATUSES = {
  referrals: ['started', 'joined', 'ordered', 'qualified', 'refused', 'expired', 'reversed'],
  rewards: ['held', 'approved', 'issued', 'delivered', 'redeemed', 'denied', 'cancelled', 'reversed', 'expired', 'failed'],
  payouts: ['proposed', 'approved', 'rejected', 'paid', 'failed'],
  codes: ['active', 'retired'],
  memberships: ['invited', 'active', 'paused', 'left', 'blocked'],
  coupons: ['issued', 'reserved', 'redeemed', 'expired', 'revoked'],
  accesses: ['reserved', 'active', 'used', 'expired', 'revoked'],
} as const;

function inState(states: readonly string[]) {
  return { status: z.enum(states, 'choice').optional().meta({ description: 'Those in this state.' }) };
}

const { q, programId, customerId, orderId, perk, hasComplaint, waitsFor, from, until } = FILTERS;
const everyFilter = z.strictObject({ ...FILTERS, ...inState([]) });
export type ExportQuery = z.output<typeof everyFilter>;

interface OwnTable {
  readonly tag: string;
  readonly access: 'read' | 'admin';
  readonly summary: string;
  /** The lists whose rows it holds; none where there is no list but this. */
  readonly serves: readonly string[];
  /** The same words as of those lists. */
  readonly query: z.ZodType<ExportQuery>;
}

/** Lists with a table of their own: because they are long, or because there is no other. */
export const OWN_EXPORTS = {
  customers: {
    tag: 'customers',
    access: 'read',
    summary: 'Customers',
    serves: ['/v1/customers'],
    query: z.strictObject({ q, programId, ...inState(EXPORT_STATUSES.memberships), hasComplaint }),
  },
  orders: {
    tag: 'orders',
    access: 'read',
    summary: 'Orders, with the headers an import knows',
    serves: [],
    query: z.strictObject({ customerId, from, until }),
  },
  referrals: {
    tag: 'referrals',
    access: 'read',
    summary: 'Referrals',
    serves: ['/v1/customers/{id}/referrals'],
    query: z.strictObject({ ...inState(EXPORT_STATUSES.referrals), programId, customerId, from, until }),
  },
  rewards: {
    tag: 'rewards',
    access: 'read',
    summary: 'Rewards',
    serves: ['/v1/rewards', '/v1/customers/{id}/rewards'],
    query: z.strictObject({ ...inState(EXPORT_STATUSES.rewards), programId, customerId, orderId, waitsFor, from, until }),
  },
  entries: {
    tag: 'customers',
    access: 'read',
    summary: 'Every movement of value',
    serves: ['/v1/customers/{id}/entries'],
    query: z.strictObject({ customerId, from, until }),
  },
  payouts: {
    tag: 'payouts',
    access: 'read',
    summary: 'Payouts',
    serves: ['/v1/payouts'],
    query: z.strictObject({ ...inState(EXPORT_STATUSES.payouts), programId, customerId }),
  },
  codes: {
    tag: 'customers',
    access: 'read',
    summary: 'Codes',
    serves: [],
    query: z.strictObject({ ...inState(EXPORT_STATUSES.codes), customerId }),
  },
  memberships: {
    tag: 'customers',
    access: 'read',
    summary: 'Who is a member of which programme, with their tier',
    serves: [],
    query: z.strictObject({ ...inState(EXPORT_STATUSES.memberships), programId, customerId }),
  },
  coupons: {
    tag: 'coupons',
    access: 'read',
    summary: 'Coupons',
    serves: [],
    query: z.strictObject({ ...inState(EXPORT_STATUSES.coupons), programId, customerId }),
  },
  accesses: {
    tag: 'perks',
    access: 'read',
    summary: 'Perks that members hold and held',
    serves: ['/v1/customers/{id}/perks'],
    query: z.strictObject({ ...inState(EXPORT_STATUSES.accesses), programId, perk, customerId }),
  },
} as const satisfies Readonly<Record<string, OwnTable>>;
export type OwnExport = keyof typeof OWN_EXPORTS;

/** A list of the API: what narrows the list narrows its file, and who may read it may take it along. */
interface ListedTable {
  readonly of: Endpoint<z.ZodObject, z.ZodObject>;
  /** What the names of its path are called in the query of the file. */
  readonly path: Readonly<Record<string, string>>;
}

function listed(of: ListedTable['of'], path: ListedTable['path'] = {}): ListedTable {
  return { of, path };
}

/** Lists taken along as they are: each page of the list is a page of the file. */
export const LISTED_EXPORTS = {
  events: listed(listEvents),
  story: listed(getStory, { id: 'customerId' }),
  programs: listed(listPrograms),
  'low-stock': listed(getLowStock),
  entitled: listed(listEntitled, { id: 'programId', perk: 'perk' }),
  'tax-years': listed(listTaxYears),
  reviews: listed(listReviews),
  'friend-claims': listed(listFriendClaims),
  webhooks: listed(listWebhooks),
  deliveries: listed(listDeliveries, { id: 'webhookId' }),
  messages: listed(listMails),
  connectors: listed(listConnectors),
  payloads: listed(listPayloads),
  uploads: listed(listUploads),
  'upload-sources': listed(listSources),
  keys: listed(listKeys),
  staff: listed(listStaff),
  audit: listed(listAudit),
} as const;
export type ListedExport = keyof typeof LISTED_EXPORTS;

/** The list's own filters, without where a page of it begins. */
function filtersOf({ of, path }: ListedTable): z.ZodObject {
  const { limit: _limit, cursor: _cursor, ...filters } = of.query.shape;
  const places = Object.entries(path).map(([inPath, inQuery]) => [inQuery, of.params.shape[inPath]] as const);
  return z.strictObject({ ...Object.fromEntries(places), ...filters });
}

interface ExportedList<Query extends z.ZodType> {
  readonly list: string;
  readonly tag: string;
  readonly access: Endpoint['access'];
  readonly summary: string;
  readonly query: Query;
}

function exportEndpoint<Query extends z.ZodType>(exported: ExportedList<Query>, format: ExportFormat) {
  const { list, tag, access, summary, query } = exported;
  const limit = format === 'xlsx' ? '; at most 50,000 rows' : '; however many';
  return endpoint({
    method: 'GET',
    path: `/v1/exports/${list}.${format}`,
    summary: `${summary} as a file${limit}. Text that a spreadsheet would run has an apostrophe before it`,
    tag,
    access,
    params: NONE,
    query,
    body: null,
    status: 200,
    idempotencyKey: false,
    mediaType: format === 'csv' ? 'text/csv' : XLSX,
    answer: z.string(),
  });
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record).filter((key): key is Key => Object.hasOwn(record, key));
}

export const ownExportEndpoints = keysOf(OWN_EXPORTS).flatMap((list) => {
  const { tag, access, summary, query } = OWN_EXPORTS[list];
  const exported: ExportedList<z.ZodType<ExportQuery>> = { list, tag, access, summary, query };
  return EXPORT_FORMATS.map((format) => ({ list, format, endpoint: exportEndpoint(exported, format) }));
});

export const listedExportEndpoints = keysOf(LISTED_EXPORTS).flatMap((list) => {
  const { tag, access, summary } = LISTED_EXPORTS[list].of;
  const exported = { list, tag, access, summary, query: filtersOf(LISTED_EXPORTS[list]) };
  return EXPORT_FORMATS.map((format) => ({ list, format, endpoint: exportEndpoint(exported, format) }));
});

/** Every list there is a file of. */
export const EXPORT_LISTS: readonly string[] = [...keysOf(OWN_EXPORTS), ...keysOf(LISTED_EXPORTS)];
