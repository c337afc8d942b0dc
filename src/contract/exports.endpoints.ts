import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idOf, instant } from './primitives.ts';

const NONE = z.strictObject({});
export const EXPORT_LISTS = ['customers', 'orders', 'referrals', 'rewards', 'entries', 'payouts', 'codes', 'audit'] as const;
export type ExportList = (typeof EXPORT_LISTS)[number];
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const;

/** Of each list what it can be narrowed by; the same words as of the list itself. */
const query = z.strictObject({
  q: z.string().min(1).max(200).optional().meta({ description: 'Customers: an external id, an e-mail, a phone, or the start of a name.' }),
  status: z
    .string()
    .regex(/^[A-Za-z]{3,20}$/, 'choice')
    .optional()
    .meta({ description: 'Referrals, rewards, payouts, codes: those in this state.' }),
  programId: idOf('prg').optional().meta({ description: 'Referrals, rewards, payouts: those of this programme.' }),
  from: instant.optional().meta({ description: 'Orders, referrals, rewards, entries, audit: not before.' }),
  until: instant.optional().meta({ description: 'Orders, referrals, rewards, entries, audit: before this instant.' }),
});
export type ExportQuery = z.output<typeof query>;

/** Who may read a list may take it along: the tag and access are those of the list. */
const LISTS: Readonly<Record<ExportList, { readonly tag: string; readonly access: 'read' | 'admin'; readonly summary: string }>> = {
  customers: { tag: 'customers', access: 'read', summary: 'Customers' },
  orders: { tag: 'orders', access: 'read', summary: 'Orders, with the headers an import knows' },
  referrals: { tag: 'referrals', access: 'read', summary: 'Referrals' },
  rewards: { tag: 'rewards', access: 'read', summary: 'Rewards' },
  entries: { tag: 'customers', access: 'read', summary: 'Every movement of value' },
  payouts: { tag: 'payouts', access: 'read', summary: 'Payouts' },
  codes: { tag: 'customers', access: 'read', summary: 'Codes' },
  audit: { tag: 'staff', access: 'admin', summary: 'What people of the business changed' },
};

function exportEndpoint(list: ExportList, format: ExportFormat) {
  const { tag, access, summary } = LISTS[list];
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

export const exportEndpoints = EXPORT_LISTS.flatMap((list) =>
  EXPORT_FORMATS.map((format) => ({ list, format, endpoint: exportEndpoint(list, format) })),
);
