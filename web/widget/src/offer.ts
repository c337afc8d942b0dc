/** The page in the frame of `<sarafan-offer>`: asks the API whether this member is to be asked now, and takes no room where not. */
import { type FrameMessage, readParentMessage } from './frame-messages.ts';
import { type OfferLocale, offerTexts } from './offer-texts.ts';

interface Answer {
  readonly show: boolean;
  readonly offer: {
    readonly sentence: Readonly<Record<OfferLocale, string>>;
    readonly disclosure: Readonly<Record<OfferLocale, string>> | null;
  } | null;
}

const query = new URLSearchParams(location.search);
const locale: OfferLocale = query.get('lang') === 'en' ? 'en' : 'ru';
const parentOrigin = originOf(query.get('origin') ?? '');
/** Named in the address where the installation serves several businesses. */
const shop = /^\/t\/([a-z0-9-]+)\//.exec(location.pathname)?.[1];
const main = document.getElementById('offer');
let session: string | null = null;

function originOf(told: string): string | null {
  return URL.canParse(told) && new URL(told).origin === told ? told : null;
}

function tell(message: FrameMessage): void {
  if (parentOrigin !== null && window.parent !== window) window.parent.postMessage(message, parentOrigin);
}

async function ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`/v1/cabinet/${path}`, {
    method,
    credentials: 'omit',
    headers: {
      'x-sarafan-console': '1',
      ...(shop === undefined ? {} : { 'x-sarafan-shop': shop }),
      ...(session === null ? {} : { authorization: `Bearer ${session}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.status === 204 ? null : answer.json();
}

async function open(token: string): Promise<void> {
  // Wire boundary: both shapes are the contract's, which the server checks before it sends.
  const made = (await ask('POST', 'sessions', { token })) as { readonly token: string };
  session = made.token;
  const { show, offer } = (await ask('GET', 'offer')) as Answer;
  if (!show || offer === null) return;
  draw(offer);
  // An offer that could not be counted is still an offer.
  await ask('POST', 'offer').catch(() => null);
}

function draw({ sentence, disclosure }: NonNullable<Answer['offer']>): void {
  if (main === null) return;
  const words = offerTexts[locale];
  const heading = document.createElement('h1');
  heading.textContent = sentence[locale];
  const note = document.createElement('p');
  note.textContent = disclosure?.[locale] ?? '';
  const ways = document.createElement('div');
  // The cabinet takes this frame's place; the page around gives it a token of its own.
  const invite = act(words.invite, () => location.assign(`cabinet${location.search}`));
  const later = act(words.later, () => void ask('PATCH', 'wishes', { notNow: true }).then(close, close));
  const never = act(words.never, () => void ask('PATCH', 'wishes', { noInvitations: true }).then(close, close));
  for (const quiet of [later, never]) quiet.className = 'quiet';
  ways.append(invite, later, never);
  main.replaceChildren(heading, ...(disclosure === null ? [] : [note]), ways);
  main.hidden = false;
}

function act(text: string, does: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', does);
  return button;
}

function close(): void {
  if (main !== null) main.hidden = true;
}

let told = -1;
new ResizeObserver(() => {
  const height = main === null || main.hidden ? 0 : Math.ceil(main.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  tell({ type: 'sarafan:resize', height });
}).observe(document.documentElement);

document.documentElement.lang = locale;
document.title = offerTexts[locale].title;
window.addEventListener('message', (event) => {
  if (event.source !== window.parent || event.origin !== parentOrigin) return;
  const message = readParentMessage(event.data);
  // Refused or out of reach: this is an offer, and an offer that cannot be made is not missed.
  if (message?.type === 'sarafan:token' && session === null) open(message.token).catch(close);
});
tell({ type: 'sarafan:ready' });
