import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ProblemCode } from '../contract/problem-kinds.ts';
import { problem } from '../contract/problems.ts';
import { StartRefused } from '../start-refused.ts';
import { systemErrorCode } from '../system-error.ts';
import { answerStarting } from './answer-starting.ts';
import { problemAnswer } from './problem-reply.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** The bound port. It answers "starting" until a handler is handed over. */
export interface Door {
  /** http://HOST:PORT with the port that was bound. */
  readonly url: string;
  handOver(handler: RequestHandler): void;
  /** Answers "starting" again, waits for the answers in flight up to `drainLimitMs`, then cuts what is left. The port stays bound. */
  takeBack(drainLimitMs: number): Promise<void>;
  /** Accepts nothing new, waits for the answers in flight up to `drainLimitMs`, then cuts what is left. */
  close(drainLimitMs: number): Promise<void>;
}

/** How long a request may take to arrive, and how often that is looked at. */
export interface ArrivalLimits {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
}

export interface DoorOptions {
  readonly arrival?: ArrivalLimits;
  /** Told the code of each problem answered here, where no route counts it: one of a handful, and nothing that was sent. */
  readonly countProblem?: (code: ProblemCode | 'starting') => void;
}

/** What `securityHeaders` puts on every answer of a route, where there is none. */
const SAFE_HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } as const;
const ARRIVAL: ArrivalLimits = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };

/** Binds before anything heavy is done, so that a taken port is told at once and nothing else has been touched. */
export async function openDoor(address: { readonly host: string; readonly port: number }, options: DoorOptions = {}): Promise<Door> {
  const { arrival = ARRIVAL, countProblem = () => undefined } = options;
  const starting: RequestHandler = (request, response) => answerStarting(request, response, () => countProblem('starting'));
  let handler = starting;
  const answers = new WeakMap<Duplex, ServerResponse>();
  const underWay: UnderWay = new Map();
  const take: RequestHandler = (request, response) => {
    answers.set(request.socket, response);
    keepUnderWay(underWay, request.socket, response);
    if (isHostMissing(request)) refuseHostless(request, response, countProblem);
    else handler(request, response);
  };
  // Node would answer a request without Host, and one that expects what nobody offers, with a bare status.
  const server = createServer({ ...arrival, keepAliveTimeout: 65_000, requireHostHeader: false }, take);
  server.on('checkExpectation', take);
  server.on('clientError', (error, socket) => refuseUnreadable(error, { socket, last: answers.get(socket) }, countProblem));
  const port = await listen(server, address);
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return {
    url: `http://${['0.0.0.0', '[::]'].includes(host) ? 'localhost' : host}:${port}`,
    handOver: (next) => {
      handler = next;
    },
    takeBack: (drainLimitMs) => {
      handler = starting;
      return waitForAnswers(underWay, drainLimitMs);
    },
    close: (drainLimitMs) => drain(server, drainLimitMs),
  };
}

/** By connection: an answer that is behind another one when their connection ends is never told so itself. */
type UnderWay = Map<Duplex, Set<ServerResponse>>;

function keepUnderWay(underWay: UnderWay, socket: Duplex, response: ServerResponse): void {
  const known = underWay.get(socket);
  const own = known ?? new Set();
  if (known === undefined) {
    underWay.set(socket, own);
    socket.once('close', () => underWay.delete(socket));
  }
  own.add(response);
  response.once('close', () => own.delete(response));
}

async function waitForAnswers(underWay: UnderWay, limitMs: number): Promise<void> {
  const waiting = [...underWay].filter(([, responses]) => responses.size > 0);
  const limit = setTimeout(() => {
    for (const [socket] of waiting) socket.destroy();
  }, limitMs);
  const closeOf = (closing: Duplex | ServerResponse) => new Promise((resolve) => closing.once('close', resolve));
  await Promise.all(waiting.map(([socket, responses]) => Promise.race([closeOf(socket), Promise.all([...responses].map(closeOf))])));
  clearTimeout(limit);
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

type CountProblem = NonNullable<DoorOptions['countProblem']>;

function isHostMissing({ httpVersion, headers }: IncomingMessage): boolean {
  return httpVersion === '1.1' && headers.host === undefined;
}

function refuseHostless(request: IncomingMessage, response: ServerResponse, count: CountProblem): void {
  count('bad_request');
  const { status, headers, text } = problemAnswer(problem('bad_request', 'Host'), {
    acceptLanguage: request.headers['accept-language'],
    instance: null,
  });
  const closing = { connection: 'close', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { ...headers, ...SAFE_HEADERS, ...closing }).end(text);
}

/** What came could not be read as HTTP, or not in time: there is no request to answer, only a socket, which is closed. Nothing of it is logged. */
function refuseUnreadable(
  error: Error,
  { socket, last }: { readonly socket: Duplex; readonly last: ServerResponse | undefined },
  count: CountProblem,
): void {
  // Written into the middle of an answer, a second one would be taken for its rest.
  const isAnswering = last?.headersSent === true && !last.writableFinished;
  if (systemErrorCode(error) === 'ECONNRESET' || !socket.writable || isAnswering) {
    socket.destroy();
    return;
  }
  const code = codeOfUnreadable(error);
  count(code);
  const { status, headers, text } = problemAnswer(problem(code), { acceptLanguage: undefined, instance: null });
  const lines = Object.entries({ ...headers, ...SAFE_HEADERS, connection: 'close', 'content-length': String(Buffer.byteLength(text)) });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`)].join('\r\n');
  socket.end(`${head}\r\n\r\n${text}`, () => socket.destroy());
}

function codeOfUnreadable(error: Error): ProblemCode {
  switch (systemErrorCode(error)) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 'request_timeout';
    case 'HPE_HEADER_OVERFLOW':
      return 'header_too_large';
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 'body_too_large';
    default:
      return 'bad_request';
  }
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
