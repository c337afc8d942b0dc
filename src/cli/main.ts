import process from 'node:process';
import { Command } from 'commander';
import { describeSettings } from '../config.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { StartRefused } from '../start-refused.ts';
import { addBackupCommand } from './backup-command.ts';
import { addCodesCommand } from './codes-command.ts';
import { LOCALE_WHEN_UNSAID, type LocaleFlag } from './command-words.ts';
import { addExplainCommand } from './explain-command.ts';
import { addImportCommand } from './import-command.ts';
import { addKeysCommand } from './keys-command.ts';
import { addRestoreCommand } from './restore-command.ts';
import { addStaffCommand } from './staff-command.ts';
import { addVerifyCommand } from './verify-command.ts';

/** Each command is one file `<verb>-command.ts` that exports a function adding it; listed here in the order of the help. */
const commands: readonly ((program: Command) => void)[] = [
  addImportCommand,
  addCodesCommand,
  addKeysCommand,
  addStaffCommand,
  addVerifyCommand,
  addExplainCommand,
  addBackupCommand,
  addRestoreCommand,
];

const program = new Command('sarafan')
  .description('Referral and loyalty system of a small business. The server is started with: npm start')
  .addHelpText('after', `\nSettings (environment):\n${describeSettings()}`)
  .showHelpAfterError();
for (const add of commands) add(program);
let locale: Locale = LOCALE_WHEN_UNSAID;
program.hook('preAction', (_program, command) => {
  locale = command.opts<LocaleFlag>().locale ?? LOCALE_WHEN_UNSAID;
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  process.stderr.write(`sarafan: ${error.in(locale)}\n`);
  process.exitCode = 1;
}
