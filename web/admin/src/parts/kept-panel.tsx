import { Tabs, type TabsProps } from '@mantine/core';
import { type MouseEvent, type ReactNode, useState } from 'react';

/** For tabs with such panels. Hidden in place: the library's other way makes a panel anew at the moment it begins to be kept. */
export const KEEPING = { keepMounted: false, keepMountedMode: 'display-none' } as const satisfies TabsProps;

/**
 * A panel of tabs that keeps what was typed or chosen in it while another tab is open. Until something was, it begins anew each time it is
 * opened, with what the server knows by then.
 */
export function KeptPanel({ value, children }: { readonly value: string; readonly children: ReactNode }) {
  const [isTouched, setTouched] = useState(false);
  const touch = () => setTouched(true);
  // A choice from a list changes no field of the page's own: it is a press on an option.
  const press = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('[role="option"]') !== null) touch();
  };
  return (
    <Tabs.Panel value={value} pt="md" keepMounted={isTouched} onChange={touch} onClick={press}>
      {children}
    </Tabs.Panel>
  );
}
