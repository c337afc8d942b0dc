import type { FastifyReply, FastifyRequest } from 'fastify';
import { foldCode } from '../domain/codes/fold-code.ts';
import { idFromUuid, type TenantId } from '../domain/ids.ts';
import { assertNever } from '../domain/result.ts';
import type { FriendPages, ShownPage } from '../friend-page/friend-pages.ts';
import { choosePageLanguage, type PageLanguage } from '../friend-page/page-language.ts';
import { PLAIN_LOOK } from '../friend-page/page-shell.ts';
import { renderStatePage } from '../friend-page/state-page.ts';
import type { StatePageKind } from '../friend-page/state-texts.ts';
import { networkOf, truncateAddress } from './address-prefix.ts';
import type { LossReason } from './click-losses.ts';
import type { Clicks } from './clicks.ts';
import type { CodeAnswer } from './code-cache.ts';
import type { LandingAddress } from './landing-address.ts';
import type { LinkTenant } from './link-directory.ts';
import { sendPage } from './page-reply.ts';
import { RepeatWatch } from './repeat-watch.ts';
import { linkChannelOf } from './share-channel.ts';
import { createVisitClassifier, type VisitKind } from './visit-kind.ts';

export interface LinkRoute {
  Params: { readonly code: string; readonly slug?: string };
  Querystring: { readonly via?: unknown };
}

type LinkRequest = FastifyRequest<LinkRoute>;

/** One visit on its way to its answer. */
interface OpenVisit {
  readonly request: LinkRequest;
  readonly reply: FastifyReply;
  readonly startedMs: number;
  /** Our page is wanted, also where a landing address is set. */
  readonly wantsPage: boolean;
}

/** A friend waits at most 250 ms (reliability.md 5.2); what is left after this is for the network and a busy processor. */
const storeLimitMs = 150;
/** A page has more to ask, of a database that has just stored the visit's click; after this it shows what is in memory. */
const pageLimitMs = 1_000;
/** Of a link that leads nowhere no click tells that the database is there: its page is shown in time all the same. */
const lostLimitMs = 210;
/** Until then the database may be asked whose link it is and where it leads. */
const askLimitMs = 180;
/** Of it, for a host or a slug nobody has been seen under: whether there is such a business decides everything else. */
const tenantLimitMs = 130;
const retryUnavailableSeconds = 60;
/** What can be a code at all; a control character would make the database refuse the whole query. */
const codeLike = /^[^\p{C}\s]{1,64}$/u;

const statusByPage: Record<StatePageKind, number> = {
  invited: 200,
  unknown: 404,
  paused: 200,
  expired: 410,
  retired: 410,
  throttled: 429,
  unavailable: 503,
  kept: 200,
  busy: 429,
};

/** Answers a visit: from memory where memory may answer, else after asking the database once. */
export class LinkHandler {
  readonly #clicks: Clicks;
  readonly #classify = createVisitClassifier();
  readonly #repeats = new RepeatWatch();
  readonly #pages: FriendPages | null;

  /** Without pages, one that shows the code and no more. */
  constructor(clicks: Clicks, pages: FriendPages | null) {
    this.#clicks = clicks;
    this.#pages = pages;
  }

  handle(request: LinkRequest, reply: FastifyReply, wantsPage: boolean): void {
    const visit = { request, reply, startedMs: performance.now(), wantsPage };
    const tenant = this.#clicks.directory.find(request.host, request.params.slug);
    const answer = tenant === undefined ? undefined : this.#clicks.cache.find(tenant, foldCode(request.params.code), visit.startedMs);
    if (tenant !== undefined && answer?.state === 'active' && tenant.landing !== null) this.#serveActive(visit, tenant, answer.codeId);
    else this.#serveAfterAsking(visit).then(undefined, (error: unknown) => reply.send(error));
  }

