import { createWriteStream } from 'node:fs';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { exportCodes } from '../codes/export-codes.ts';
import { type Config, isLoopbackUrl } from '../config.ts';
import { findLinkStart } from '../customers/show-customer.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { systemErrorCode } from '../system-error.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import { chooseProgram, chooseTenant } from './chosen-tenant.ts';
import { withCliSession } from './cli-session.ts';
import { fileTrouble, type LocaleFlag, localeOption, refusal, told } from './command-words.ts';

interface ExportFlags extends LocaleFlag {
  readonly file?: string;
  readonly program?: string;
  readonly tenant?: string;
}

/** `sarafan codes export`. */
export function addCodesCommand(program: Command): void {
  program
    .command('codes')
    .description('Codes and links of customers')
    .command('export')
    .description("Write customer, code and link of everybody as CSV, for the shop's own mailing")
    .option('--file <path>', 'where to write; standard output when absent')
    .option('--program <id>', 'active members of this programme only (prg_…)')
    .option('--tenant <slug>', 'which business, where there are several')
    .addOption(localeOption())
    .action(exportToFile);
}

async function exportToFile(flags: ExportFlags): Promise<void> {
  await withCliSession(async ({ config, database }) => {
    const tenantId = await chooseTenant(database.kysely, flags.tenant);
    const programId = flags.program === undefined ? null : await chooseProgram(database.kysely, tenantId, flags.program);
    const { slug } = await getTenant(database.kysely, tenantId);
    const linkStart = await findLinkStart({ db: database.kysely, publicUrl: publicUrlOf(config, flags.locale) }, { tenantId, slug });
    const parts = exportCodes(database.kysely, { tenantId, programId }, linkStart);
    await write(parts, flags.file);
  });
}

/** What the server would say of itself; links made from it are told to be of this machine only. */
function publicUrlOf(config: Config, locale: Locale | undefined): string {
  const publicUrl = config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`;
  if (isLoopbackUrl(publicUrl)) process.stderr.write(`${told('links-of-here', locale, { name: publicUrl })}\n`);
  return publicUrl;
}

async function write(parts: AsyncIterable<string>, path: string | undefined): Promise<void> {
  try {
    if (path === undefined) await pipeline(parts, process.stdout, { end: false });
    else await pipeline(parts, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    // Whoever reads the codes has had enough, as in `| head`.
    if (systemErrorCode(error) === 'EPIPE') return;
    const trouble = fileTrouble(error);
    throw path === undefined || trouble === null ? error : refusal('codes-unwritable', { trouble });
  }
}
