/** How mail leaves: the settings of a business, or those of the installation where it has none of its own. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte; `starttls` demanded; `none` for a server on this machine or in a network of one's own. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly username: string | null;
  readonly password: string | null;
  /** Null = the name of the business. */
  readonly fromName: string | null;
  readonly fromAddress: string;
  readonly replyTo: string | null;
}
