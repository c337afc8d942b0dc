import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartRefused } from '../start-refused.ts';
import { systemErrorCode } from '../system-error.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** The bound port. It answers "starting" until a handler is handed over. */
export interface Door {
  /** http://HOST:PORT with the port that was bound. */
  readonly url: string;
  handOver(handler: RequestHandler): void;
  /** Accepts nothing new, waits for the answers in flight up to `drainLimitMs`, then cuts what is left. */
  close(drainLimitMs: number): Promise<void>;
}

/** Binds before anything heavy is done, so that a taken port is told at once and nothing else has been touched. */
export async function openDoor(address: { readonly host: string; readonly port: number }): Promise<Door> {
  let handler: RequestHandler = answerStarting;
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 }, (request, response) =>
    handler(request, response),
  );
  const port = await listen(server, address);
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return {
    url: `http://${['0.0.0.0', '[::]'].includes(host) ? 'localhost' : host}:${port}`,
    handOver: (next) => {
      handler = next;
    },
    close: (drainLimitMs) => drain(server, drainLimitMs),
  };
}

function listen(server: Server, address: { readonly host: string; readonly port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new StartRefused(sayWhy(error, address))));
    server.listen(address.port, address.host, () => resolve(boundPort(server.address())));
  });
}

function boundPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}

function sayWhy(error: Error, { host, port }: { readonly host: string; readonly port: number }): string {
  switch (systemErrorCode(error)) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is already used by another program: end it, or set PORT to another port.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is not an address of this machine.`;
    default:
      return `Port ${port} on ${host} cannot be used: ${error.message}.`;
  }
}

function answerStarting(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/health/live') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"live"}');
    return;
  }
  const body = { type: 'about:blank', title: 'Service unavailable', status: 503, code: 'starting', detail: 'The server is starting.' };
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' }).end(JSON.stringify(body));
}

function drain(server: Server, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection that becomes idle after this moment would be kept alive; hence the repeated look.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const limit = setTimeout(() => server.closeAllConnections(), limitMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(limit);
      resolve();
    });
  });
}
