/**
 * The token by which a shop says who is at its page: a JWT, HS256 with the tenant's cabinet secret; `aud` the programme, `sub` the
 * shop's own id of the customer, `iat` and `exp` at most 15 minutes apart, `jti` used once (ADR 0015).
 */
import { errors, jwtVerify } from 'jose';
import { type ProgramId, parseWireId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';

const MAX_LIFE_SECONDS = 15 * 60;
/** Two servers' clocks are never quite one. */
const LEEWAY_SECONDS = 60;
const MAX_TEXT = 200;

export interface ShopToken {
  readonly programId: ProgramId;
  /** The customer's id at the shop. */
  readonly externalId: string;
  readonly jti: string;
  /** When it can no longer be shown, leeway included. */
  readonly expiresAt: Date;
}

export type ShopTokenProblem =
  | 'cabinet_token_invalid'
  | 'cabinet_token_incomplete'
  | 'cabinet_token_expired'
  | 'cabinet_token_early'
  | 'cabinet_token_long'
  | 'cabinet_token_audience';

/** What a token says, once one of the secrets has signed it. Whether its `jti` is new is asked of the store. */
export async function readShopToken(token: string, secrets: readonly string[], now: Date): Promise<Result<ShopToken, ShopTokenProblem>> {
  let problem: ShopTokenProblem = 'cabinet_token_invalid';
  for (const secret of secrets) {
    const read = await readBy(token, secret, now);
    if (read.ok) return read;
    if (read.error !== 'cabinet_token_invalid') problem = read.error;
  }
  return err(problem);
}

async function readBy(token: string, secret: string, now: Date): Promise<Result<ShopToken, ShopTokenProblem>> {
  const verified = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    clockTolerance: LEEWAY_SECONDS,
    currentDate: now,
  }).then(
    ({ payload }) => ok(payload),
    (reason: unknown) => err(problemOf(reason)),
  );
  if (!verified.ok) return verified;
  const { aud, sub, jti, iat, exp } = verified.value;
  if (typeof aud !== 'string' || !isText(sub) || !isText(jti) || iat === undefined || exp === undefined)
    return err('cabinet_token_incomplete');
  if (iat > now.getTime() / 1000 + LEEWAY_SECONDS) return err('cabinet_token_early');
  if (exp - iat > MAX_LIFE_SECONDS || exp <= iat) return err('cabinet_token_long');
  const programId = parseWireId('prg', aud);
  if (programId === null) return err('cabinet_token_audience');
  return ok({ programId, externalId: sub, jti, expiresAt: new Date((exp + LEEWAY_SECONDS) * 1000) });
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '' && value.length <= MAX_TEXT;
}

/** Anything thrown that is not about the token is ours. */
function problemOf(reason: unknown): ShopTokenProblem {
  if (reason instanceof errors.JWTExpired) return 'cabinet_token_expired';
  if (reason instanceof errors.JWTClaimValidationFailed) {
    return reason.claim === 'nbf' ? 'cabinet_token_early' : 'cabinet_token_incomplete';
  }
  if (reason instanceof errors.JOSEError || reason instanceof TypeError) return 'cabinet_token_invalid';
  throw reason;
}
