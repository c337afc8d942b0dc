/** The one script a shop puts into its pages: keeps the click's id, and fetches the elements when the page uses one. */
import { clickId, startClickId } from './click-id.ts';

/** Written by the build: path of the file that holds the elements. */
declare const __SARAFAN_ELEMENTS__: string;

const TAGS = 'sarafan-cabinet,sarafan-share,sarafan-offer';

function start(script: HTMLScriptElement): void {
  const place = new URL('.', script.src).href;
  startClickId(script.dataset['consent']);
  Object.defineProperty(window, 'sarafan', { value: Object.freeze({ clickId }), configurable: true });
  const watch = new MutationObserver(load);
  function load(): void {
    if (document.querySelector(TAGS) === null) return;
    watch.disconnect();
    void import(/* @vite-ignore */ new URL(__SARAFAN_ELEMENTS__, script.src).href).then((elements: ElementsModule) =>
      elements.define({ place, key: script.dataset['key'] ?? null }),
    );
  }
  watch.observe(document.documentElement, { childList: true, subtree: true });
  load();
}

interface ElementsModule {
  readonly define: (where: { readonly place: string; readonly key: string | null }) => void;
}

if (document.currentScript instanceof HTMLScriptElement) start(document.currentScript);
