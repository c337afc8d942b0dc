/** Gifts at cost and cash of a person in a year, added up anew each time (0-21, 2-02; docs/guide/en/payouts.md 3): held from 4,000 ₽ on. */
import { periodKey } from '../../../src/domain/time/calendar.ts';
import { isGone } from './model-access.ts';
import { costNow } from './model-cost.ts';
import { isPerk, isStanding } from './model-reward.ts';
import { isSamePerson, type ModelReward, type ModelState } from './model-state.ts';

const LIMIT = 400_000n;

interface Given {
  readonly program: number;
  readonly owner: number;
  readonly at: Date;
  readonly value: bigint;
}

/** What of a reward is taxed as a gift: things, and of a choice the dearest until it is made. */
export function giftValue(reward: Pick<ModelReward, 'grant' | 'document' | 'amount' | 'chosen'>): bigint {
  const { benefit } = reward.grant;
  return benefit.kind === 'gift' || isPerk(benefit) ? costNow(reward) : 0n;
}

/** Whether the person's year reaches the threshold with it. */
export function reachesLimit(state: ModelState, more: Given): boolean {
  const ever = [...gifts(state), ...claims(state), ...cash(state)].filter((one) => isSamePerson(state, one.owner, more.owner));
  // A year's part of what is not enough is not enough either: calendars take their time.
  if (sumOf(ever) + more.value < LIMIT) return false;
  const year = yearOf(state, more);
  return sumOf(ever.filter((one) => yearOf(state, one) === year)) + more.value >= LIMIT;
}

function sumOf(given: readonly Given[]): bigint {
  return given.reduce((sum, { value }) => sum + value, 0n);
}

/** Whose tax data are there, under any record of the person. */
export function isPayeeKnown(state: ModelState, customer: number): boolean {
  return [...state.payees.keys()].some((one) => isSamePerson(state, one, customer) && !state.erased.has(one));
}

function yearOf(state: ModelState, { program, at }: Pick<Given, 'program' | 'at'>): string {
  const zone = state.programs[program]?.versions[0]?.document.timeZone;
  if (zone === undefined) throw new Error('a programme has a zone');
  return periodKey(at, 'year', zone);
}

/** What was handed over stays given, whatever became of its reward. */
function gifts(state: ModelState): readonly Given[] {
  return state.rewards.flatMap((reward) => (isStanding(reward) || reward.isLoss ? [{ ...reward, value: giftValue(reward) }] : []));
}

function claims(state: ModelState): readonly Given[] {
  return state.accesses.flatMap((access) => (access.reward === null && isGone(access) ? [{ ...access, value: access.cost }] : []));
}

/** Of private persons alone, from the approval on. */
function cash(state: ModelState): readonly Given[] {
  return state.payouts.flatMap(({ program, owner, amount, taxedAt }) =>
    taxedAt === null ? [] : [{ program, owner, at: taxedAt, value: amount }],
  );
}
