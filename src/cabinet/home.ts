/** One answer for the first screen of the cabinet: who came, what I have, how I spend it (1-13). Nothing is decided here. */
import { renderSVG } from 'uqr';
import { channelLink } from '../clicks/share-channel.ts';
import type { WireCabinetProgram } from '../contract/cabinet-home.endpoints.ts';
import type { Caller } from '../contract/caller.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { listCoupons } from '../coupons/coupons.store.ts';
import { listBalances } from '../customers/balances.store.ts';
import { findCustomer, listCodes, listMemberships } from '../customers/customers.store.ts';
import { findLinkStart } from '../customers/show-customer.ts';
import type { RewardBenefit } from '../domain/facts/entities.ts';
import type { CustomerId, ProgramId } from '../domain/ids.ts';
import { wireId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { isClaimable, perksOf } from '../domain/program/perk.ts';
import { findTier, rulesFor } from '../domain/program/program-rules.ts';
import { listGrants, type ShownGrant } from '../perks/access-grants.store.ts';
import { statusAt, versionAt } from '../programs/program-status.ts';
import type { ProgramRecord } from '../programs/programs.store.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import { listReferralsOf } from '../referrals/referrals.store.ts';
import { listRewardRows } from '../rewards/rewards.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { getTenant, type TenantRecord } from '../tenants/tenants.store.ts';
import { type ShownMembership, showMemberships } from '../terms/membership-terms.ts';
import { howItWorksInBoth } from '../texts/how-it-works.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { spendWords } from '../texts/spend-words.ts';
import { inBoth } from '../texts/wording.ts';
import { countOpenClaims } from './friend-claims.store.ts';
import { countFriends } from './friend-labels.store.ts';
import { friendTeller } from './friends.ts';
import { sumHeld } from './held-sums.store.ts';
import { dayToWire } from './local-day.ts';
import { findWishes } from './member-wishes.store.ts';
import { rewardsLeft } from './rewards-left.ts';
import { shareOf } from './share.ts';
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
  const live = programs.filter((program) => documents.has(program.id) && statusAt(program, now) !== 'ended');
  const cards = await Promise.all(
    live.flatMap((program) => {
      const membership = shown.find(({ programId: id }) => id === wireId('prg', program.id)) ?? null;
      const document = documents.get(program.id);
      const mayBeShown = membership !== null || document?.enrolment.mode === 'optIn';
      if (document === undefined || !mayBeShown) return [];
      const card = programCard({ program, document, membership, link: code?.link ?? null, grants, now });
      const tierId = membership?.tier?.id ?? null;
      const left = card.share === null ? null : rewardsLeft(db, caller, { customerId, programId: program.id, document, tierId, now });
      return [Promise.resolve(left).then((text): WireCabinetProgram => ({ ...card, rewardsLeft: text }))];
    }),
  );
  const timeZone = zoneOf(documents, programId ?? memberships[0]?.programId ?? null) ?? tenant.timeZone;
  const first = programId === null ? null : wireId('prg', programId);
  return {
    shop: { name: tenant.name, timeZone },
    name: customer?.name ?? null,
    friends: await showFriends(deps, caller, { referrerId: customerId, programIds: memberships.map(({ programId: id }) => id) }),
    ...(await showWallet(deps, caller, { customerId, documents, grants, tenant, timeZone, now })),
    code: code === null ? null : { ...code, qr: renderSVG(channelLink(code.link, 'qr'), { border: 2, ecc: 'M' }) },
    programs: cards.toSorted(
      (a, b) => Number(b.id === first) - Number(a.id === first) || Number(b.status === 'active') - Number(a.status === 'active'),
    ),
    claims: await countOpenClaims(db, caller, customerId),
    noInvitations: wishes.noInvitationsSince !== null,
  };
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

interface CardOf {
  readonly program: ProgramRecord;
  readonly document: ProgramDocument;
  readonly membership: ShownMembership | null;
  readonly link: string | null;
  readonly grants: readonly ShownGrant[];
  readonly now: Date;
}

function programCard({ program, document, membership, link, grants, now }: CardOf): Omit<WireCabinetProgram, 'rewardsLeft'> {
  const tier = membership?.tier ?? null;
  const tierId = tier?.id ?? null;
  const status = membership?.status ?? 'none';
  const isRunning = statusAt(program, now) === 'live';
  const isIn = status === 'active';
  const terms = membership?.terms ?? null;
  const rewarded = rulesFor(document, tierId).flatMap(({ grant }) => grant.filter(({ to }) => to !== 'friend'));
  return {
    id: wireId('prg', program.id),
    name: document.name,
    status,
    canJoin: isRunning && document.enrolment.mode === 'optIn' && status !== 'active' && status !== 'blocked' && status !== 'paused',
    offer: inBoth((locale) => offerSentence(document, { locale, to: 'member', tierId })),
    steps: [...howItWorksInBoth(document, { to: 'member', tierId })],
    spend: [...spendWords(document, tierId)],
    // A tier may be earned by a friend's order.
    tier: tier === null ? null : { ...tier, since: dayToWire(tier.since === null ? null : new Date(tier.since), document.timeZone) },
    terms:
      terms === null
        ? null
        : {
            current: terms.current,
            accepted: terms.accepted?.version ?? null,
            mustAccept: terms.mustAccept,
            changes: terms.changes.map(({ text }) => text),
          },
    share: isIn && isRunning && link !== null ? shareOf(document, { tierId, link }) : null,
    isPartner: isIn && rewarded.some(({ benefit }) => benefit.kind === 'commission'),
    perks: isIn ? openPerks(document, { tierId, programId: program.id, grants, now }) : [],
  };
}

/** What the tier lists and the member does not hold yet; whether there is one left, opening it tells. */
function openPerks(
  document: ProgramDocument,
  of: { readonly tierId: string | null; readonly programId: ProgramId; readonly grants: readonly ShownGrant[]; readonly now: Date },
): WireCabinetProgram['perks'] {
  const listed = findTier(document, of.tierId)?.perks ?? [];
  return perksOf(document)
    .filter((perk) => listed.includes(perk.id) && isClaimable(perk) && (perk.endsAt === null || perk.endsAt > of.now))
    .filter((perk) => {
      const had = of.grants.filter(
        ({ programId, perk: id, status }) => programId === of.programId && id === perk.id && status !== 'revoked',
      );
      return had.length < perk.perMember;
    })
    .map((perk) => ({ perk: perk.id, name: perk.name, startsAt: timeToWire(perk.startsAt), endsAt: timeToWire(perk.endsAt) }));
}
