import type { IncomingHttpHeaders } from 'node:http';
import { isbot } from 'isbot';

/** Who opened a link. Only a `human` visit can bring a referrer a reward; the others are counted apart. */
export const visitKinds = ['human', 'bot', 'prefetch', 'head'] as const;
export type VisitKind = (typeof visitKinds)[number];

const agentLengthMax = 512;
const agentsRememberedMax = 2_000;

/**
 * Makes the function that tells people from programs (reliability.md F9, F14): HEAD, prefetch, a known bot's user agent,
 * and whatever is not a page somebody looks at: a frame, an image, a script. A missing user agent is a person's, because
 * a lost friend costs more than a bot counted as one.
 */
export function createVisitClassifier(): (method: string, headers: IncomingHttpHeaders) => VisitKind {
  const isBotByAgent = new Map<string, boolean>();
  const isBot = (agent: string): boolean => {
    const known = isBotByAgent.get(agent);
    if (known !== undefined) return known;
    if (isBotByAgent.size >= agentsRememberedMax) isBotByAgent.clear();
    const found = isbot(agent);
    isBotByAgent.set(agent, found);
    return found;
  };
  return (method, headers) => {
    if (method === 'HEAD') return 'head';
    if (isPrefetch(headers)) return 'prefetch';
    const agent = headers['user-agent'];
    if (isEmbedded(headers['sec-fetch-dest'])) return 'bot';
    return agent !== undefined && isBot(agent.slice(0, agentLengthMax)) ? 'bot' : 'human';
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
