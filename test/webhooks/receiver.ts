/** Another system on loopback that takes messages, and checks their signatures with nothing but node:crypto. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atFileEnd } from '../support/file-end.ts';

export interface Received {
  readonly path: string;
  readonly id: string;
  readonly at: Date;
  readonly signatures: readonly string[];
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a message under test is whatever came.
  readonly body: any;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** How a path answers from now on; 204 where nothing was said. */
  readonly answer: (path: string, how: (request: IncomingMessage, response: ServerResponse) => void) => void;
  readonly at: (path: string) => readonly Received[];
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('error', () => undefined);
    request.on('end', () => {
      received.push(receivedOf(request, Buffer.concat(parts).toString()));
      const how = answers.get(request.url ?? '');
      if (how === undefined) response.writeHead(204).end();
      else how(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atFileEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // Row boundary: a server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answer: (path, how) => answers.set(path, how),
    at: (path) => received.filter((each) => each.path === path),
  };
}

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(code, headers).end();
  };

/** As the specification says: HMAC-SHA256 of `id.timestamp.body` under the decoded secret, one of the signatures is ours. */
export function isSignedWith(secret: string, { id, at, signatures, text }: Received): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key)
    .update(`${id}.${at.getTime() / 1_000}.${text}`)
    .digest();
  return signatures.some((signature) => {
    const [version, given = ''] = signature.split(',');
    const bytes = Buffer.from(given, 'base64');
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
}

function receivedOf(request: IncomingMessage, text: string): Received {
  const header = (name: string): string => String(request.headers[name]);
  return {
    path: request.url ?? '',
    id: header('webhook-id'),
    at: new Date(Number(header('webhook-timestamp')) * 1_000),
    signatures: header('webhook-signature').split(' '),
    text,
    body: JSON.parse(text),
  };
}
