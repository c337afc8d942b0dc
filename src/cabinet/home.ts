/** One answer for the first screen of the cabinet: who came, what I have, how I spend it (1-13). Nothing is decided here. */
import { renderSVG } from 'uqr';
import { channelLink } from '../clicks/share-channel.ts';
import type { WireCabinetProgram } from '../contract/cabinet-home.endpoints.ts';
import type { Caller } from '../contract/caller.ts';
import { listCoupons } from '../coupons/coupons.store.ts';
import { listBalances } from '../customers/balances.store.ts';
import { findCustomer, listCodes, listMemberships } from '../customers/customers.store.ts';
import { findLinkStart } from '../customers/show-customer.ts';
import type { RewardBenefit } from '../domain/facts/entities.ts';
import type { CustomerId, ProgramId } from '../domain/ids.ts';
import { wireId } from '../domain/ids.ts';
import { listGrants, type ShownGrant } from '../perks/access-grants.store.ts';
import { versionAt } from '../programs/program-status.ts';
import type { ProgramRecord } from '../programs/programs.store.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import { listReferralsOf } from '../referrals/referrals.store.ts';
import { listRewardRows } from '../rewards/rewards.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant, type TenantRecord } from '../tenants/tenants.store.ts';
import { showMemberships } from '../terms/membership-terms.ts';
import { countOpenClaims } from './friend-claims.store.ts';
import { countFriends } from './friend-labels.store.ts';
import { friendTeller } from './friends.ts';
import { sumHeld } from './held-sums.store.ts';
import { findWishes } from './member-wishes.store.ts';
import { programCards } from './program-cards.ts';
import {
  accessToCabinet,
  balanceToCabinet,
  choiceToCabinet,
  couponToCabinet,
  type Documents,
  heldSumToCabinet,
  heldThingToCabinet,
} from './wallet.ts';

/** Of things: amounts are summed, however many there are. */
const MAX_REWARDS = 200;
/** What is held and is no amount. */
const THINGS = ['coupon', 'gift', 'donation', 'perk', 'choice'] as const satisfies readonly RewardBenefit['kind'][];
const SHOWN_FRIENDS = 5;

export interface Whose {
  readonly customerId: CustomerId;
  /** The programme that comes first. */
  readonly programId: ProgramId | null;
}

export async function showHome(deps: ServerDeps, caller: Caller, { customerId, programId }: Whose) {
  const { db, clock } = deps;
  const now = clock.now();
  const [tenant, customer, memberships, programs, wishes] = await Promise.all([
    getTenant(db, caller.tenantId),
    findCustomer(db, caller, customerId),
    listMemberships(db, caller, customerId),
    listPublishedPrograms(db, caller.tenantId),
    findWishes(db, caller, customerId),
  ]);
  const documents = documentsAt(programs, now);
  const [shown, code, grants] = await Promise.all([
    showMemberships(deps, caller, { customerId, memberships, now }),
    findCode(deps, caller, customerId),
    listGrants(db, caller, { customerId, after: null, limit: MAX_REWARDS }),
  ]);
  const cards = await programCards(deps, caller, {
    customerId,
    customer,
    programs,
    documents,
    memberships: shown,
    link: code?.link ?? null,
    grants,
    now,
  });
  const timeZone = zoneOf(documents, programId ?? memberships[0]?.programId ?? null) ?? tenant.timeZone;
  const first = programId === null ? null : wireId('prg', programId);
  return {
    shop: { name: tenant.name, timeZone },
    name: customer?.name ?? null,
    friends: await showFriends(deps, caller, { referrerId: customerId, programIds: memberships.map(({ programId: id }) => id) }),
    ...(await showWallet(deps, caller, { customerId, documents, grants, tenant, timeZone, now })),
    code: code === null ? null : { ...code, qr: renderSVG(channelLink(code.link, 'qr'), { border: 2, ecc: 'M' }) },
    programs: cards.toSorted((a, b) => Number(b.id === first) - Number(a.id === first) || nearness(b) - nearness(a)),
    claims: await countOpenClaims(db, caller, customerId),
    noInvitations: wishes.noInvitationsSince !== null,
  };
}

