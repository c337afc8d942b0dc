/** What a member sends, and by which ways: private ones always, walls and channels only where the programme allows public sharing. */
import { channelLink } from '../clicks/share-channel.ts';
import type { ShareChannel, WireCabinetShare } from '../contract/cabinet-home.endpoints.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { disclosureInMessage } from '../texts/disclosure.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { inBoth } from '../texts/wording.ts';

const PRIVATE = ['native', 'copy', 'qr', 'telegram', 'vk', 'whatsapp', 'max', 'email', 'sms'] as const satisfies readonly ShareChannel[];
const PUBLIC = ['vkWall', 'okWall', 'telegramChannel'] as const satisfies readonly ShareChannel[];

/** `link` is the member's own; each channel's has its name, so that what it brings can be told apart. */
export function shareOf(document: ProgramDocument, of: { readonly tierId: string | null; readonly link: string }): WireCabinetShare {
  const mayPost = document.sharing === 'public' && document.marking !== undefined;
  const channels: readonly ShareChannel[] = mayPost ? [...PRIVATE, ...PUBLIC] : PRIVATE;
  return {
    message: inBoth((locale) => offerSentence(document, { locale, to: 'friend', tierId: of.tierId })),
    disclosure: disclosureInMessage(document),
    channels: channels.map((channel) => ({ channel, link: channelLink(of.link, channel) })),
  };
}
