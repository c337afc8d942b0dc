import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from './api.ts';
import { isFramed } from './frame.ts';
import { currentLocale, t } from './texts.ts';

/** Drawn on a 24 × 24 ground with round strokes. */
const PATHS = {
  gear: 'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5v5M8.5 14.5v5',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7',
  native: 'M12 15V4m0 0L8 8m4-4l4 4M5 12v7h14v-7',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2',
  telegram: 'M21 4L3 11.2l5.4 2L18 7l-7.2 7.4L17 20z',
  vk: 'M4 7c.6 6.4 3.6 10 8.4 10H13V7m0 5c3-.4 5-2.4 5.6-5M13 12c3.4.4 5.6 2.6 6.4 5',
  whatsapp: 'M4 20l1.3-4A8 8 0 1 1 8.3 18.800zM9 9c.4 3 2.7 5.4 5.8 6l1.2-1.6-2-1.2-1 .8c-1-.5-1.7-1.2-2-2.200l.8-1-1-2z',
  max: 'M12 4a8 8 0 1 1-4.5 14.600L4 20l1-4A8 8 0 0 1 12 4zm0 4.500a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  email: 'M4 6h16v12H4zm0 1l8 6 8-6',
  sms: 'M4 5h16v11H10l-5 4v-4H4zM8 10h8',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Card({
  id,
  title,
  action,
  tone,
  children,
}: {
  readonly id?: string;
  readonly title: string;
  readonly action?: ComponentChildren;
  readonly tone?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section id={id} class={`card ${tone ?? ''}`}>
      <div class="head">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** A view of its own, with the way back. */
export function View({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="view">
      <a class="back" href="#/">
        <Icon name="back" />
        {t('app.back')}
      </a>
      <h1>{title}</h1>
      {children}
    </div>
  );
}

export function Skeleton() {
  return (
    <div class="skeleton" role="status" aria-label={t('app.loading')}>
      <i />
      <i />
      <i />
    </div>
  );
}

export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  return (
    <div class="card failure" role="alert">
      <p>{words(error, currentLocale())}</p>
      {onRetry === undefined ? null : (
        <button type="button" onClick={onRetry}>
          {t('app.retry')}
        </button>
      )}
    </div>
  );
}

let shown = '';
let showToast: (text: string) => void = () => undefined;
const TOAST_MS = 3_500;

/** Says something in passing, aloud to a screen reader. */
export function toast(text: string): void {
  shown = text;
  showToast(text);
}

export function toastError(error: unknown): void {
  toast(words(error, currentLocale()));
}

/** What is said is said by the last one on the page: all outside an open sheet is hidden from the eye and from a screen reader. */
export function Toast() {
  const [text, setText] = useState('');
  useEffect(() => {
    const before = showToast;
    showToast = setText;
    return () => {
      showToast = before;
      before(shown);
    };
  }, []);
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => toast(''), TOAST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  // A frame is as high as its page: only what was pressed is surely in view.
  const top = isFramed() ? document.activeElement?.getBoundingClientRect().bottom : undefined;
  return (
    <div class="toast" role="status" style={top === undefined ? {} : { top: `${top}px`, bottom: 'auto' }}>
      {text}
    </div>
  );
}

export async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A frame may have no clipboard of its own; the older way still works on a click, beside what was pressed: all outside a sheet is inert.
    const pressed = document.activeElement;
    const area = document.createElement('textarea');
    area.value = text;
    (pressed?.parentElement ?? document.body).append(area);
    area.focus({ preventScroll: true });
    area.select();
    document.execCommand('copy');
    area.remove();
    if (pressed instanceof HTMLElement) pressed.focus({ preventScroll: true });
  }
  toast(said);
}

/**
 * A sheet over the page: Escape and a tap beside it close it, the focus stays in it and comes back. In a frame, which is as high as its page,
 * it stands where it is written, under what was pressed.
 */
export function Sheet({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!isFramed()) return dialog.current?.showModal();
    const see = () => dialog.current?.scrollIntoView({ block: 'nearest' });
    dialog.current?.show();
    see();
    // The page around makes the frame higher a moment later.
    window.addEventListener('resize', see);
    return () => window.removeEventListener('resize', see);
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="sheet"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={(event) => event.key === 'Escape' && dialog.current?.close()}
    >
      <div class="sheet">
        <div class="head">
          <h2 id="sheet">{title}</h2>
          <button type="button" class="quiet small" aria-label={t('app.close')} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
      <Toast />
    </dialog>
  );
}

/** Sends, says what came of it, and takes no second press meanwhile. */
export function useSend(): readonly [isSending: boolean, send: (work: () => Promise<unknown>, said?: string) => Promise<boolean>] {
  const [isSending, setSending] = useState(false);
  const send = async (work: () => Promise<unknown>, said?: string): Promise<boolean> => {
    setSending(true);
    const done = await work().then(
      () => true,
      (error: unknown) => {
        toastError(error);
        return false;
      },
    );
    setSending(false);
    if (done && said !== undefined) toast(said);
    return done;
  };
  return [isSending, send];
}

/** A button beside the one that matters. */
export function Plain(props: { readonly disabled?: boolean; readonly onClick: () => void; readonly children: ComponentChildren }) {
  return <button type="button" class="plain" {...props} />;
}

export function Field({ label, hint, children }: { readonly label: string; readonly hint?: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children.
    <label class="field">
      <span>{label}</span>
      {children}
      {hint === undefined ? null : <small>{hint}</small>}
    </label>
  );
}
