/** The client itself against servers of its own: it connects to what was checked, and to nothing else (reliability.md 2, SSRF). */

import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { createWebhookClient, type ResolveName } from '../../src/webhooks/webhook-client.ts';
import { openReceiver } from './receiver.ts';
import { selfSigned } from './self-signed.ts';
import { QUICK } from './webhook-shop.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

const never = new AbortController().signal;
const sent = { headers: { 'content-type': 'application/json' }, body: '{}' };

/** Answers in turn, and remembers how often it was asked. */
function resolver(...answers: readonly (readonly string[])[]): { readonly resolve: ResolveName; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    resolve: async (name) => {
      asked.push(name);
      return answers[Math.min(asked.length, answers.length) - 1] ?? [];
    },
  };
}

describe('a name that leads inside', () => {
  const rules = { ports: [443], allowPrivate: ['127.0.0.1'] };

  it.each([
    [['127.0.0.2']],
    [['169.254.169.254']],
    [['10.0.0.1']],
    [['::1']],
    [['::ffff:127.0.0.2']],
    [['64:ff9b::7f00:2']],
    [['2002:7f00:2::1']],
    [['not an address']],
    [[]],
  ])('is refused when it means %j', async (addresses) => {
    const { resolve } = resolver(addresses);
    const client = createWebhookClient({ rules, ...QUICK, resolveName: resolve });
    expect(await client.post({ url: 'https://shop.example/', ...sent }, never)).toEqual({ kind: 'failed', error: 'address-not-allowed' });
  });

  it('is refused when but one of its addresses is inside', async () => {
    const { resolve } = resolver(['127.0.0.1', '127.0.0.2']);
    const client = createWebhookClient({ rules, ...QUICK, resolveName: resolve });
    expect(await client.post({ url: 'https://shop.example/', ...sent }, never)).toEqual({ kind: 'failed', error: 'address-not-allowed' });
  });

  it('is asked for once in an attempt, and the connection goes to the answer that was checked (rebinding)', async () => {
    const hits = { first: 0, second: 0 };
    const first = await listen('127.0.0.1', 0, () => (hits.first += 1));
    await listen('127.0.0.2', first, () => (hits.second += 1));
    const names = resolver(['127.0.0.1'], ['127.0.0.2']);
    const client = createWebhookClient({ rules: { ...rules, ports: [first] }, ...QUICK, resolveName: names.resolve });
    // The server speaks no TLS: the attempt fails, but after a connection to the address that was checked.
    const answer = await client.post({ url: `https://rebind.example:${first}/`, ...sent }, never);
    expect(answer.kind).toBe('failed');
    expect(names.asked).toEqual(['rebind.example']);
    expect(hits).toEqual({ first: 1, second: 0 });
    // The second attempt asks anew, and is refused before any connection.
    expect(await client.post({ url: `https://rebind.example:${first}/`, ...sent }, never)).toEqual({
      kind: 'failed',
      error: 'address-not-allowed',
    });
    expect(hits).toEqual({ first: 1, second: 0 });
  });

  it('is refused on a port, or over http, that the settings do not open', async () => {
    const names = resolver(['127.0.0.1']);
    const client = createWebhookClient({ rules, ...QUICK, resolveName: names.resolve });
    for (const url of ['https://shop.example:8443/', 'http://shop.example/', 'http://127.0.0.2/'])
      expect(await client.post({ url, ...sent }, never), url).toEqual({ kind: 'failed', error: 'address-not-allowed' });
    expect(names.asked).toEqual([]);
  });

  it('fails in time when nobody answers for it', async () => {
    const client = createWebhookClient({ rules, ...QUICK, resolveName: () => new Promise(() => undefined) });
    expect(await client.post({ url: 'https://shop.example/', ...sent }, never)).toEqual({ kind: 'failed', error: 'timeout' });
  });
});

describe('a host named in the settings', () => {
  it('is reached wherever it lies, over http and on its port', async () => {
    const receiver = await openReceiver();
    const { port } = new URL(receiver.url);
    const client = createWebhookClient({ rules: { ports: [443], allowPrivate: ['localhost'] }, ...QUICK });
    // The receiver listens on 127.0.0.1 alone: of the addresses of localhost the one that answers is taken.
    expect(await client.post({ url: `http://localhost:${port}/`, ...sent }, never)).toEqual({
      kind: 'answered',
      status: 204,
      retryAfter: null,
    });
  });
});

describe('an installation with a proxy', () => {
  it('sends everything through it and looks up no name itself', async () => {
    const receiver = await openReceiver();
    const asked: string[] = [];
    const proxy = createHttpServer();
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      const onward = connect(Number(new URL(receiver.url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      sockets.push(onward);
    });
    const port = await opened(proxy, '127.0.0.1', 0);
    const names = resolver(['127.0.0.1']);
    const rules = { ports: [443, 80], allowPrivate: [] };
    const client = createWebhookClient({ rules, ...QUICK, proxy: `http://127.0.0.1:${port}`, resolveName: names.resolve });
    expect(await client.post({ url: 'http://shop.example/hook', ...sent }, never)).toEqual({
      kind: 'answered',
      status: 204,
      retryAfter: null,
    });
    expect(asked).toEqual(['shop.example:80']);
    expect(names.asked).toEqual([]);
    // What is inside by its very form is refused all the same.
    expect(await client.post({ url: 'http://127.0.0.1/', ...sent }, never)).toEqual({ kind: 'failed', error: 'address-not-allowed' });
  });
});

describe('a server with a certificate of its own making', () => {
  it('gets nothing', async () => {
    const server = createTlsServer(selfSigned, (socket) => socket.on('error', () => undefined));
    server.on('tlsClientError', () => undefined);
    const port = await opened(server, '127.0.0.1', 0);
    const client = createWebhookClient({ rules: { ports: [443], allowPrivate: ['127.0.0.1'] }, ...QUICK });
    expect(await client.post({ url: `https://127.0.0.1:${port}/`, ...sent }, never)).toEqual({
      kind: 'failed',
      error: expect.stringMatching(/SELF_SIGNED|CERT/),
    });
  });
});

function listen(host: string, port: number, onConnection: () => void): Promise<number> {
  const server = createServer((socket) => {
    onConnection();
    socket.on('error', () => undefined).end();
  });
  return opened(server, host, port);
}

async function opened(server: Server, host: string, port: number): Promise<number> {
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  servers.push(server);
  // Row boundary: a server that listens on TCP has such an address.
  return (server.address() as AddressInfo).port;
}
