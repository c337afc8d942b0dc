import { err, ok, type Result } from '../../result.ts';
import type { Advice, Check } from './advice.ts';

/** What the log keeps of advice a version was published against. */
export interface GivenAdvice extends Pick<Advice, 'check' | 'severity' | 'where' | 'reason' | 'cost'> {
  /** The reason typed by who published it; null = no reason typed. */
  readonly answer: string | null;
}

export type TypedReasons = Readonly<Partial<Record<Check, string>>>;

export interface AdviceRefusal {
  /** `stops`: errors; `unanswered`: warnings without a reason. */
  readonly kind: 'stops' | 'unanswered';
  readonly advice: readonly Advice[];
}

/**
 * Whether a version may be published against its advice (ADR 0013). An error stops unless it can be overridden and a reason is typed;
 * where `mustAnswer`, every warning needs a reason. Notes ask for nothing and are not kept.
 */
export function answerAdvice(
  advice: readonly Advice[],
  typed: { readonly reasons: TypedReasons; readonly mustAnswer: boolean },
): Result<readonly GivenAdvice[], AdviceRefusal> {
  const answerTo = ({ check }: Advice): string | null => typed.reasons[check] ?? null;
  const stopping = advice.filter((each) => each.severity === 'error' && !(each.canOverride && answerTo(each) !== null));
  if (stopping.length > 0) return err({ kind: 'stops', advice: stopping });
  const unanswered = advice.filter((each) => each.severity === 'warning' && answerTo(each) === null);
  if (typed.mustAnswer && unanswered.length > 0) return err({ kind: 'unanswered', advice: unanswered });
  return ok(
    advice
      .filter(({ severity }) => severity !== 'note')
      .map((each) => ({
        check: each.check,
        severity: each.severity,
        where: each.where,
        reason: each.reason,
        cost: each.cost,
        answer: answerTo(each),
      })),
  );
}
