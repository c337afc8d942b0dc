import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';

export interface RowKeys {
  readonly current: number;
  readonly setCurrent: (index: number) => void;
  readonly selected: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly selectAll: (isAll: boolean) => void;
}

interface Keys {
  readonly ids: readonly string[];
  readonly maySelect: boolean;
  readonly onYes: (() => void) | null;
  readonly onNo: (() => void) | null;
  readonly onHelp: () => void;
}

/** j and k walk, x selects, a and d decide, Enter opens, ? helps. Not while somebody types. */
export function useRowKeys({ ids, maySelect, onYes, onNo, onHelp }: Keys): RowKeys {
  const [walked, setCurrent] = useState(0);
  const current = Math.min(walked, Math.max(ids.length - 1, 0));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = new Set(ids.filter((id) => chosen.has(id)));
  const walk = (steps: number) => {
    const next = Math.min(Math.max(current + steps, 0), Math.max(ids.length - 1, 0));
    setCurrent(next);
    document.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
  };
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  // A stray letter decides nothing: somebody has stepped onto a row or chosen some.
  const isMeant = (target: EventTarget | null) =>
    selected.size > 0 || (target instanceof HTMLElement && target.closest('[data-row]') !== null);
  const actOf = ({ key, code, target }: KeyboardEvent): (() => void) | null => {
    if (key === '?') return onHelp;
    // Of a row alone: on a button or a link inside it Enter is theirs.
    if (key === 'Enter') return target instanceof HTMLElement && target.dataset['row'] !== undefined ? () => openRow(target) : null;
    // By the key's place, so that a Russian layout is no hindrance.
    switch (code) {
      case 'KeyJ':
        return () => walk(1);
      case 'KeyK':
        return () => walk(-1);
      case 'KeyX':
        return maySelect ? () => toggle(ids[current] ?? '') : null;
      case 'KeyA':
        return isMeant(target) ? onYes : null;
      case 'KeyD':
        return isMeant(target) ? onNo : null;
      default:
        return null;
    }
  };
  useWindowEvent('keydown', (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]') !== null)
      return;
    const act = actOf(event);
    if (act === null) return;
    event.preventDefault();
    act();
  });
  return {
    current,
    setCurrent,
    selected,
    toggle,
    selectAll: (isAll) => setChosen(isAll ? new Set(ids) : new Set()),
  };
}

function openRow(row: HTMLElement): void {
  row.querySelector<HTMLElement>('a[href]')?.click();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;
}
