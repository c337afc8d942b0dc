import { useEffect, useState } from 'react';
import { relocated } from '../../document/list-items.ts';
import type { Tab } from './editor-place.ts';
import { sectionOf } from './shape-sections.ts';

/** Which items are open, and the way from a finding to its field: the tab, the item around it, the field itself. */
export function useShow(openTab: (tab: Tab) => unknown) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (target === null) return;
    const frame = requestAnimationFrame(() => {
      const place = nearestPlace(target);
      place?.scrollIntoView({ block: 'center' });
      place?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
      setTarget(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  const toggle = (path: string) =>
    setOpened((before) => (before.has(path) ? new Set([...before].filter((each) => each !== path)) : new Set([...before, path])));
  const show = (path: string) => {
    const section = sectionOf(path);
    if (section !== null) openTab(section);
    const around = path
      .split('/')
      .map((_, index, steps) => steps.slice(0, index + 1).join('/'))
      .filter((each) => /\/\d+$/.test(each));
    setOpened((before) => new Set([...before, ...around]));
    setTarget(path);
  };
  const relocate = (listPath: string, places: readonly number[]) => setOpened((before) => relocated(before, listPath, places));
  return { opened, toggle, show, relocate };
}

function nearestPlace(path: string): HTMLElement | null {
  if (path === '') return null;
  return document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ?? nearestPlace(path.slice(0, path.lastIndexOf('/')));
}
