/** What the page of files says to the API. */
import { ApiError, ask } from '../api.ts';
import type { ApiProblem } from '../problem-words.ts';

export type FileKind = 'orders' | 'refunds' | 'customers';

export interface Reading {
  readonly columns: readonly { readonly column: string; readonly header: string | null }[];
  readonly currency?: string;
  readonly timeZone?: string;
  readonly decimalMark?: '.' | ',';
  readonly dateOrder: 'dmy' | 'mdy';
}

export interface Upload {
  readonly id: string;
  readonly kind: FileKind;
  readonly source: string | null;
  readonly fileName: string;
  readonly status: 'receiving' | 'ready' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly counts: {
    readonly rows: number;
    readonly imported: number;
    readonly known: number;
    readonly failed: number;
    readonly problems: number;
  } | null;
  readonly share: number;
  readonly rowsPerSecond: number | null;
  readonly problems: readonly FileProblem[];
  readonly hasReport: boolean;
  readonly createdAt: string;
}

export interface FileProblem {
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
  readonly text: { readonly ru: string; readonly en: string };
}

export interface Preview {
  readonly format: { readonly encoding: string; readonly delimiter: string } | null;
  readonly header: readonly string[];
  readonly columns: readonly { readonly column: string; readonly need: 'always' | 'oneOf' | null; readonly header: string | null }[];
  readonly rows: readonly {
    readonly row: number;
    readonly orderId: string | null;
    readonly customer: string | null;
    readonly occurredAt: string | null;
    readonly status: string | null;
    readonly amount: { readonly amountMinor: string; readonly currency: string } | null;
    readonly code: string | null;
  }[];
  readonly problems: readonly FileProblem[];
  readonly rowsLookedAt: number;
}

export interface Source {
  readonly name: string;
  readonly kind: FileKind;
  readonly mode: 'history' | 'earn';
  readonly reading: Reading;
  readonly programId: string | null;
  readonly watchesFolder: boolean;
  readonly folder: string;
  readonly url: string | null;
  readonly fetchAt: string | null;
  readonly nextFetchAt: string | null;
  readonly lastError: { readonly text: { readonly ru: string; readonly en: string } } | null;
}

export const FILE_BYTES_MAX = 209_715_200;
/** Small enough for a slow line within the server's patience. */
const PART_BYTES = 4_194_304;
const TRIES = 3;

/** Sends a file part by part; a part that is cut off is sent again. */
export async function sendFile(file: File, kind: FileKind, onShare: (share: number) => void): Promise<Upload> {
  const isLast = (end: number): boolean => end >= file.size;
  const first = await sendPart(
    'POST',
    `/v1/uploads?kind=${kind}&name=${encodeURIComponent(file.name.slice(0, 200))}${isLast(PART_BYTES) ? '' : '&more=true'}`,
    file.slice(0, PART_BYTES),
  );
  let upload = first;
  for (let offset = PART_BYTES; offset < file.size; offset += PART_BYTES) {
    onShare(offset / file.size);
    const more = isLast(offset + PART_BYTES) ? '' : '&more=true';
    upload = await sendPart('PUT', `/v1/uploads/${first.id}/content?offset=${offset}${more}`, file.slice(offset, offset + PART_BYTES));
  }
  return upload;
}

async function sendPart(method: 'POST' | 'PUT', path: string, body: Blob, tries = TRIES): Promise<Upload> {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { 'x-sarafan-console': '1', 'content-type': 'application/octet-stream' },
    body,
  }).catch(() => null);
  if (answer === null && tries > 1 && method === 'PUT') return sendPart(method, path, body, tries - 1);
  const json: unknown = await answer?.json().catch(() => null);
  // Wire boundary: the answer's shape is the contract's, which the server checks before it sends.
  if (answer?.ok === true) return json as Upload;
  throw new ApiError(json as ApiProblem);
}

export function preview(id: string, kind: FileKind, reading: Reading): Promise<Preview> {
  return ask<Preview>('POST', `/v1/uploads/${id}/preview`, { kind, reading });
}
