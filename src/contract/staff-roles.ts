/** What each role of the console may do. One table: the routes, the console's menus and the access tests read it. */
import type { Endpoint } from './endpoint.ts';

export const ROLES = ['owner', 'marketer', 'sales', 'accountant', 'support', 'cashier', 'readOnly'] as const;
export type Role = (typeof ROLES)[number];

/** Tags of endpoints whose answers hold more than daily work needs: whole account numbers, keys, people of the business. */
const SENSITIVE = ['payouts', 'settings', 'staff', 'webhooks', 'connectors'] as const;

/** Beside reading: which tags a role may change, and which sensitive ones it may read. */
const GRANTS: Readonly<Record<Exclude<Role, 'owner'>, { readonly change: readonly string[]; readonly read: readonly string[] }>> = {
  marketer: { change: ['programs', 'templates', 'perks', 'calculators', 'referrals', 'messages'], read: ['settings'] },
  sales: { change: ['events', 'uploads', 'customers', 'referrals', 'checkout'], read: [] },
  accountant: { change: ['payouts'], read: ['payouts', 'settings'] },
  support: { change: ['customers', 'referrals', 'rewards', 'events', 'coupons', 'perks'], read: [] },
  cashier: { change: ['checkout', 'events', 'coupons'], read: [] },
  readOnly: { change: [], read: [] },
};

/** Who may take whole lists along as files: daily work at a till or on the phone needs one person at a time. */
const EXPORTING: ReadonlySet<Role> = new Set<Role>(['owner', 'marketer', 'sales', 'accountant']);

/** Whether a signed-in person of this role may call an endpoint. Their own session is always theirs. */
export function roleMay(
  role: Role,
  endpoint: Pick<Endpoint, 'access' | 'tag' | 'method' | 'isDraftWork'> & { readonly path?: string },
): boolean {
  if (endpoint.access === 'anyone' || endpoint.access === 'session') return true;
  if (endpoint.access === 'member') return false;
  if (role === 'owner') return true;
  const { change, read } = GRANTS[role];
  if (endpoint.path?.startsWith('/v1/exports/') === true && !EXPORTING.has(role)) return false;
  const isSensitive = SENSITIVE.some((tag) => tag === endpoint.tag);
  if (endpoint.access === 'read') return !isSensitive || read.includes(endpoint.tag);
  if (endpoint.access === 'admin' && endpoint.isDraftWork !== true) return endpoint.tag === 'payouts' && role === 'accountant';
  return change.includes(endpoint.tag);
}

/** Rooms whose changes the console offers. */
const CHANGED = [
  'customers',
  'referrals',
  'rewards',
  'events',
  'coupons',
  'programs',
  'perks',
  'payouts',
  'settings',
  'staff',
  'webhooks',
  'connectors',
  'messages',
  'uploads',
] as const;

/** What the pages need to know of a role: buttons that would only be refused are not shown. */
export function rightsOf(role: Role): { readonly mayChange: string[]; readonly maySee: string[] } {
  const needsAll = ['settings', 'staff', 'webhooks', 'connectors'];
  // Who changes programmes writes drafts; putting one in force is a right of its own.
  const mayPublish = roleMay(role, { access: 'admin', tag: 'programs', method: 'POST' });
  return {
    mayChange: [
      ...CHANGED.filter((tag) => roleMay(role, { access: needsAll.includes(tag) ? 'admin' : 'staff', tag, method: 'POST' })),
      ...(mayPublish ? ['publishing'] : []),
    ],
    maySee: [
      ...SENSITIVE.filter((tag) => roleMay(role, { access: 'read', tag, method: 'GET' })),
      ...(EXPORTING.has(role) ? ['exports'] : []),
    ],
  };
}
