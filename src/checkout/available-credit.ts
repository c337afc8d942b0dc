import type { Caller } from '../contract/caller.ts';
import type { CheckoutQuestion } from '../contract/checkout.endpoints.ts';
import { ledgerValue } from '../contract/primitives.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { listBalances } from '../customers/balances.store.ts';
import { findCustomerIdByInput } from '../customers/customers.store.ts';
import type { ProgramId } from '../domain/ids.ts';
import type { Unit } from '../domain/ledger/unit.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { versionAt } from '../programs/program-status.ts';
import { findProgram } from '../programs/programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';

/** What a customer wants to spend at a checkout, and what they could. */
export interface WantedCredit {
  /** Null = money. */
  readonly programId: ProgramId | null;
  /** What one minor unit or one point pays, in minor units of the order's currency. */
  readonly stepMinor: bigint;
  /** Minor units or points; what is there of the wanted amount. */
  readonly usable: bigint;
  readonly available: bigint;
}

type Deps = Pick<ServerDeps, 'db' | 'clock'>;

/** Null when none is wanted. `points_not_spendable` where the programme gives points no value in the order's currency now. */
export async function findWantedCredit(
  deps: Deps,
  caller: Caller,
  question: CheckoutQuestion,
): Promise<Result<WantedCredit | null, Problem>> {
  const { credit } = question;
  if (credit === undefined) return ok(null);
  const programId = 'points' in credit ? credit.programId : null;
  const stepMinor = programId === null ? 1n : await pointValue(deps, caller, { programId, currency: question.order.total.currency });
  if (stepMinor === null) return err(problem('points_not_spendable', 'credit'));
  const { unit, amount } = ledgerValue(credit);
  const available = await availableOf(deps, caller, { question, unit });
  return ok({ programId, stepMinor, usable: available < amount ? available : amount, available });
}

async function pointValue(
  deps: Deps,
  { tenantId }: Caller,
  { programId, currency }: { readonly programId: ProgramId; readonly currency: string },
): Promise<bigint | null> {
  const program = await findProgram(deps.db, { tenantId, programId });
  const value = program === null ? null : (versionAt(program, deps.clock.now())?.document.points?.value ?? null);
  return value === null || value.currency !== currency ? null : value.amountMinor;
}

/** 0 for a stranger. */
async function availableOf(
  deps: Deps,
  caller: Caller,
  { question, unit }: { readonly question: CheckoutQuestion; readonly unit: Unit },
): Promise<bigint> {
  const id = question.customer === undefined ? null : await findCustomerIdByInput(deps.db, caller, question.customer);
  if (id === null) return 0n;
  const balances = await listBalances(deps.db, caller, id, deps.clock.now());
  return balances.find((balance) => balance.unit === unit)?.available ?? 0n;
}
