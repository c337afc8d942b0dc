import process from 'node:process';
import type { Command } from 'commander';
import { isScope, type Scope } from '../contract/caller.ts';
import { parseRfc3339 } from '../domain/time/calendar.ts';
import { issueKey } from '../keys/issue-key.ts';
import { type KeyRecord, listKeys, revokeKey } from '../keys/keys.store.ts';
import { getTenantKey } from '../tenants/tenants.store.ts';
import { chooseTenant } from './chosen-tenant.ts';
import { withCliSession } from './cli-session.ts';
import { type LocaleFlag, localeOption, refusal } from './command-words.ts';

interface TenantFlag extends LocaleFlag {
  readonly tenant?: string;
}

interface CreateFlags extends TenantFlag {
  readonly name: string;
  readonly publishable?: boolean;
  readonly scopes: string;
  readonly source: string;
  readonly expires?: string;
}

/** `sarafan keys create | list | revoke`: for an owner who has lost the keys of the first start. */
export function addKeysCommand(program: Command): void {
  const keys = program.command('keys').description('Keys of the API');
  keys
    .command('create')
    .description('Make a key and print it; it is shown this once')
    .requiredOption('--name <text>', 'what the key is for')
    .option('--publishable', 'for pages: claims and offers only')
    .option('--scopes <list>', 'read, write, staff, admin; separated by commas', 'read,write')
    .option('--source <name>', 'name under which its events are stored', 'api')
    .option('--expires <time>', 'when it stops, as in 2027-01-01T00:00:00+03:00')
    .option('--tenant <slug>', 'which business, where there are several')
    .addOption(localeOption())
    .action(create);
  keys
    .command('list')
    .description('The keys, without their secrets')
    .option('--tenant <slug>', 'which business, where there are several')
    .addOption(localeOption())
    .action(list);
  keys
    .command('revoke')
    .description('Stop a key within a second')
    .argument('<id>', 'the third part of the key, or the id in the list')
    .option('--tenant <slug>', 'which business, where there are several')
    .addOption(localeOption())
    .action(revoke);
}

async function create(flags: CreateFlags): Promise<void> {
  const scopes = parseScopes(flags.scopes);
  const expiresAt = flags.expires === undefined ? null : parseTime(flags.expires);
  await withCliSession(async ({ clock, database: { kysely } }) => {
    const tenantId = await chooseTenant(kysely, flags.tenant);
    const tenantKey = await getTenantKey(kysely, tenantId);
    const kind = flags.publishable === true ? 'publishable' : 'secret';
    const { name, source } = flags;
    const { text } = await issueKey(kysely, { tenantId, tenantKey, kind, name, source, scopes, expiresAt }, clock.now());
    process.stdout.write(`${text}\n`);
  });
}

async function list(flags: TenantFlag): Promise<void> {
  await withCliSession(async ({ clock, database: { kysely } }) => {
    const tenantId = await chooseTenant(kysely, flags.tenant);
    const now = clock.now();
    for (const key of await listKeys(kysely, tenantId)) process.stdout.write(`${lineOf(key, now)}\n`);
  });
}

async function revoke(id: string, flags: TenantFlag): Promise<void> {
  await withCliSession(async ({ clock, database: { kysely } }) => {
    const tenantId = await chooseTenant(kysely, flags.tenant);
    if (!(await revokeKey(kysely, { tenantId, keyId: id }, clock.now()))) throw refusal('key-unknown', { name: id });
  });
}

function lineOf(key: KeyRecord, now: Date): string {
  const isExpired = key.expiresAt !== null && key.expiresAt <= now;
  const state = key.revokedAt !== null ? 'revoked' : isExpired ? 'expired' : 'active';
  return [
    key.keyId,
    key.kind,
    state,
    key.scopes.join(',') || '-',
    key.source,
    key.lastUsedAt?.toISOString() ?? 'never used',
    key.name,
  ].join('\t');
}

function parseScopes(text: string): readonly Scope[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isScope(name));
  if (unknown !== undefined) throw refusal('scope-unknown', { name: unknown });
  return names.filter(isScope);
}

function parseTime(text: string): Date {
  const at = parseRfc3339(text);
  if (at === null) throw refusal('time-unreadable', { name: text });
  return at;
}
