import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask } from './api.ts';
import { toastError } from './parts.tsx';

/** What the API says at a path; null until then. With what puts another answer in its place, and what asks again. */
export function useAnswer<T>(path: string): readonly [T | null, (answer: T) => void, () => void] {
  const [answer, setAnswer] = useState<T | null>(null);
  const load = useCallback(() => void ask<T>('GET', path).then(setAnswer, toastError), [path]);
  useEffect(load, [load]);
  return [answer, setAnswer, load];
}
