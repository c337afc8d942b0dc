import type { TenantId } from '../domain/ids.ts';
import { isDatabaseAway, messageOf } from '../system-error.ts';

/**
 * The same for every business, one after another; what fails for one keeps nobody behind it waiting, and is told at the end. A
 * database that is away is away for all.
 */
export async function eachTenant(tenantIds: readonly TenantId[], run: (tenantId: TenantId) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const tenantId of tenantIds) {
    try {
      await run(tenantId);
    } catch (error) {
      failures.push(error);
      if (isDatabaseAway(error)) break;
    }
  }
  throwFirst(failures);
}

/** One line of the log says enough: what failed together has one cause as a rule. */
export function throwFirst(failures: readonly unknown[]): void {
  const [first] = failures;
  if (first === undefined) return;
  throw failures.length === 1 ? first : new AggregateError(failures, `${messageOf(first)} (and ${failures.length - 1} more)`);
}
