import type { MailKind } from '../domain/messages/mail.ts';

/** A message whose turn it is. */
export interface ClaimedMail {
  readonly mailId: string;
  readonly kind: MailKind;
  readonly customerId: string | null;
  readonly recipient: string | null;
  readonly locale: 'ru' | 'en' | null;
  readonly data: MailData;
  readonly step: number;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

/** What the row holds of its kind; a number is digits, a time RFC 3339. */
export type MailData = Readonly<Record<string, string>>;

/** Why a message is dropped; words for each are in contract/mail-error-texts.ts. */
export type SkipReason =
  | 'too-late'
  | 'erased'
  | 'no-address'
  | 'declined'
  | 'quiet'
  | 'complaint-open'
  | 'consent-withdrawn'
  | 'no-basis'
  | 'blocked'
  | 'left'
  | 'no-longer-true'
  | 'mail-switched-off';
