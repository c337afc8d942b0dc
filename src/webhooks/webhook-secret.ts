import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const SECRET_BYTES = 32;

/** How long the secret before the last still signs too. */
export const OLD_SECRET_MS = 24 * 3_600_000;

export function drawSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** As the owner of the endpoint gets it, once. */
export function secretText(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}

/** The `webhook-signature` of Standard Webhooks: one signature for each secret that is valid now. */
export function signatures(message: { readonly id: string; readonly at: Date; readonly body: string }, secrets: readonly Buffer[]): string {
  return secrets.map((secret) => new Webhook(secret.toString('base64')).sign(message.id, message.at, message.body)).join(' ');
}
