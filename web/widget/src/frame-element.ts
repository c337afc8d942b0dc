/** An element that is a frame of ours: the authenticated part never touches the shop's page, and the shop's page never touches it. */
import { type Locale, localeOf, texts } from './element-texts.ts';
import { type ParentMessage, readFrameMessage } from './frame-messages.ts';

export interface Place {
  /** Address of the folder the script came from, with a slash at its end. */
  readonly place: string;
  /** The publishable key of the page's script tag. */
  readonly key: string | null;
}

/** Where the shop's page gets a signed token: a function it sets, or an address of its own that answers one. */
export type TokenSource = () => Promise<string> | string;

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ':host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0;height:420px;background:transparent}',
);

interface Framed extends Place {
  /** Of the page below the script's folder. */
  readonly path: string;
  readonly title: (locale: Locale) => string;
  /** Takes no room until the page inside says how much it needs. */
  readonly isQuiet: boolean;
}

export function cabinetClass(where: Place): CustomElementConstructor {
  return frameClass({ ...where, path: 'embed/cabinet', title: (locale) => texts[locale].cabinet, isQuiet: false });
}

/** Takes no room until we know that this member is to be asked: nothing pops up, nothing moves (4-03). */
export function offerClass(where: Place): CustomElementConstructor {
  return frameClass({ ...where, path: 'embed/offer', title: (locale) => texts[locale].offer, isQuiet: true });
}

function frameClass({ place, path, title, isQuiet }: Framed): CustomElementConstructor {
  const { origin } = new URL(place);
  return class extends HTMLElement {
    static readonly observedAttributes = ['token'];
    /** Set by the shop's page; else the attributes `token-url` and `token` are asked. */
    getToken: TokenSource | null = givenBefore(this);
    #frame: HTMLIFrameElement | null = null;
    #given: string | null = null;
    /** The frame has asked and got none yet. */
    #isAsked = false;
    readonly #hear = (event: MessageEvent): void => void this.#take(event);

    connectedCallback(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const frame = makeFrame(this, new URL(path, place), title);
      this.#frame = frame;
      if (isQuiet) this.#resize(0);
      root.replaceChildren(frame);
      window.addEventListener('message', this.#hear);
    }

    disconnectedCallback(): void {
      window.removeEventListener('message', this.#hear);
      this.#frame = null;
      this.#isAsked = false;
    }

    /** A new token in the attribute is passed on at once. */
    attributeChangedCallback(): void {
      if (this.#isAsked) void this.#sendToken();
    }

    async #take({ source, origin: from, data }: MessageEvent): Promise<void> {
      if (source === null || source !== this.#frame?.contentWindow || from !== origin) return;
      const message = readFrameMessage(data);
      if (message === null) return;
      if (message.type === 'sarafan:resize') this.#resize(message.height);
      else {
        this.#isAsked = true;
        await this.#sendToken();
      }
    }

    #resize(height: number): void {
      if (this.#frame === null) return;
      this.#frame.style.height = `${height}px`;
      this.#frame.inert = height === 0;
    }

    /** To our own origin and no other; each token once, since it is good for one sign-in. */
    async #sendToken(): Promise<void> {
      // The page's own address may be out of reach, and its function may fail.
      const token = await nextToken(this, this.getToken).catch(() => null);
      if (token === null || token === this.#given) {
        // The frame waits for no other. Only an attribute that was never there may still come.
        const isFinal = this.#given !== null || this.getToken !== null || this.hasAttribute('token-url');
        if (isFinal) this.#tell({ type: 'sarafan:no-token' });
        return;
      }
      this.#given = token;
      this.#isAsked = false;
      this.#tell({ type: 'sarafan:token', token });
    }

    #tell(message: ParentMessage): void {
      this.#frame?.contentWindow?.postMessage(message, origin);
    }
  };
}

/** As the page around looks, not as the device wishes: a light shop keeps a light frame at night. */
function schemeAround(element: Element): string {
  const said = element.getAttribute('theme');
  if (said === 'light' || said === 'dark') return said;
  const around = getComputedStyle(element).colorScheme;
  return /\bdark\b/.test(around) ? around : 'light';
}

function makeFrame(element: Element, address: URL, title: (locale: Locale) => string): HTMLIFrameElement {
  const locale = localeOf(element);
  address.searchParams.set('origin', location.origin);
  address.searchParams.set('lang', locale);
  const frame = document.createElement('iframe');
  frame.title = title(locale);
  frame.referrerPolicy = 'origin';
  // A frame of another origin may use neither unless the page around says so.
  frame.allow = 'clipboard-write; web-share';
  frame.style.colorScheme = schemeAround(element);
  frame.src = address.href;
  return frame;
}

async function nextToken(element: Element, getToken: TokenSource | null): Promise<string | null> {
  if (getToken !== null) return getToken();
  const address = element.getAttribute('token-url');
  if (address === null) return element.getAttribute('token');
  const answer = await fetch(new URL(address, location.href), { credentials: 'same-origin', headers: { accept: 'text/plain' } });
  return answer.ok ? (await answer.text()).trim() : null;
}

/** A page may have set its function before the elements were fetched. */
function givenBefore(element: Element): TokenSource | null {
  const given: unknown = Reflect.get(element, 'getToken');
  // Any function may answer anything: what it gives is checked by the frame, and by the server.
  return typeof given === 'function' ? () => Promise.resolve(Reflect.apply(given, element, [])) : null;
}
