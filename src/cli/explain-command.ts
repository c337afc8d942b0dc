import process from 'node:process';
import type { Command } from 'commander';
import type { Locale } from '../domain/words/number-words.ts';
import { explainOrder } from '../explain/explain-order.ts';
import type { Sentence } from '../explain/order-story.ts';
import { getTenant } from '../tenants/tenants.store.ts';
import { chooseTenant } from './chosen-tenant.ts';
import { withCliSession } from './cli-session.ts';
import { LOCALE_WHEN_UNSAID, type LocaleFlag, localeOption, refusal } from './command-words.ts';

interface ExplainFlags extends LocaleFlag {
  readonly tenant?: string;
  readonly json?: boolean;
}

/** `sarafan explain order ID`. */
export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .description('Tell why something was decided as it was')
    .command('order')
    .description('What came, who was credited and why, what each rule gave or why not, and where the money is now')
    .argument('<id>', "the shop's id of the order")
    .addOption(localeOption())
    .option('--tenant <slug>', 'which business, where there are several')
    .option('--json', 'the sentences as JSON, in both languages')
    .action(explain);
}

async function explain(orderId: string, flags: ExplainFlags): Promise<void> {
  const { locale = LOCALE_WHEN_UNSAID } = flags;
  await withCliSession(async ({ database }) => {
    const tenantId = await chooseTenant(database.kysely, flags.tenant);
    const { timeZone } = await getTenant(database.kysely, tenantId);
    const sentences = await explainOrder(database.kysely, tenantId, orderId);
    if (sentences === null) throw refusal('order-unknown', { name: orderId });
    process.stdout.write(flags.json === true ? `${JSON.stringify(sentences, null, 2)}\n` : tell(sentences, locale, timeZone));
  });
}

/** What came is dated; what followed from it stands under it. */
function tell(sentences: readonly Sentence[], locale: Locale, timeZone: string): string {
  const date = new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return sentences
    .map((sentence) => {
      if (sentence.kind === 'event') return `${date.format(sentence.at)}  ${sentence[locale]}\n`;
      return sentence.kind === 'now' ? `${sentence[locale]}\n` : `    ${sentence[locale]}\n`;
    })
    .join('');
}
