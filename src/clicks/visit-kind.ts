import type { IncomingHttpHeaders } from 'node:http';
import { isbot } from 'isbot';

/**
 * Who opened a link. Only a person's visit can bring a referrer a reward: `human`, or `repeat`, the same hand once more within a blink.
 * `preview` is a messenger that draws a picture of the link. Each is counted apart.
 */
export const visitKinds = ['human', 'bot', 'prefetch', 'head', 'repeat', 'preview'] as const;
export type VisitKind = (typeof visitKinds)[number];

const agentLengthMax = 512;
const agentsRememberedMax = 2_000;
/** Those that show the first thing they get of a page, by the names they give themselves. */
const previewAgent =
  /telegrambot|whatsapp\/|facebookexternalhit|facebot|meta-externalagent|twitterbot|slackbot-linkexpanding|slack-imgproxy|linkedinbot|discordbot|vkshare|odklbot|viberbot|viber\/|skypeuripreview|pinterest(?:bot)?\/|redditbot|snapchat|line-poker|kakaotalk-scrap|mastodon|bluesky cardyb|iframely|embedly|max-?bot|icq-?bot/i;

/**
 * Makes the function that tells people from programs (reliability.md F9, F14): HEAD, prefetch, a known bot's user agent,
 * and whatever is not a page somebody looks at: a frame, an image, a script. A missing user agent is a person's, because
 * a lost friend costs more than a bot counted as one.
 */
export function createVisitClassifier(): (method: string, headers: IncomingHttpHeaders) => VisitKind {
  const kindByAgent = new Map<string, VisitKind>();
  const kindOf = (agent: string): VisitKind => {
    const known = kindByAgent.get(agent);
    if (known !== undefined) return known;
    if (kindByAgent.size >= agentsRememberedMax) kindByAgent.clear();
    const found = !isbot(agent) ? 'human' : previewAgent.test(agent) ? 'preview' : 'bot';
    kindByAgent.set(agent, found);
    return found;
  };
  return (method, headers) => {
    if (method === 'HEAD') return 'head';
    if (isPrefetch(headers)) return 'prefetch';
    const agent = headers['user-agent'];
    if (isEmbedded(headers['sec-fetch-dest'])) return 'bot';
    return agent === undefined ? 'human' : kindOf(agent.slice(0, agentLengthMax));
  };
}

function isPrefetch(headers: IncomingHttpHeaders): boolean {
  const purpose = headers['sec-purpose'] ?? headers['purpose'] ?? headers['x-purpose'] ?? headers['x-moz'];
  return purpose !== undefined && /\b(?:prefetch|prerender|preview)\b/i.test(String(purpose));
}

/** `empty` is what a page's own fetch says, so an in-app browser that follows links by itself is left a person. */
function isEmbedded(destination: string | string[] | undefined): boolean {
  return destination !== undefined && destination !== 'document' && destination !== 'empty';
}
