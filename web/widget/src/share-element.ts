/** The share box: public words and a link. It knows no person, holds no secret and sets nothing on the device. */
import { type Locale, localeOf, texts } from './element-texts.ts';
import type { Place } from './frame-element.ts';

interface Localized {
  readonly ru: string;
  readonly en: string;
}

interface Offer {
  readonly link: string;
  readonly programs: readonly { readonly share: { readonly message: Localized; readonly disclosure: Localized | null } }[];
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host{display:block;font:inherit;color:inherit;--accent:var(--sarafan-accent,#a8321f);--on-accent:var(--sarafan-on-accent,#fff);--radius:var(--sarafan-radius,12px)}
:host([hidden]){display:none}
*{box-sizing:border-box}
.box{border:1px solid color-mix(in srgb,currentColor 20%,transparent);border-radius:var(--radius);padding:1rem;display:grid;gap:.75rem}
p{margin:0;overflow-wrap:anywhere}
.line{display:flex;gap:.5rem;flex-wrap:wrap}
output{flex:1 1 12rem;min-width:0;overflow-wrap:anywhere;user-select:all;-webkit-user-select:all;border:1px dashed currentColor;border-radius:calc(var(--radius)*.7);padding:.7rem .8rem}
button,a{font:inherit;font-weight:600;cursor:pointer;text-decoration:none;border-radius:calc(var(--radius)*.7);padding:.7rem 1rem;border:1px solid var(--accent);min-height:2.75rem}
button{background:var(--accent);color:var(--on-accent)}
a{color:inherit;border-color:currentColor}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.quiet{font-size:.875em;opacity:.85}`);

export function shareClass(where: Place): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly observedAttributes = ['code'];

    connectedCallback(): void {
      void this.#show();
    }

    attributeChangedCallback(): void {
      if (this.isConnected) void this.#show();
    }

    async #show(): Promise<void> {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const code = this.getAttribute('code') ?? '';
      const key = this.getAttribute('key') ?? where.key;
      const locale = localeOf(this);
      // Nobody but who sets the page up meets this one.
      if (key === null) return root.replaceChildren(line('p', texts[locale].noKey));
      if (code === '') return;
      const offer = await findOffer(new URL(`v1/offers/${encodeURIComponent(code)}`, new URL('/', where.place)), key);
      if (code !== this.getAttribute('code')) return;
      root.replaceChildren(offer === null ? line('p', texts[locale].failed) : box(offer, locale));
    }
  };
}

async function findOffer(address: URL, key: string): Promise<Offer | null> {
  const answer = await fetch(address, { credentials: 'omit', headers: { authorization: `Bearer ${key}` } }).catch(() => null);
  // Wire boundary: the shape is the contract's, which the server checks before it sends.
  return answer?.ok === true ? ((await answer.json()) as Offer) : null;
}

function box({ link, programs }: Offer, locale: Locale): HTMLElement {
  const words = texts[locale];
  const [program] = programs;
  const message = program?.share.message[locale] ?? '';
  // That the sender is rewarded goes with every message and cannot be left out.
  const disclosure = program?.share.disclosure?.[locale] ?? '';
  const text = [message, disclosure].filter((part) => part !== '').join(' ');
  const via = (channel: string): string => `${link}?via=${channel}`;
  const full = (channel: string): string => [text, via(channel)].filter((part) => part !== '').join('\n');
  const shown = line('output', link);
  shown.setAttribute('aria-label', words.link);
  const copy = button(words.copy, async () => {
    await navigator.clipboard.writeText(full('copy'));
    copy.textContent = words.copied;
  });
  const ways = line('div', '');
  ways.className = 'line';
  if ('share' in navigator) ways.append(button(words.send, () => navigator.share({ text, url: via('native') })));
  ways.append(
    anchor('Telegram', `https://t.me/share/url?url=${encodeURIComponent(via('telegram'))}&text=${encodeURIComponent(text)}`),
    anchor('WhatsApp', `https://wa.me/?text=${encodeURIComponent(full('whatsapp'))}`),
    anchor(words.email, `mailto:?subject=${encodeURIComponent(words.subject)}&body=${encodeURIComponent(full('email'))}`),
    anchor(words.sms, `sms:?&body=${encodeURIComponent(full('sms'))}`),
  );
  const row = line('div', '');
  row.className = 'line';
  row.append(shown, copy);
  const quiet = line('p', disclosure);
  quiet.className = 'quiet';
  const whole = line('div', '');
  whole.className = 'box';
  whole.append(...(message === '' ? [] : [line('p', message)]), row, ways, ...(disclosure === '' ? [] : [quiet]));
  return whole;
}

function line(tag: 'p' | 'div' | 'output', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function button(text: string, act: () => Promise<void>): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  // Closing the system's sheet, or a page that may not write to the clipboard, is no failure.
  element.addEventListener('click', () => void act().catch(() => undefined));
  return element;
}

function anchor(text: string, href: string): HTMLAnchorElement {
  const element = document.createElement('a');
  element.textContent = text;
  element.href = href;
  element.target = '_blank';
  element.rel = 'noopener noreferrer';
  return element;
}
