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

export abstract class FrameElement extends HTMLElement {
  static readonly observedAttributes = ['token'];
  /** Set by the shop's page; else the attributes `token` and `token-url` are asked. */
  getToken: TokenSource | null = null;
  protected frame: HTMLIFrameElement | null = null;
  #given: string | null = null;
  /** The frame has asked and got none yet. */
  #isAsked = false;
  readonly #hear = (event: MessageEvent): void => void this.#take(event);

  /** Path of the page below the script's folder. */
  protected abstract readonly path: string;
  protected abstract title_(locale: Locale): string;
  protected abstract get where(): Place;

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const address = new URL(this.path, this.where.place);
    address.searchParams.set('origin', location.origin);
    const locale = localeOf(this);
    address.searchParams.set('lang', locale);
    const frame = document.createElement('iframe');
    frame.title = this.title_(locale);
    frame.referrerPolicy = 'origin';
    frame.style.colorScheme = schemeAround(this);
    frame.src = address.href;
    this.frame = frame;
    root.replaceChildren(frame);
    window.addEventListener('message', this.#hear);
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#hear);
    this.frame = null;
    this.#isAsked = false;
  }

  /** A new token in the attribute is passed on at once. */
  attributeChangedCallback(): void {
    if (this.#isAsked) void this.#sendToken();
  }

  protected resize(height: number): void {
    if (this.frame !== null) this.frame.style.height = `${height}px`;
  }

  async #take(event: MessageEvent): Promise<void> {
    const window_ = this.frame?.contentWindow;
    if (event.source === null || event.source !== window_ || event.origin !== new URL(this.where.place).origin) return;
    const message = readFrameMessage(event.data);
    if (message === null) return;
    if (message.type === 'sarafan:resize') this.resize(message.height);
    else {
      this.#isAsked = true;
      await this.#sendToken();
    }
  }

  /** To our own origin and no other; each token once, since it is good for one sign-in. */
  async #sendToken(): Promise<void> {
    const token = await this.#nextToken();
    if (token === null || token === this.#given) return;
    this.#given = token;
    this.#isAsked = false;
    const message: ParentMessage = { type: 'sarafan:token', token };
    this.frame?.contentWindow?.postMessage(message, new URL(this.where.place).origin);
  }

  async #nextToken(): Promise<string | null> {
    if (this.getToken !== null) return this.getToken();
    const address = this.getAttribute('token-url');
    if (address === null) return this.getAttribute('token');
    const answer = await fetch(new URL(address, location.href), { credentials: 'same-origin', headers: { accept: 'text/plain' } });
    return answer.ok ? (await answer.text()).trim() : null;
  }
}

/** As the page around looks, not as the device wishes: a light shop keeps a light frame at night. */
function schemeAround(element: Element): string {
  const said = element.getAttribute('theme');
  if (said === 'light' || said === 'dark') return said;
  const around = getComputedStyle(element).colorScheme;
  return /\bdark\b/.test(around) ? around : 'light';
}

export function cabinetClass(where: Place): CustomElementConstructor {
  return class extends FrameElement {
    protected readonly path = 'embed/cabinet';
    protected title_(locale: Locale): string {
      return texts[locale].cabinet;
    }
    protected get where(): Place {
      return where;
    }
  };
}

/** Takes no room until we know that this member is to be asked: nothing pops up, nothing moves (4-03). */
export function offerClass(where: Place): CustomElementConstructor {
  return class extends FrameElement {
    protected readonly path = 'embed/offer';
    override connectedCallback(): void {
      super.connectedCallback();
      this.resize(0);
    }
    protected title_(locale: Locale): string {
      return texts[locale].offer;
    }
    protected get where(): Place {
      return where;
    }
    protected override resize(height: number): void {
      super.resize(height);
      if (this.frame !== null) this.frame.inert = height === 0;
    }
  };
}