/** Before what one could join comes what one is in, and after it what is still out of reach. */
function nearness({ status, canJoin }: WireCabinetProgram): number {
  return status === 'active' ? 2 : canJoin ? 1 : 0;
}

export function documentsAt(programs: readonly ProgramRecord[], now: Date): Documents {
  return new Map(
    programs.flatMap((program) => {
      const version = versionAt(program, now);
      return version === null ? [] : [[program.id, version.document] as const];
    }),
  );
}

/** The zone the member's days are counted in. */
export async function findZone(
  { db }: ServerDeps,
  caller: Caller,
  { customerId, programId, documents }: Whose & { readonly documents: Documents },
) {
  const [tenant, memberships] = await Promise.all([getTenant(db, caller.tenantId), listMemberships(db, caller, customerId)]);
  return zoneOf(documents, programId ?? memberships[0]?.programId ?? null) ?? tenant.timeZone;
}

/** Dates are told as the programme counts its days. */
function zoneOf(documents: Documents, programId: ProgramId | null): string | null {
  return programId === null ? null : (documents.get(programId)?.timeZone ?? null);
}

/** The member's newest code of their own, with its link. */
async function findCode(deps: ServerDeps, caller: Caller, customerId: CustomerId) {
  const [codes, linkStart] = await Promise.all([listCodes(deps.db, caller, customerId), findLinkStart(deps, caller)]);
  const own =
    codes.find(({ kind, status }) => status === 'active' && kind === 'personal') ?? codes.find(({ status }) => status === 'active');
  return own === undefined ? null : { code: own.text, link: linkStart + encodeURIComponent(own.text) };
}

async function showFriends(
  { db }: ServerDeps,
  caller: Caller,
  of: { readonly referrerId: CustomerId; readonly programIds: readonly ProgramId[] },
) {
  const { referrerId, programIds } = of;
  if (programIds.length === 0) return { total: 0, counted: 0, items: [] };
  const [counts, newest] = await Promise.all([
    countFriends(db, caller, of),
    listReferralsOf(db, caller, { referrerId, programIds, before: null, limit: SHOWN_FRIENDS }),
  ]);
  const referrals = newest.slice(0, SHOWN_FRIENDS);
  const tell = await friendTeller(db, caller, { referrerId, referrals });
  return { ...counts, items: referrals.map(tell) };
}

interface WalletOf {
  readonly customerId: CustomerId;
  readonly documents: Documents;
  readonly grants: readonly ShownGrant[];
  readonly tenant: Pick<TenantRecord, 'couponUrl' | 'landingDomains'>;
  readonly timeZone: string;
  readonly now: Date;
}

async function showWallet({ db }: ServerDeps, caller: Caller, of: WalletOf) {
  const { customerId, documents, grants, tenant, timeZone, now } = of;
  const telling = { hashKey: caller.hashKey, timeZone, documents };
  const rewardsOf = (status: 'held' | 'approved', kinds: readonly RewardBenefit['kind'][]) =>
    listRewardRows(db, caller, { customerId, status, kinds, after: null, limit: MAX_REWARDS });
  const [balances, sums, held, approved, coupons] = await Promise.all([
    listBalances(db, caller, customerId, now),
    sumHeld(db, caller, { customerId, timeZone }),
    rewardsOf('held', THINGS),
    rewardsOf('approved', ['choice']),
    listCoupons(db, caller, { customerId, limit: MAX_REWARDS }),
  ]);
  return {
    balances: balances.map((balance) => balanceToCabinet(balance, documents, now)),
    held: [...sums.map((sum) => heldSumToCabinet(sum, telling)), ...held.map((reward) => heldThingToCabinet(reward, telling))],
    coupons: coupons.map((coupon) => couponToCabinet(coupon, telling, tenant)),
    choices: [...held, ...approved].flatMap((reward) => choiceToCabinet(reward, telling, now)),
    accesses: grants.filter(({ status }) => status !== 'reserved').map((grant) => accessToCabinet(grant, telling)),
  };
}
