import type { Subject } from '../attribution/resolve-attribution.ts';
import type { Attribution, Order } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { Failure } from '../program/conditions.ts';
import type { Rule } from '../program/document.ts';
import type { Program, PublishedVersion } from '../program/program.ts';

/** One rule looked at for one occasion. */
export interface RuleContext {
  readonly program: Program;
  readonly version: PublishedVersion;
  readonly rule: Rule;
  readonly subject: Subject;
  readonly order: Order | null;
  /** Of the record under which the friend was brought; the subject is whom that record was merged into, if it was. */
  readonly attribution: Attribution;
  readonly base: bigint;
  readonly at: Date;
  /** Order id, or `event:<source>:<id>`; the revision of a correction comes to it (contract.md 6.10). */
  readonly naturalKey: string;
  /** `whenPaid` legs are granted once; `perPayment` legs with each payment. */
  readonly accrual: Accrual;
  /** When the payment was made that earns by itself; absent where the order earns as a whole. */
  readonly paymentAt?: Date;
}

export type Accrual =
  | { readonly kind: 'whole' }
  /** A payment that does not complete the order: only per-payment legs, at their cumulative share. */
  | { readonly kind: 'payment'; readonly paymentId: string; readonly completes: boolean };

/** Records that a rule granted nothing, for each side it would have rewarded, with the first reason; the evaluation keeps all. */
export function refuseRule(ws: Workspace, ctx: RuleContext, failures: readonly Failure[]): void {
  const [first] = failures;
  if (first === undefined) return;
  for (const beneficiary of new Set(ctx.rule.grant.map((grant) => grant.to))) {
    ws.refusals.push({
      programId: ctx.program.id,
      ruleId: ctx.rule.id,
      beneficiary,
      reason: first.reason,
      missing: first.missing,
      subject: null,
    });
  }
  ws.evaluations.push({
    programId: ctx.program.id,
    versionNumber: ctx.version.number,
    ruleId: ctx.rule.id,
    result: 'refused',
    reasons: failures.map((failure) => failure.reason),
  });
}

export function noteGranted(ws: Workspace, { program, version, rule }: RuleContext): void {
  ws.evaluations.push({ programId: program.id, versionNumber: version.number, ruleId: rule.id, result: 'granted', reasons: [] });
}
