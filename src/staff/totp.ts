/** Time-based one-time codes (RFC 6238) as every authenticator app makes them. */
import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;

export interface NewTotp {
  /** Base 32. */
  readonly secret: string;
  /** `otpauth://…` for the QR code. */
  readonly uri: string;
}

export function newTotp(label: string): NewTotp {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: totpOf(secret.base32, label).toString() };
}

/**
 * The time step of a code that is right now or one step to either side; null when it is wrong or was used before: a code seen over
 * a shoulder is worth nothing.
 */
export function totpStep(secret: string, code: string, at: { readonly now: Date; readonly lastStep: bigint }): bigint | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: at.now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = BigInt(Math.floor(at.now.getTime() / 1000 / PERIOD_SECONDS) + delta);
  return step > at.lastStep ? step : null;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Sarafan',
    label: label === '' ? 'Sarafan' : label,
    secret,
    period: PERIOD_SECONDS,
    digits: 6,
    algorithm: 'SHA1',
  });
}
