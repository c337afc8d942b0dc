import { connect, type Socket } from 'node:net';
import process from 'node:process';

/**
 * A process of its own that asks for one address over many connections, each sending its next request when the last is
 * answered, and reports to its parent. Written on bare sockets: an HTTP client would take more of the machine than the
 * server it measures.
 */
export interface LoadOrder {
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  readonly durationMs: number;
}

export interface LoadReport {
  readonly answered: number;
  readonly notRedirected: number;
  readonly elapsedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const latenciesMax = 2_000_000;
const headEnd = '\r\n\r\n';

async function runLoad(order: LoadOrder): Promise<LoadReport> {
  const latencies = new Float64Array(latenciesMax);
  const tally = { answered: 0, notRedirected: 0 };
  const startedMs = performance.now();
  const endMs = startedMs + order.durationMs;
  const onAnswer = (latencyMs: number, isRedirect: boolean): boolean => {
    latencies[tally.answered % latenciesMax] = latencyMs;
    tally.answered += 1;
    if (!isRedirect) tally.notRedirected += 1;
    return performance.now() < endMs;
  };
  await Promise.all(Array.from({ length: order.connections }, () => drive(order, onAnswer)));
  const sorted = latencies.subarray(0, Math.min(tally.answered, latenciesMax)).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { ...tally, elapsedMs: performance.now() - startedMs, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function drive(order: LoadOrder, onAnswer: (latencyMs: number, isRedirect: boolean) => boolean): Promise<void> {
  const agent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
  const request = Buffer.from(`GET ${order.path} HTTP/1.1\r\nhost: localhost\r\nuser-agent: ${agent}\r\n\r\n`);
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(order.port, '127.0.0.1');
    let sentAtMs = 0;
    let head = '';
    const send = (): void => {
      sentAtMs = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    // Both answers measured have a head and no body.
    socket.on('data', (part) => {
      head += part.toString('latin1');
      if (!head.endsWith(headEnd)) return;
      const goesOn = onAnswer(performance.now() - sentAtMs, head.startsWith('HTTP/1.1 302'));
      head = '';
      if (goesOn) send();
      else socket.end();
    });
  });
}

process.once('message', (order: LoadOrder) => {
  void runLoad(order).then((report) => {
    process.send?.(report);
    process.disconnect();
  });
});
