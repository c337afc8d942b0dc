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

/** The settings of the environment, as config.ts has read them; undefined when the installation sends no mail. */
export function readInstallationMail(config: {
  readonly smtp: Pick<SmtpSettings, 'host' | 'port' | 'security' | 'username' | 'password'> | undefined;
  readonly mailFrom: Pick<SmtpSettings, 'fromName' | 'fromAddress'> | undefined;
}): SmtpSettings | undefined {
  if (config.smtp === undefined || config.mailFrom === undefined) return undefined;
  return { ...config.smtp, ...config.mailFrom, replyTo: null };
}