  /** Whatever is less than a redirect is given only after the database was asked whether there is more by now. */
  async #serveAfterAsking(visit: OpenVisit): Promise<void> {
    const { directory, cache, loader } = this.#clicks;
    const { params, host } = visit.request;
    const before = directory.find(host, params.slug);
    const isRead = before?.landing ? true : await loader.refresh(before === undefined ? tenantLimitMs : undefined);
    const tenant = directory.find(host, params.slug);
    // That there is no such business may be said only after the database has been asked.
    if (tenant === undefined) return isRead ? this.#serveMiss(visit, tenant) : this.#sendUnavailable(visit, tenant);
    const folded = foldCode(params.code);
    if (!codeLike.test(folded)) return this.#serveMiss(visit, tenant);
    const known = cache.find(tenant, folded, performance.now());
    // The page of a link that leads nowhere is the shop's own where the database is there: asked here if it was not asked above.
    if (known !== undefined && known.state !== 'active') await loader.refresh();
    const answer = known ?? (await loader.load(tenant, folded, visit.startedMs + askLimitMs - performance.now()));
    if (answer !== 'unavailable') return this.#serve(visit, tenant, answer);
    const stale = cache.findStale(tenant, folded);
    return stale === undefined ? this.#sendUnavailable(visit, tenant) : this.#serve(visit, tenant, stale);
  }

  async #serve(visit: OpenVisit, tenant: LinkTenant, answer: CodeAnswer): Promise<void> {
    switch (answer.state) {
      case 'active':
        return this.#serveActive(visit, tenant, answer.codeId);
      case 'paused':
        return this.#sendLost(visit, tenant, 'paused', 'code-paused');
      case 'retired':
        return this.#sendLost(visit, tenant, 'retired', 'code-retired');
      case 'unknown':
        return this.#serveMiss(visit, tenant);
      default:
        assertNever(answer);
    }
  }

  #serveActive(visit: OpenVisit, tenant: LinkTenant, codeId: string): void {
    const { request, reply, startedMs, wantsPage } = visit;
    const { landing } = tenant;
    const clickedAtMs = this.#clicks.clock.now().getTime();
    const clickId = this.#clicks.ids.next(clickedAtMs);
    const kind = this.#kindOf(request, { codeId, nowMs: startedMs });
    const addressPrefix = truncateAddress(request.ip)?.stored ?? null;
    // A messenger that followed the redirect would draw the shop's front page; this one says who invites.
    const isPage = wantsPage || landing === null || kind === 'preview';
    // Redirects go around the hooks for answers, which cost more than the redirect itself.
    if (!isPage) reply.hijack();
    const channel = linkChannelOf(request.query);
    const click = { tenantId: tenant.id, clickId, codeId, kind, addressPrefix, channel, clickedAtMs };
    this.#clicks.writer.write(tenant, click, startedMs + storeLimitMs, (isStored) => {
      if (isPage) this.#sendPage(visit, tenant, 'invited', { clickId, limitMs: isStored ? pageLimitMs : 0 });
      else redirect(reply, landing, clickId);
    });
  }

  #kindOf(request: LinkRequest, { codeId, nowMs }: { readonly codeId: string; readonly nowMs: number }): VisitKind {
    const kind = this.#classify(request.method, request.headers);
    if (kind !== 'human') return kind;
    const visitor = { address: request.ip, agent: request.headers['user-agent'] ?? '', codeId };
    return this.#repeats.isRepeat(visitor, nowMs) ? 'repeat' : 'human';
  }

  async #serveMiss(visit: OpenVisit, tenant: LinkTenant | undefined): Promise<void> {
    const waitSeconds = await this.#clicks.throttle.countMiss(networkOf(visit.request.ip));
    if (waitSeconds === 0) return this.#sendLost(visit, tenant, 'unknown', 'unknown-code');
    visit.reply.header('retry-after', waitSeconds);
    return this.#sendLost(visit, tenant, 'throttled', 'throttled');
  }

  #sendUnavailable(visit: OpenVisit, tenant: LinkTenant | undefined): void {
    visit.reply.header('retry-after', retryUnavailableSeconds);
    this.#sendLost(visit, tenant, 'unavailable', 'database');
  }

  #sendLost(visit: OpenVisit, tenant: LinkTenant | undefined, kind: StatePageKind, reason: LossReason): void {
    const { losses, clock, loader } = this.#clicks;
    if (tenant !== undefined) losses.add(tenant, reason, clock.now());
    const mayAsk = kind !== 'throttled' && kind !== 'unavailable' && loader.hasJustAnswered;
    this.#sendPage(visit, tenant, kind, { clickId: null, limitMs: mayAsk ? visit.startedMs + lostLimitMs - performance.now() : 0 });
  }

  /** `limitMs`: how long what the database knows of the page may be waited for. */
  #sendPage(
    visit: OpenVisit,
    tenant: LinkTenant | undefined,
    kind: StatePageKind,
    { clickId, limitMs }: { readonly clickId: string | null; readonly limitMs: number },
  ): void {
    const { request, reply } = visit;
    const send = (shown: ShownPage): void => void sendPage(reply, statusByPage[shown.kind], shown.page);
    const language = choosePageLanguage(request.headers['accept-language'], tenant?.row.locale ?? 'en');
    const fromMemory = (): ShownPage => plainPage(visit, { tenant, kind, language });
    if (tenant === undefined || this.#pages === null || limitMs <= 0) {
      send(fromMemory());
      return;
    }
    const shown = this.#pages.show({ tenantId: idFromUuid<TenantId>(tenant.id), kind, code: request.params.code, clickId, language });
    inTime(shown, limitMs).then(send, () => send(fromMemory()));
  }
}

/** What can be shown without asking the database. */
function plainPage(
  { request }: OpenVisit,
  { tenant, kind, language }: { readonly tenant: LinkTenant | undefined; readonly kind: StatePageKind; readonly language: PageLanguage },
): ShownPage {
  const mayShowShop = kind === 'paused' || kind === 'retired';
  const page = renderStatePage({
    kind,
    language,
    look: { ...PLAIN_LOOK, shopName: tenant?.row.name ?? null },
    shopUrl: mayShowShop ? (tenant?.landing?.url ?? null) : null,
    code: kind === 'invited' ? request.params.code.normalize('NFKC').toUpperCase() : null,
  });
  return { kind, page };
}

async function inTime<T>(promise: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), limitMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function redirect(reply: FastifyReply, landing: LandingAddress, clickId: string): void {
  reply.raw.writeHead(302, [
    'location',
    landing.beforeClickId + clickId + landing.afterClickId,
    'cache-control',
    'no-store',
    'referrer-policy',
    'no-referrer',
    'x-content-type-options',
    'nosniff',
    'content-length',
    '0',
  ]);
  reply.raw.end();
}
