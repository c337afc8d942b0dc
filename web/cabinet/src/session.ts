/** The session of the page, begun before anything is drawn: on a slow phone drawing takes longer than two answers. */
import { ask, type Home, keepToken, type Session } from './api.ts';
import { isFramed } from './frame.ts';

let first: Promise<Home> | null = null;

/** Begins a session and asks at once for what its first view shows. */
export async function openSession(path: string, body: unknown): Promise<void> {
  const { token } = await ask<Session>('POST', path, body);
  keepToken(token, isFramed());
  first = ask<Home>('GET', 'home');
  // Whoever shows it tells what went wrong.
  first.catch(() => null);
}

/** What the first view shows; the first answer is on its way already. */
export function askHome(): Promise<Home> {
  const asked = first ?? ask<Home>('GET', 'home');
  first = null;
  return asked;
}

/** Takes the token out of the address, where it would be copied along, and begins a session by it; null when there is none. */
export function openShown(): Promise<void> | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return openSession('sessions', { token });
}
