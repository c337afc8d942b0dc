/**
 * Carries the click's id from the address to the shop's checkout form. Without a consent nothing is kept on the visitor's device: the id
 * stays in the addresses of the shop's own pages. With one it is kept in the browser until the invitation is over.
 */

/** Written into the script when it is served: what the region of the business allows before anybody was asked. */
declare const __SARAFAN_STORAGE__: 'ask' | 'allow';
/** Likewise: the listed domains of the business, with all that lies under them. */
declare const __SARAFAN_HOSTS__: readonly string[];

const NAME = 'sarafan_click';
const FORM = /^clk_[0-9a-f]{32}$/;
const KEPT_MS = 60 * 86_400_000;

let isAllowed = false;
let current: string | null = null;

export function clickId(): string | null {
  return current;
}

/** Starts with what the page says of consent: `data-consent` of our script, else the region; then whatever `sarafan:consent` tells. */
export function startClickId(said: string | undefined): void {
  isAllowed = said === undefined ? __SARAFAN_STORAGE__ === 'allow' : said === 'granted';
  const told = new URLSearchParams(location.search).get(NAME);
  current = told !== null && FORM.test(told) ? told : recall();
  // Most pages tell of a consent a moment later, on each page anew: until then what was kept with one is neither read nor forgotten.
  if (isAllowed || said !== undefined) remember();
  document.addEventListener('sarafan:consent', (event) => {
    isAllowed = event instanceof CustomEvent && event.detail === true;
    current ??= recall();
    remember();
    fillAll();
  });
  document.addEventListener('click', carryAlong, true);
  document.addEventListener('submit', (event) => fill(event.target), true);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', fillAll);
  else fillAll();
}

function recall(): string | null {
  const [id = '', until = ''] = (quietly(() => localStorage.getItem(NAME)) ?? '').split(' ');
  return isAllowed && FORM.test(id) && Number(until) > Date.now() ? id : null;
}

function remember(): void {
  quietly(() => {
    if (!isAllowed) localStorage.removeItem(NAME);
    else if (current !== null) localStorage.setItem(NAME, `${current} ${Date.now() + KEPT_MS}`);
  });
}

/** A browser that keeps nothing for us throws. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** A link to another page of the shop takes the id along, just before it is followed; to another host of it also when the id is kept here. */
function carryAlong(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (current === null || !(link instanceof HTMLAnchorElement)) return;
  const isOurs = link.origin === location.origin ? !isAllowed : isListed(link);
  const isPage = isOurs && !link.hasAttribute('download') && link.getAttribute('href')?.[0] !== '#';
  if (!isPage || new URLSearchParams(link.search).has(NAME)) return;
  const to = new URL(link.href);
  to.searchParams.set(NAME, current);
  link.href = to.href;
}

function isListed({ protocol, hostname }: HTMLAnchorElement): boolean {
  return /^https?:$/.test(protocol) && __SARAFAN_HOSTS__.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

function fillAll(): void {
  for (const form of document.forms) fill(form);
}

/** A form is a checkout when it says so, or has a field for the id. */
function fill(form: EventTarget | null): void {
  if (current === null || !(form instanceof HTMLFormElement)) return;
  const field = form.elements.namedItem(NAME);
  if (field instanceof HTMLInputElement) field.value = current;
  else if (form.hasAttribute('data-sarafan-checkout')) form.append(hidden(current));
}

function hidden(value: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'hidden';
  input.name = NAME;
  input.value = value;
  return input;
}
