import type { z } from 'zod';
import type { Result } from '../domain/result.ts';
import type { Caller } from './caller.ts';
import type { Endpoint } from './endpoint.ts';
import type { Problem } from './problems.ts';

/** One request, checked by its endpoint's schemas. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The body as sent, for idempotency. */
  readonly sent: unknown;
  readonly act: ActIdentity;
  /** The network address of the other side, by TRUST_PROXY. */
  readonly address: string;
  /** What the other side says it is. */
  readonly agent: string;
}

/** Under which source and id the act of a request enters the log: a repeated Idempotency-Key gives the same id. */
export interface ActIdentity {
  readonly source: string;
  readonly eventId: string;
}

/** An answer that is JSON text already and is sent byte for byte. */
export class StoredAnswer {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A file that is sent piece by piece while it is made. */
export class StreamedAnswer {
  readonly pieces: AsyncIterable<string | Buffer>;
  readonly fileName: string;
  constructor(pieces: AsyncIterable<string | Buffer>, fileName: string) {
    this.pieces = pieces;
    this.fileName = fileName;
  }
}

/** An answer that also sets or ends the session of who asked. */
export class WithCookie<T> {
  readonly value: T;
  readonly cookie: string;
  constructor(value: T, cookie: string) {
    this.value = value;
    this.cookie = cookie;
  }
}

/** An endpoint with what answers it. */
export interface Route {
  readonly endpoint: Endpoint;
  // A method on purpose: its parameters compare loosely, so that routes of different bodies share one list.
  handle(call: Call): Promise<Result<unknown, Problem>>;
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Input<T> = T extends z.ZodType ? z.input<T> | StoredAnswer | StreamedAnswer | WithCookie<z.input<T>> : null | WithCookie<null>;

/** Ties an endpoint to its use case; the compiler checks both sides. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType | null, A extends z.ZodType | null>(
  endpoint: Endpoint<P, Q, B, A>,
  handle: (call: Call<Output<P>, Output<Q>, Output<B>>) => Promise<Result<Input<A>, Problem>>,
): Route {
  return { endpoint, handle };
}

/**
 * Serves an endpoint by the use case of another one, so that there is one way of doing a thing; `toAsked` says what is asked there. The
 * other's answer must fit this endpoint's schema, or this endpoint has none.
 */
export function forward<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType | null, A extends z.ZodType | null>(
  endpoint: Endpoint<P, Q, B, A>,
  target: Route,
  toAsked: (call: Call<Output<P>, Output<Q>, Output<B>>) => Promise<Result<Partial<Pick<Call, 'params' | 'query' | 'body'>>, Problem>>,
): Route {
  return {
    endpoint,
    handle: async (call: Call<Output<P>, Output<Q>, Output<B>>) => {
      const asked = await toAsked(call);
      return asked.ok ? target.handle({ ...call, ...asked.value }) : asked;
    },
  };
}
