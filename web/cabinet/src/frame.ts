/** The cabinet in a frame of the shop's page: it asks for a token, and tells its height. The server lets only the shop's domains frame it. */
import { type FrameMessage, readParentMessage } from '../../widget/src/frame-messages.ts';

/** Where the shop's page is: the exact origin messages go to and come from. Null when the page is not framed. */
const parentOrigin = readParentOrigin();

export function isFramed(): boolean {
  return location.pathname.endsWith('/embed/cabinet');
}

function readParentOrigin(): string | null {
  if (!isFramed() || window.parent === window) return null;
  const told = new URLSearchParams(location.search).get('origin') ?? '';
  return URL.canParse(told) && new URL(told).origin === told ? told : null;
}

export function tellParent(message: FrameMessage): void {
  if (parentOrigin !== null) window.parent.postMessage(message, parentOrigin);
}

/** Calls with each token the shop's page sends; null when it has no new one. */
export function listenForTokens(take: (token: string | null) => void): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== parentOrigin) return;
    const message = readParentMessage(event.data);
    if (message !== null) take(message.type === 'sarafan:token' ? message.token : null);
  });
}

/** Tells the height of what is shown whenever it changes. */
export function tellHeight(): void {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tellParent({ type: 'sarafan:resize', height });
  }).observe(document.documentElement);
}
