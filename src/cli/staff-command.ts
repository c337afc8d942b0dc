import { randomBytes } from 'node:crypto';
import process from 'node:process';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { writeAudit } from '../staff/audit.store.ts';
import { consoleInviteLink, consoleSetupLink } from '../staff/console-links.ts';
import { findStaffByEmail, listStaff, setInvite, setSetupToken, updateStaff } from '../staff/staff.store.ts';
import { chooseTenant } from './chosen-tenant.ts';
import { withCliSession } from './cli-session.ts';
import { type LocaleFlag, localeOption, refusal } from './command-words.ts';

const LINK_MS = 24 * 3_600_000;

interface LinkFlags extends LocaleFlag {
  readonly email?: string;
  readonly tenant?: string;
  readonly forgetCodes?: true;
}

/** `sarafan staff link`: for an owner who has lost the link of the first start, or a password. */
export function addStaffCommand(program: Command): void {
  program
    .command('staff')
    .description('People of the console')
    .command('link')
    .description('Print a link into the console: to make the owner, or with --email to set a new password')
    .option('--email <address>', 'whose password')
    .option('--forget-codes', 'with --email: their authenticator app is lost, ask for no code')
    .option('--tenant <slug>', 'which business, where there are several')
    .addOption(localeOption())
    .action(link);
}

async function link(flags: LinkFlags): Promise<void> {
  const { publicUrl, host, port } = readConfig(process.env);
  const start = publicUrl ?? `http://${host}:${port}`;
  await withCliSession(async ({ clock, database: { kysely } }) => {
    const tenantId = await chooseTenant(kysely, flags.tenant);
    const token = randomBytes(24).toString('base64url');
    if (flags.email === undefined) {
      const isSetUp = (await listStaff(kysely, tenantId)).length > 0;
      if (isSetUp) throw refusal('console-has-owner');
      await setSetupToken(kysely, tenantId, token);
      process.stdout.write(`${consoleSetupLink(start, token)}\n`);
      return;
    }
    const staff = await findStaffByEmail(kysely, tenantId, flags.email.trim().toLowerCase());
    if (staff === null) throw refusal('staff-unknown', { name: flags.email });
    if (flags.forgetCodes === true) {
      const gone = { totpSecret: null, totpPendingSecret: null, totpConfirmedAt: null };
      await updateStaff(kysely, tenantId, staff.id, gone);
      const noted = { at: clock.now(), actor: 'setup', act: 'totp-removed', subject: staff.id, before: null, after: null } as const;
      await writeAudit(kysely, tenantId, noted);
    }
    await setInvite(kysely, tenantId, staff.id, { token, expiresAt: new Date(clock.now().getTime() + LINK_MS) });
    process.stdout.write(`${consoleInviteLink(start, token)}\n`);
  });
}
