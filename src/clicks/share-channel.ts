/** The way a link was passed on, as the link itself says it. */
import { SHARE_CHANNELS, type ShareChannel } from '../contract/cabinet-home.endpoints.ts';

/** `card`: the printed one, which nobody sends. */
export type LinkChannel = ShareChannel | 'card';

const known: ReadonlyMap<unknown, LinkChannel> = new Map([...SHARE_CHANNELS, 'card' as const].map((channel) => [channel, channel]));

/** Null for none, and for anything that is not one of ours: whoever passes a link on can write what they like into it. */
export function linkChannelOf({ via }: { readonly via?: unknown }): LinkChannel | null {
  return known.get(via) ?? null;
}

/** The link as it is passed on by a channel. */
export function channelLink(link: string, channel: LinkChannel): string {
  return `${link}?via=${channel}`;
}
