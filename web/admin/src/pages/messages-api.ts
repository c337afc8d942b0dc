import type { Locale } from '../i18n.ts';

interface Both {
  readonly ru: string;
  readonly en: string;
}

/** One of the seven messages in one language. */
export interface MailText {
  readonly kind: string;
  readonly locale: Locale;
  readonly name: Both;
  readonly canDecline: boolean;
  readonly subject: string;
  readonly body: string;
  readonly isOwn: boolean;
  readonly fields: readonly { readonly name: string; readonly meaning: Both; readonly example: string; readonly fallback: string }[];
}

export const TEXTS_KEY = ['mail', 'texts'] as const;
