import { type RefObject, useEffect, useRef } from 'react';

/** Of a form: whenever `refusals` are others, its first field marked wrong comes into sight and gets the keyboard. */
export function useWrongField<T extends HTMLElement>(...refusals: readonly unknown[]): RefObject<T | null> {
  const form = useRef<T>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they say is drawn by the form; here they only tell that it was refused again.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), refusals);
  return form;
}
