/** The one way to the API: same host, the member's session, problems as they are. */
import type { Schemas } from '../../../sdk/src/client.ts';
import { type LocalizedText, read, t, write } from './texts.ts';

export type Home = Schemas['CabinetHome'];
export type Program = Schemas['CabinetProgram'];
export type Friend = Schemas['CabinetFriend'];
export type Entry = Schemas['CabinetEntry'];
export type Claim = Schemas['FriendClaim'];
export type Share = Schemas['CabinetShare'];
export type Terms = Schemas['Terms'];
export type Door = Schemas['CabinetDoor'];
export type Wishes = Schemas['MemberWishes'];
export type Payee = Schemas['Payee'];
export type Payout = Schemas['CabinetPayout'];
export type Introduction = Schemas['Introduction'];
export type Session = Schemas['MemberSession'];
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Thrown for every answer that is not 2xx; status 0 = the server could not be reached. */
export class ApiError extends Error {
  readonly code: string;
  readonly text: LocalizedText | null;
  readonly field: string | null;

  constructor(code: string, text: LocalizedText | null, field: string | null) {
    super(code);
    this.code = code;
    this.text = text;
    this.field = field;
  }
}

const TOKEN = 'sarafan-member';
let token: string | null = null;
let onOver: () => void = () => undefined;

/** In a frame the session lives in memory only: nothing is left behind in a foreign page. */
export function keepToken(value: string | null, isFramed: boolean): void {
  token = value;
  if (!isFramed) write(TOKEN, value);
}

export function recallToken(): boolean {
  token = read(TOKEN);
  return token !== null;
}

/** Called when the server no longer knows the session. */
export function whenOver(call: () => void): void {
  onOver = call;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export async function ask<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const answer = await send(method, path, body);
  if (answer.status === 204) return undefined as T;
  const json: unknown = await answer.json().catch(() => null);
  // Wire boundary: the answer's shape is the contract's, which the server checks before it sends.
  if (answer.ok) return json as T;
  const problem = readProblem(json);
  if (problem.code === 'member_session_over') onOver();
  throw problem;
}

/** A file to keep. */
export async function download(path: string, name: string): Promise<void> {
  const answer = await send('GET', path);
  if (!answer.ok) throw readProblem(await answer.json().catch(() => null));
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Of a business among several: its slug stands in the address. */
const shop = /^\/t\/([^/]+)\//.exec(location.pathname)?.[1];

function send(method: Method, path: string, body?: unknown): Promise<Response> {
  return fetch(`/v1/cabinet/${path}`, {
    method,
    credentials: 'omit',
    headers: {
      'x-sarafan-console': '1',
      ...(shop === undefined ? {} : { 'x-sarafan-shop': shop }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiError('unreached', null, null);
  });
}

function readProblem(json: unknown): ApiError {
  if (typeof json !== 'object' || json === null || !('code' in json) || !('text' in json)) return new ApiError('failed', null, null);
  const { code, text } = json;
  const field = 'field' in json && typeof json.field === 'string' ? json.field : null;
  return new ApiError(String(code), isText(text) ? text : null, field);
}

function isText(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && 'ru' in value && 'en' in value;
}

/** What went wrong, in the reader's language. */
export function words(error: unknown, locale: 'ru' | 'en'): string {
  if (error instanceof ApiError && error.text !== null) return error.text[locale];
  return error instanceof ApiError && error.code === 'unreached' ? t('app.unreached') : t('app.failed');
}
