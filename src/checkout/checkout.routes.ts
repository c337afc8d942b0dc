import { type CheckoutQuestion, checkCheckout } from '../contract/checkout.endpoints.ts';
import type { MoneyInput } from '../contract/primitives.ts';
import { invalidField, type Problem } from '../contract/problems.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { customerInput, findBasketProblem, findContactProblem } from '../events/decode-event.ts';
import { submitAct } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findWantedCredit } from './available-credit.ts';
import { basketOf } from './basket.ts';
import { checkoutToWire } from './encode-checkout.ts';

const DEFAULT_LOCK_MS = 30 * 60_000;
const LONGEST_LOCK_MS = 7 * 86_400_000;

export function checkoutRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(checkCheckout, async (call) => {
      const question = call.body;
      const wrong = findContactProblem(question.customer) ?? findBasketProblem(question.order, moneyOf(question.credit));
      if (wrong !== null) return err(wrong);
      const until = lockUntil(question, deps.clock.now());
      if (!until.ok) return until;
      const wanted = await findWantedCredit(deps, call.caller, question);
      if (!wanted.ok) return wanted;
      const credit = wanted.value;
      const checked = await deps.checkBasket({
        submission: basketOf(call, question, deps.clock.now()),
        creditMinor: credit === null ? 0n : credit.usable * credit.stepMinor,
        creditStepMinor: credit?.stepMinor ?? 1n,
      });
      if (!checked.ok) return err({ ...checked.error, issue: null });
      const codes = checked.value.coupons.map(({ coupon }) => coupon.code);
      if (question.reserve && codes.length > 0) {
        const locked = await lockCoupons(deps, call, { question, codes, until: until.value });
        if (!locked.ok) return locked;
      }
      return ok(
        checkoutToWire(question, checked.value, {
          credit,
          reservedUntil: question.reserve && codes.length > 0 ? until.value : null,
        }),
      );
    }),
  ];
}

function moneyOf(credit: CheckoutQuestion['credit']): MoneyInput | undefined {
  return credit !== undefined && 'amountMinor' in credit ? credit : undefined;
}

function lockUntil(question: CheckoutQuestion, now: Date): Result<Date, Problem> {
  const until = question.reserveUntil ?? new Date(now.getTime() + DEFAULT_LOCK_MS);
  const isInBounds = until > now && until.getTime() <= now.getTime() + LONGEST_LOCK_MS;
  return isInBounds ? ok(until) : err(invalidField({ field: 'reserveUntil', issue: 'size' }));
}

interface Lock {
  readonly question: CheckoutQuestion;
  readonly codes: readonly string[];
  readonly until: Date;
}

async function lockCoupons(deps: ServerDeps, call: Call, { question, codes, until }: Lock): Promise<Result<unknown, Problem>> {
  return submitAct(deps, call, {
    body: { type: 'coupon.reserved', codes, orderId: question.order.id ?? null, until },
    customer: customerInput(question.customer, { mustExist: true }),
  });
}
