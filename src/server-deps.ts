import type { Logger } from 'pino';
import type { CheckoutBasket, CheckoutCheck } from './checkout/check-checkout.ts';
import type { Clock } from './clock.ts';
import type { Db } from './database/schema.ts';
import type { Result } from './domain/result.ts';
import type { Intake, SubmissionProblem } from './intake/submission.ts';
import type { SmsGateway } from './messages/sms-gateway.ts';
import type { SmtpSettings } from './messages/smtp-settings.ts';
import type { TargetRules } from './webhooks/target-rules.ts';

export type CheckBasket = (basket: CheckoutBasket) => Promise<Result<CheckoutCheck, SubmissionProblem>>;

/** What the routes of every room work with. */
export interface ServerDeps {
  readonly db: Db;
  readonly intake: Intake;
  readonly clock: Clock;
  /** Start of every link, without a trailing slash. */
  readonly publicUrl: string;
  readonly logger: Logger;
  /** The engine's answer about a basket. */
  readonly checkBasket: CheckBasket;
  /** Where webhooks may go; the strictest rules when absent. */
  readonly webhookRules?: TargetRules;
  /** Where files that come in lie; a folder of the system's temporary ones when absent. */
  readonly dataDirectory?: string;
  /** How many bytes of one business may lie there; `ROOM_BYTES_MAX` when absent. */
  readonly uploadBytesMax?: number;
  /** How mail leaves for businesses that have set up none of their own; absent = not at all. */
  readonly installationMail?: SmtpSettings;
  /** How text messages leave; absent = nobody is offered one. */
  readonly sms?: SmsGateway;
}
