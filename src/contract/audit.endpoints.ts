import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, name, pageOf, pageQuery, wireText, wireTime } from './primitives.ts';

const NONE = z.strictObject({});

/** What the acts of people are sorted by. */
export const ACT_KINDS = [
  'entry',
  'people',
  'settings',
  'programs',
  'customers',
  'orders',
  'rewards',
  'referrals',
  'payouts',
  'connections',
  'messages',
  'exports',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

const shared = {
  tag: 'staff',
  access: 'admin',
  method: 'GET',
  params: NONE,
  body: null,
  status: 200,
  idempotencyKey: false,
} as const;

/** What a thing was or became: its fields by name, those of a part as `part.field`. */
const auditState = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable();
export type AuditState = z.infer<typeof auditState>;

const wireAudit = z.strictObject({
  number: z.string(),
  at: wireTime,
  actor: z.string().describe('`staff:<id>`, `key:<id>` or `setup`: the command line and the first start.'),
  actorName: z.string().nullable().describe('What that person or key is called; null for `setup`.'),
  act: z.string().describe('Method and path, or a word of the console.'),
  text: wireText.describe('The same in words.'),
  kind: z.enum(ACT_KINDS).nullable().describe('Null for an act this version does not know.'),
  subject: z.string().describe('The id of what was changed.'),
  subjectName: z.string().nullable().describe('What that person or key is called; null for everything else.'),
  before: auditState.describe('What it was, null when nothing was there'),
  after: auditState.describe('What it is now, null when it is gone'),
});
export type AuditInput = z.input<typeof wireAudit>;

export const listAudit = endpoint({
  ...shared,
  path: '/v1/audit',
  summary: 'What people changed outside the event log, newest first; each entry is chained to the one before',
  query: z.strictObject({
    ...pageQuery,
    actor: name(100).optional().describe('Only what this `staff:<id>` or `key:<id>` did.'),
    kind: z.enum(ACT_KINDS, 'choice').optional().describe('Only acts of this kind.'),
    from: instant.optional().describe('Not before.'),
    until: instant.optional().describe('Before this instant.'),
  }),
  answer: pageOf(wireAudit),
});

export const checkAudit = endpoint({
  ...shared,
  path: '/v1/audit/check',
  summary: 'Whether the audit log is as it was written: the hash of each entry is worked out anew',
  query: NONE,
  answer: z
    .strictObject({
      entries: z.string().describe('How many there are.'),
      isWhole: z.boolean(),
      broken: z.array(z.string()).describe('The numbers of the first entries that do not fit.'),
      headHash: z.string().nullable().describe('Of the last entry: noted elsewhere, it shows later that none was cut off. Null: no entry.'),
    })
    .meta({ id: 'AuditCheck' }),
});
