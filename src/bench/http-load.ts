/**
 * A process of its own that drives one address over many connections, each sending its next request when the last is answered, and
 * reports to its parent. On bare sockets: an HTTP client would take more of the machine than the server it measures.
 */
import { connect } from 'node:net';
import process from 'node:process';

export interface LoadOrder {
  readonly port: number;
  readonly method: 'GET' | 'POST';
  /** With `{n}` where each request counts up, from `from`. */
  readonly path: string;
  /** Asked in turn instead of `path`. */
  readonly paths: readonly string[] | null;
  readonly key: string | null;
  readonly connections: number;
  readonly durationMs: number;
  /** Orders with a referral: one an event request, `batch` an envelope of that many. With a buyer all orders are theirs, and nobody brought them. */
  readonly events: { readonly batch: number; readonly from: number; readonly referrers: number; readonly buyer: string | null } | null;
  /** People of the business who sign in one after another, each from a network of their own. */
  readonly signIns: { readonly accounts: number; readonly password: string } | null;
  /** After an answer of this status a connection waits before it asks again, as people do; it counts as turned away, not as wrong. */
  readonly patience: { readonly status: number; readonly pauseMs: number } | null;
  readonly from: number;
  readonly modulo: number;
  readonly expectStatus: number;
}

export interface LoadReport {
  readonly answered: number;
  readonly wrong: number;
  readonly firstWrong: string;
  readonly turnedAway: number;
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const LATENCIES_MAX = 4_000_000;
const AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

async function runLoad(order: LoadOrder): Promise<LoadReport> {
  const latencies = new Float64Array(LATENCIES_MAX);
  const tally = { answered: 0, wrong: 0, firstWrong: '', turnedAway: 0 };
  let count = 0;
  const startedMs = performance.now();
  const endMs = startedMs + order.durationMs;
  const nextRequest = (): Buffer => requestOf(order, count++);
  const onAnswer: OnAnswer = (latencyMs, status, text) => {
    if (status === order.patience?.status) {
      tally.turnedAway += 1;
      return performance.now() < endMs ? order.patience.pauseMs : null;
    }
    latencies[tally.answered % LATENCIES_MAX] = latencyMs;
    tally.answered += 1;
    if (status !== order.expectStatus) {
      tally.wrong += 1;
      tally.firstWrong ||= text.slice(0, 400);
    }
    return performance.now() < endMs ? 0 : null;
  };
  await Promise.all(Array.from({ length: order.connections }, () => drive(order.port, nextRequest, onAnswer)));
  const sorted = latencies.subarray(0, Math.min(tally.answered, LATENCIES_MAX)).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { ...tally, elapsedMs: performance.now() - startedMs, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** How long to wait before the next request, milliseconds; null to end. */
type OnAnswer = (latencyMs: number, status: number, text: string) => number | null;

function requestOf(order: LoadOrder, count: number): Buffer {
  const auth = order.key === null ? '' : `authorization: Bearer ${order.key}\r\n`;
  const template = order.paths?.[count % order.paths.length] ?? order.path;
  const path = template.replace('{n}', String(order.from + (count % order.modulo)));
  const body = order.events !== null ? eventsBody(order.events, count) : order.signIns !== null ? signInBody(order.signIns, count) : '';
  const page = order.signIns === null ? '' : pageHeaders(count);
  const bodyHead = body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`${order.method} ${path} HTTP/1.1\r\nhost: localhost\r\nuser-agent: ${AGENT}\r\n${auth}${page}${bodyHead}\r\n${body}`);
}

function signInBody({ accounts, password }: NonNullable<LoadOrder['signIns']>, count: number): string {
  return JSON.stringify({ email: `staff-${count % accounts}@bench.example`, password });
}

/** As the console's own page asks, through a proxy that names the visitor. */
function pageHeaders(count: number): string {
  return `x-sarafan-console: 1\r\nsec-fetch-site: same-origin\r\nx-forwarded-for: 10.${(count >> 8) % 256}.${count % 256}.7\r\n`;
}

function eventsBody(events: NonNullable<LoadOrder['events']>, count: number): string {
  const first = events.from + count * events.batch;
  const textOf = (n: number): string => (events.buyer === null ? eventText(n, events.referrers) : repeatText(n, events.buyer));
  if (events.batch === 1) return textOf(first);
  const texts = Array.from({ length: events.batch }, (_, index) => textOf(first + index));
  return `{"events":[${texts.join(',')}]}`;
}

/** A new customer's first order with a friend's code: two rewards, the dearest common event. */
function eventText(n: number, referrers: number): string {
  return `{"id":"e-${n}","type":"order.paid","occurredAt":"2026-11-20T12:00:00Z","customer":{"externalId":"c-${n}","email":"c${n}@example.com"},"order":{"id":"o-${n}","total":{"amountMinor":"300000","currency":"RUB"},"channel":"web"},"attribution":{"code":"BENCH${n % referrers}X"}}`;
}

/** One more order of somebody who has bought before. */
function repeatText(n: number, buyer: string): string {
  return `{"id":"e-${n}","type":"order.paid","occurredAt":"2026-11-20T12:00:00Z","customer":{"externalId":"${buyer}"},"order":{"id":"o-${n}","total":{"amountMinor":"300000","currency":"RUB"},"channel":"web"}}`;
}

function drive(port: number, nextRequest: () => Buffer, onAnswer: OnAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let sentAtMs = 0;
    let parts: Buffer[] = [];
    let missing = -1;
    const send = (): void => {
      const request = nextRequest();
      sentAtMs = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (part) => {
      parts.push(part);
      if (missing < 0) missing = bytesMissing(Buffer.concat(parts));
      else missing -= part.length;
      if (missing !== 0) return;
      const text = Buffer.concat(parts).toString('latin1', 0, 2_000);
      parts = [];
      missing = -1;
      const waitMs = onAnswer(performance.now() - sentAtMs, Number(text.slice(9, 12)), text);
      if (waitMs === null) socket.end();
      else if (waitMs === 0) send();
      else setTimeout(send, waitMs);
    });
  });
}

/** Bytes of the answer still to come; −1 while its head is not whole. */
function bytesMissing(received: Buffer): number {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return -1;
  const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, headEnd))?.[1];
  return headEnd + 4 + Number(length ?? 0) - received.length;
}

process.once('message', (order: LoadOrder) => {
  void runLoad(order).then((report) => {
    process.send?.(report);
    process.disconnect();
  });
});
