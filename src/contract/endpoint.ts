import { z } from 'zod';

/**
 * Who may call an endpoint. `read`, `write`, `staff`, `admin`: a secret key with that scope. `publishable`: any key, also
 * one a shop puts into its pages. `session`: a person signed in to the console, about themselves. `member`: a member signed in to their
 * cabinet. `anyone`: no key, as when signing in; its use case throttles.
 */
export type Access = 'read' | 'write' | 'staff' | 'admin' | 'publishable' | 'session' | 'member' | 'anyone';

/** One path and method of the API: the single source of its check, its types and its place in openapi.json. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType | null = z.ZodType | null,
  Answer extends z.ZodType | null = z.ZodType | null,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` parameters, as in OpenAPI. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  readonly params: Params;
  readonly query: Query;
  /** Null: no body is read. */
  readonly body: Body;
  readonly status: 200 | 201 | 202 | 204;
  /** Null: 204 without a body. */
  readonly answer: Answer;
  /** Of the answer when it is not JSON: a file, whose schema is a string. */
  readonly mediaType?: 'text/csv' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  /** Whether `Idempotency-Key` is honoured. */
  readonly idempotencyKey: boolean;
  /** Fields of the answer that the first caller alone may see: a repeat under the same key gets null. */
  readonly shownOnce?: readonly string[];
  /** The body schema is for the document only: the use case decodes the body itself, item by item. */
  readonly isBodyDecodedByUseCase?: true;
  /** The body is bytes of any type: the use case gets them as a stream in `sent`, and counts them itself. */
  readonly takesBytes?: true;
  /** Prepares what somebody else puts in force: of an `admin` endpoint, roles that change its room may call it as well (ADR 0014). */
  readonly isDraftWork?: true;
  /** Bytes; 256 kB when absent. */
  readonly bodyLimit?: number;
}

/** Keeps the types of the schemas; changes nothing. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType | null, A extends z.ZodType | null>(
  definition: Endpoint<P, Q, B, A>,
): Endpoint<P, Q, B, A> {
  return definition;
}

/** Whether the body names who acts. */
export function takesActor({ body }: Pick<Endpoint, 'body'>): boolean {
  const inner = body instanceof z.ZodOptional ? body.unwrap() : body;
  return inner instanceof z.ZodObject && 'actor' in inner.shape;
}
