/** The document under the owner's hands, with every step back. Typing into one field is one step. */
import { useReducer, useState } from 'react';
import { type Json, withValue } from '../../document/pointer.ts';

const MAX_STEPS = 200;

interface History {
  readonly past: readonly Json[];
  readonly now: Json;
  readonly future: readonly Json[];
  /** The field being typed into; null after anything else. */
  readonly typingAt: string | null;
}

type Act =
  | { readonly kind: 'set'; readonly path: string; readonly value: Json }
  | { readonly kind: 'replace'; readonly document: Json }
  | { readonly kind: 'undo' | 'redo' };

function next(history: History, act: Act): History {
  const { past, now, future } = history;
  switch (act.kind) {
    case 'set': {
      const changed = withValue(now, act.path, act.value);
      const isTyping = history.typingAt === act.path && typeof act.value !== 'object';
      return { past: isTyping ? past : [...past, now].slice(-MAX_STEPS), now: changed, future: [], typingAt: act.path };
    }
    case 'replace':
      return { past: [...past, now].slice(-MAX_STEPS), now: act.document, future: [], typingAt: null };
    case 'undo': {
      const before = past.at(-1);
      return before === undefined ? history : { past: past.slice(0, -1), now: before, future: [now, ...future], typingAt: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      return after === undefined ? history : { past: [...past, now], now: after, future: rest, typingAt: null };
    }
  }
}

export interface Draft {
  readonly document: Json;
  readonly set: (path: string, value: Json) => void;
  readonly replace: (document: Json) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What is being written as text and is not in the document yet, whichever tab is open; null where nothing is. */
  readonly typing: TypedText | null;
  readonly type: (text: string | null) => void;
}

interface TypedText {
  readonly text: string;
  /** The document it began from: what has changed since would be lost with it. */
  readonly of: Json;
}

export function useDraft(first: Json): Draft {
  const [typing, setTyping] = useState<TypedText | null>(null);
  const [history, act] = useReducer(next, { past: [], now: first, future: [], typingAt: null });
  return {
    document: history.now,
    set: (path, value) => act({ kind: 'set', path, value }),
    replace: (document) => act({ kind: 'replace', document }),
    undo: () => act({ kind: 'undo' }),
    redo: () => act({ kind: 'redo' }),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    typing,
    type: (text) => setTyping((before) => (text === null ? null : { text, of: before?.of ?? history.now })),
  };
}
