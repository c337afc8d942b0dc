import { generateAccessToken, generateCode, generateCouponCode } from '../codes/generate-code.ts';
import type { AttributionResult, Evaluation, Note, Refusal, TierChangeResult } from '../decision.ts';
import type { Event } from '../events.ts';
import type { AnyId, CustomerId, RewardId } from '../ids.ts';
import { deriveIdRoot, type IdRoot, idFrom, idFromUuid } from '../ids.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Program } from '../program/program.ts';
import type { Facts, FactTables } from './facts.ts';
import type { OrderTallies } from './order-tallies.ts';
import type { Persons } from './persons.ts';
import type { ReferralTallies } from './referral-tallies.ts';
import { Overlay } from './table.ts';

type Overlays = { readonly [K in keyof FactTables]: FactTables[K] extends import('./table.ts').Table<infer V> ? Overlay<V> : never };

/**
 * The desk one decision works at: reads facts, collects changes, transfers and what there is to say. Nothing reaches the facts
 * before `applyWorkspace`; a decision that ends in a problem is dropped whole.
 */
export interface Workspace extends Overlays {
  readonly event: Event;
  /** Live, paused and ended programmes, oldest first. */
  readonly allPrograms: readonly Program[];
  readonly persons: Persons;
  /** As they stood before this decision. */
  readonly tallies: ReferralTallies;
  readonly orderTallies: OrderTallies;
  /** Persons of several records whom the decision has asked about: what the log keeps of them. */
  readonly metPersons: (readonly CustomerId[])[];
  readonly transfers: Transfer[];
  readonly attributionResults: AttributionResult[];
  /** What the answer shows, each as it stands in the end. */
  readonly shownRewardIds: RewardId[];
  readonly refusals: Refusal[];
  readonly evaluations: Evaluation[];
  readonly notes: Note[];
  readonly tierChanges: TierChangeResult[];
  readonly produced: Record<string, string>;
  /** Sums that would leave int64: the decision is then a problem, whatever else it found. */
  readonly overflows: string[];
  readonly nextId: <Id extends AnyId>() => Id;
  readonly nextCode: () => string;
  readonly nextCouponCode: () => string;
  readonly nextAccessToken: () => string;
}

export function createWorkspace(facts: Facts, event: Event, programs: readonly Program[]): Workspace {
  let ids = 0;
  let codes = 0;
  let idRoot: IdRoot | null = null;
  return {
    event,
    allPrograms: programs,
    programs: new Overlay(facts.programs),
    customers: new Overlay(facts.customers),
    memberships: new Overlay(facts.memberships),
    acceptances: new Overlay(facts.acceptances),
    codes: new Overlay(facts.codes),
    touches: new Overlay(facts.touches),
    attributions: new Overlay(facts.attributions),
    referrals: new Overlay(facts.referrals),
    orders: new Overlay(facts.orders),
    rewards: new Overlay(facts.rewards),
    coupons: new Overlay(facts.coupons),
    lots: new Overlay(facts.lots),
    balances: new Overlay(facts.balances),
    reservations: new Overlay(facts.reservations),
    counters: new Overlay(facts.counters),
    standings: new Overlay(facts.standings),
    feedback: new Overlay(facts.feedback),
    payees: new Overlay(facts.payees),
    payouts: new Overlay(facts.payouts),
    accessGrants: new Overlay(facts.accessGrants),
    perkCodes: new Overlay(facts.perkCodes),
    persons: facts.persons,
    tallies: facts.tallies,
    orderTallies: facts.orderTallies,
    metPersons: [],
    transfers: [],
    attributionResults: [],
    shownRewardIds: [],
    refusals: [],
    evaluations: [],
    notes: [],
    tierChanges: [],
    produced: {},
    overflows: [],
    nextId: <Id extends AnyId>() => {
      idRoot ??= deriveIdRoot(event);
      return idFromUuid<Id>(idFrom(idRoot, ids++));
    },
    nextCode: () => generateCode(event.entropy, codes++),
    nextCouponCode: () => generateCouponCode(event.entropy, codes++),
    nextAccessToken: () => generateAccessToken(event.entropy, codes++),
  };
}

const TABLES = [
  'programs',
  'customers',
  'memberships',
  'acceptances',
  'codes',
  'touches',
  'attributions',
  'referrals',
  'orders',
  'rewards',
  'coupons',
  'lots',
  'balances',
  'reservations',
  'counters',
  'standings',
  'feedback',
  'payees',
  'payouts',
  'accessGrants',
  'perkCodes',
] as const satisfies readonly (keyof FactTables)[];

/** Takes a finished decision's changes over into the facts. */
export function applyWorkspace(facts: Facts, ws: Workspace): void {
  for (const name of TABLES) if (ws[name].isTouched) applyTable(facts, ws, name);
  facts.transfers.push(...ws.transfers);
}

function applyTable<K extends (typeof TABLES)[number]>(facts: Facts, ws: Workspace, name: K): void {
  // The two sides are the same table by construction (`Overlays` maps over `FactTables`); TypeScript cannot correlate them through K.
  const table = facts[name] as unknown as { apply: (value: unknown) => void; remove: (key: string) => void };
  for (const key of ws[name].movedKeys()) table.remove(key);
  for (const value of ws[name].changes()) table.apply(value);
}
