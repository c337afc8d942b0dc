import { useEffect, useState } from 'react';
import { copyOf, idsIn, inserted, placesOf, without } from '../../document/list-items.ts';
import { isList, isRecord, type Json, withValue } from '../../document/pointer.ts';
import { freshValue, named, useDesk, usePlace, useWords } from './draft-context.tsx';
import type { Shape } from './shape-type.ts';

type ListShape = Extract<Shape, { kind: 'list' }>;
type Tool = 'up' | 'down' | 'copy' | 'remove';

interface Removed {
  readonly index: number;
  readonly item: Json;
  /** The list without it: once that changes otherwise, there is nothing to put back into. */
  readonly left: readonly Json[];
}

export interface ListActs {
  readonly items: readonly Json[];
  readonly add: () => void;
  readonly move: (index: number, by: 1 | -1) => void;
  readonly duplicate: (index: number) => void;
  readonly remove: (index: number) => void;
  /** What was taken out last, while it can be put back. */
  readonly removed: Removed | null;
  readonly restore: () => void;
  /** What was just done, for who does not see it. */
  readonly said: string;
}

/** What may be done with the items of a list. The keyboard stays with the item it was on, wherever it goes. */
export function useListActs(shape: ListShape, path: string): ListActs {
  const words = useWords();
  const { document: whole, currency, toggle, relocate } = useDesk();
  const { value, set } = usePlace(path);
  const items = isList(value) ? value : NO_ITEMS;
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [said, setSaid] = useState('');
  const aim = useAim(path);
  const name = (index: number) => `${words.label(shape.name)} ${index + 1}`;
  const arrange = (next: readonly Json[], places: readonly number[]) => {
    set(next);
    relocate(path, places);
  };
  const open = (index: number) => {
    if (shape.look === 'cards') toggle(`${path}/${index}`);
  };
  return {
    items,
    add: () => {
      set([...items, freshValue(shape.blank, currency, idsIn(whole))]);
      open(items.length);
      aim(items.length, ['inside', 'remove']);
    },
    move: (index, by) => {
      const place = (list: readonly Json[]) => inserted(without(list, index), index + by, list[index]);
      arrange(place(items), place(placesOf(items)).map(Number));
      setSaid(words.t('editor.moved', { name: name(index), number: index + by + 1 }));
      aim(index + by, by === -1 ? ['up', 'down'] : ['down', 'up']);
    },
    duplicate: (index) => {
      const copy = copyOf(items[index], idsIn(whole));
      arrange(inserted(items, index + 1, renamed(copy)), inserted(placesOf(items), index + 1, -1).map(Number));
      open(index + 1);
      setSaid(words.t('editor.copied', { name: name(index), number: index + 2 }));
      aim(index + 1, ['copy']);
    },
    remove: (index) => {
      const left = without(items, index);
      arrange(left, without(placesOf(items), index).map(Number));
      setRemoved({ index, item: items[index], left });
    },
    removed: removed !== null && removed.left === items ? removed : null,
    restore: () => {
      if (removed === null) return;
      const { index, item } = removed;
      arrange(inserted(items, index, item), inserted(placesOf(items), index, -1).map(Number));
      setRemoved(null);
      setSaid(words.t('editor.restored', { name: name(index) }));
      aim(index, ['remove']);
    },
    said,
  };
}

const NO_ITEMS: readonly Json[] = [];

/** Two of one name would be taken for each other. */
function renamed(item: Json): Json {
  if (!isRecord(item) || !isRecord(item['name'])) return item;
  return withValue(item, '/name', named('editor.copyName', item['name']));
}

/** Puts the keyboard on a tool of an item once it stands where it shall. */
function useAim(path: string) {
  const [target, setTarget] = useState<{ readonly index: number; readonly tools: readonly (Tool | 'inside')[] } | null>(null);
  useEffect(() => {
    if (target === null) return;
    const frame = requestAnimationFrame(() => {
      const at = `${path}/${target.index}`;
      const found = target.tools.flatMap((tool) => [...document.querySelectorAll<HTMLElement>(selectorOf(at, tool))]);
      found[0]?.focus();
      setTarget(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [target, path]);
  return (index: number, tools: readonly (Tool | 'inside')[]) => setTarget({ index, tools });
}

function selectorOf(path: string, tool: Tool | 'inside'): string {
  const place = `[data-path="${CSS.escape(path)}"]`;
  return tool === 'inside' ? `${place} :is(input, textarea)` : `[data-tool="${CSS.escape(`${path} ${tool}`)}"]:not(:disabled)`;
}
