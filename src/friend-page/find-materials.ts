import { shareOf } from '../cabinet/share.ts';
import { channelLink } from '../clicks/share-channel.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import { findCodeOwner } from '../offers/code-owner.store.ts';
import { type FriendProgram, findFriendPrograms } from '../offers/find-friend-programs.ts';
import { disclosureToFriend } from '../texts/disclosure.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import type { InvitedTo, Materials } from './material-pages.ts';
import type { PageBusiness } from './page-business.ts';
import type { PageLanguage } from './page-language.ts';

/** An active code as it is written, with its link. */
export interface KnownCode {
  readonly code: string;
  readonly link: string;
}

/** Null for a code nobody has, or that is no longer used. */
export async function findKnownCode(db: Db, { tenant, base }: PageBusiness, text: string): Promise<KnownCode | null> {
  const owner = await findCodeOwner(db, tenant.caller, text);
  return owner === null ? null : { code: owner.code, link: `${base}/r/${encodeURIComponent(owner.code)}` };
}

/** Nothing but what everybody who opens the link is told. Null for an unknown code, `paused` while its owner invites to nothing. */
export async function findMaterials(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  business: PageBusiness,
  { code: text, language }: { readonly code: string; readonly language: PageLanguage },
): Promise<Materials | 'paused' | null> {
  const { caller } = business.tenant;
  const owner = await findCodeOwner(db, caller, text);
  if (owner === null) return null;
  const { live } = await findFriendPrograms(db, caller, owner.customerId, clock.now());
  const encoded = encodeURIComponent(owner.code);
  const link = `${business.base}/r/${encoded}`;
  const [first, ...others] = live.map((program) => invitedTo(program, { language, link }));
  if (first === undefined) return 'paused';
  return {
    language,
    look: business.look,
    code: owner.code,
    link: decodeURI(link.replace(/^https?:\/\//, '')),
    printedLink: channelLink(link, 'card'),
    folder: `${new URL(business.base).pathname.replace(/\/$/, '')}/p/${encoded}/`,
    programs: [first, ...others],
  };
}

function invitedTo(
  { version: { document }, tierId }: FriendProgram,
  { language, link }: { readonly language: PageLanguage; readonly link: string },
): InvitedTo {
  const isPublic = document.sharing === 'public' && document.marking !== undefined;
  return {
    name: document.name[language],
    sentence: offerSentence(document, { locale: language, to: 'friend', tierId }),
    disclosure: disclosureToFriend(document)?.[language] ?? null,
    share: shareOf(document, { tierId, link }),
    isPublic,
    adMark: isPublic ? (document.marking ?? null) : null,
  };
}
