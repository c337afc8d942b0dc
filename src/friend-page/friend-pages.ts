/** Puts a page together from what is known now: the business's looks and words, the referrer's consent, the programmes in force. */
import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { findCodeOwner } from '../offers/code-owner.store.ts';
import { findFriendPrograms } from '../offers/find-friend-programs.ts';
import type { ClaimForm } from './claim-form.ts';
import { signClaim } from './claim-token.ts';
import { consentText } from './consent-texts.ts';
import { customerNameOf } from './customer-name.store.ts';
import { type FriendPage, renderFriendPage } from './friend-page.ts';
import { findIntroduction } from './introduction.store.ts';
import { type PageBusiness, readBusiness, shopWay } from './page-business.ts';
import type { PageLanguage } from './page-language.ts';
import type { Page } from './page-shell.ts';
import { pageWords } from './page-words.ts';
import { shopAddress } from './shop-link.ts';
import { shownName } from './shown-name.ts';
import { showOffer } from './shown-offer.ts';
import { renderStatePage } from './state-page.ts';
import type { StatePageKind } from './state-texts.ts';

export interface FriendPagesDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** Somebody at a link. */
export interface PageVisit {
  readonly tenantId: TenantId;
  readonly kind: StatePageKind;
  readonly code: string;
  /** 32 hex digits; null where no click was counted. */
  readonly clickId: string | null;
  readonly language: PageLanguage;
  /** What was wrong with the form sent last. */
  readonly refused?: ClaimForm['refused'];
}

export interface ShownPage {
  /** May be more exact than what was asked for. */
  readonly kind: StatePageKind;
  readonly page: Page;
}

export class FriendPages {
  readonly #deps: FriendPagesDeps;

  constructor(deps: FriendPagesDeps) {
    this.#deps = deps;
  }

  /** The page of a link, or the sentence that stands in for it. */
  async show(visit: PageVisit): Promise<ShownPage> {
    const { db, clock } = this.#deps;
    const business = await readBusiness(this.#deps, visit.tenantId);
    if (visit.kind !== 'invited' && visit.kind !== 'paused') return this.#state(business, visit, visit.kind);
    const { caller } = business.tenant;
    const owner = await findCodeOwner(db, caller, visit.code);
    if (owner === null) return this.#state(business, visit, visit.kind);
    const { ownerId, live, statuses } = await findFriendPrograms(db, caller, owner.customerId, clock.now());
    if (visit.kind === 'paused') {
      const isOver = statuses.length > 0 && statuses.every((status) => status === 'ended');
      return this.#state(business, visit, isOver ? 'expired' : 'paused');
    }
    const introduction = await findIntroduction(db, caller, ownerId);
    const name = introduction === null || introduction.shownAs === 'none' ? null : await customerNameOf(db, caller, ownerId);
    const offers = live.map((program) => showOffer(program, { language: visit.language, business }));
    const page: FriendPage = {
      language: visit.language,
      look: business.look,
      address: `${business.base}/r/${encodeURIComponent(owner.code)}`,
      pictureUrl: `${business.base}/p/${encodeURIComponent(owner.code)}/preview.png`,
      code: owner.code,
      from: introduction === null ? null : shownName(name, introduction.shownAs),
      words: introduction?.words ?? null,
      offers,
      shop: shopAddress(shopWay(business), owner.code, visit.clickId),
      claim: this.#claimForm(business, owner.code, visit),
    };
    return { kind: 'invited', page: renderFriendPage(page) };
  }

  /** Nothing about anybody: the same for whoever sent the form, whatever is known of them. */
  #state(business: PageBusiness, { code, language }: PageVisit, kind: StatePageKind): ShownPage {
    const mayLeadOn = kind !== 'unknown' && kind !== 'throttled';
    const shop = mayLeadOn ? shopAddress({ ...shopWay(business), ...(kind === 'kept' ? {} : { pattern: null }) }, code, null) : null;
    const words = pageWords[language];
    const page = renderStatePage({
      kind,
      language,
      look: business.look,
      shopUrl: shop?.url ?? null,
      code: kind === 'invited' || kind === 'kept' ? code : null,
      notes: kind === 'kept' ? [words.alreadyCustomer, words.ownCode] : [],
    });
    return { kind, page };
  }

  /** Null until the owner has said who is answerable: before that no contact may be taken. */
  #claimForm({ tenant, settings, base }: PageBusiness, code: string, { language, refused }: PageVisit): ClaimForm | null {
    const { controller } = settings;
    if (controller === null) return null;
    const now = this.#deps.clock.now();
    return {
      action: `${new URL(base).pathname.replace(/\/$/, '')}/p/${encodeURIComponent(code)}/claim`,
      token: signClaim(tenant.caller.hashKey, code, now),
      controller,
      personalData: consentText('personal-data', controller, language),
      advertising: consentText('advertising', controller, language),
      refused: refused ?? null,
    };
  }
}
