/** How many rewards for friends a member may still get before the cap of their programme (contract.md 6.14). */
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { CustomerId, ProgramId } from '../domain/ids.ts';
import type { CapPeriod, LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { rulesFor } from '../domain/program/program-rules.ts';
import { countCapped } from './capped-rewards.store.ts';

export interface LeftOf {
  readonly customerId: CustomerId;
  readonly programId: ProgramId;
  readonly document: ProgramDocument;
  readonly tierId: string | null;
  readonly now: Date;
}

const PERIODS: Readonly<Record<CapPeriod, LocalizedText>> = {
  day: { ru: ' сегодня', en: ' today' },
  month: { ru: ' в этом месяце', en: ' this month' },
  year: { ru: ' в этом году', en: ' this year' },
  life: { ru: '', en: '' },
};

/** Of the rule that leaves the fewest; null where no rule counts rewards. */
export async function rewardsLeft(db: Db, caller: Caller, of: LeftOf): Promise<LocalizedText | null> {
  const capped = rulesFor(of.document, of.tierId).flatMap(({ id, grant, caps: { perReferrer } }) =>
    perReferrer === null || perReferrer.count === null || !grant.some(({ to }) => to === 'referrer')
      ? []
      : [{ ruleId: id, count: perReferrer.count, per: perReferrer.per }],
  );
  const { timeZone } = of.document;
  const rules = await Promise.all(
    capped.map(async ({ ruleId, count, per }) => {
      const used = await countCapped(db, caller, { ...of, ruleId, per, timeZone });
      return { left: Math.max(0, count - used), count, per };
    }),
  );
  const [least] = rules.toSorted((a, b) => a.left - b.left);
  if (least === undefined) return null;
  const { left, count, per } = least;
  return {
    ru: `Осталось наград за друзей: ${left} из ${count}${PERIODS[per].ru}.`,
    en: `Rewards for friends left: ${left} of ${count}${PERIODS[per].en}.`,
  };
}
