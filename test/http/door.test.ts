/** What never becomes a request is answered as the rest of the API is, by the door the product listens through. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDoor } from '../../src/http/door.ts';
import { type Api, openApi } from '../support/api.ts';
import { atFileEnd } from '../support/file-end.ts';

const EVENT = 'POST /v1/events HTTP/1.1\r\nHost: x\r\n';

interface Heard {
  readonly status: string;
  readonly head: string;
  readonly body: string;
}

describe('the door', () => {
  let api: Api;
  let baseUrl: string;
  beforeAll(async () => {
    api = await openApi();
    baseUrl = await api.listen();
  });

  it.each([
    ['both lengths', `${EVENT}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 'bad_request'],
    ['two lengths', `${EVENT}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`, 'bad_request'],
    ['a header of 64 kB', `GET /v1/tenant HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(65_536)}\r\n\r\n`, 'header_too_large'],
    ['headers of 17 kB', `GET /v1/tenant HTTP/1.1\r\nHost: x\r\n${`X-A: ${'a'.repeat(1_000)}\r\n`.repeat(17)}\r\n`, 'header_too_large'],
    ['an address of 17 kB', `GET /v1/tenant?${'a'.repeat(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 'header_too_large'],
    [
      'a chunk that lies',
      `${EVENT}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n`,
      'bad_request',
    ],
    ['a method nobody knows', 'BREW /v1/events HTTP/1.1\r\nHost: x\r\n\r\n', 'bad_request'],
    // Read as HTTP/0.9, which ends with the line: what stands behind it is nothing.
    ['a line break in the path', 'GET /v1/tenant\nX: y HTTP/1.1\r\nHost: x\r\n\r\n', 'unauthorized'],
    ['a NUL in a header', 'GET /v1/tenant HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n', 'bad_request'],
    ['no host', 'GET /v1/tenant HTTP/1.1\r\n\r\n', 'bad_request'],
    ['what is no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'bad_request'],
    ['TRACE', 'TRACE /v1/tenant HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'method_not_allowed'],
    ['an expectation', 'GET /v1/tenant HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n', 'unauthorized'],
  ])('answers %s with a problem, closes, and lives on', async (_name, request, code) => {
    expectProblem(await hear(baseUrl, request), code);
    expect((await fetch(`${baseUrl}/health/live`)).status).toBe(200);
  });

  it('says when to send again what took too long to arrive, and closes', async () => {
    const door = await openDoor(
      { host: '127.0.0.1', port: 0 },
      { arrival: { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 } },
    );
    atFileEnd(() => door.close(0));
    for (const request of ['GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow', `${EVENT}Content-Length: 100\r\n\r\n{`]) {
      // Nobody answers the second before all of it is there.
      if (request.startsWith('POST')) door.handOver(() => undefined);
      const heard = await hear(door.url, request);
      expectProblem(heard, 'request_timeout');
      expect(heard.head).toMatch(/\r\nretry-after: [1-9]\d*/i);
    }
  });

  it('writes no second answer into the middle of one', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 0 });
    atFileEnd(() => door.close(0));
    door.handOver((_request, response) => response.writeHead(200, { 'content-length': '100' }).write('the beginning'));
    const heard = await hear(door.url, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', { next: 'BREW\r\n\r\n' });
    expect(heard.body).toBe('the beginning');
  });

  it('counts what it refused among the problems of the server, by code alone', async () => {
    const before = await countedProblems(api);
    const refused = {
      bad_request: ['GET /canary-7f BREW/1.1\r\nX-Canary: canary-7f\r\n\r\n', 'GET /v1/tenant HTTP/1.1\r\n\r\n'],
      header_too_large: [`GET /v1/tenant HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(17_000)}\r\n\r\n`],
    };
    for (const [code, requests] of Object.entries(refused))
      for (const request of requests) expectProblem(await hear(baseUrl, request), code);
    const after = await countedProblems(api);
    const added = [...after].map(([code, count]) => [code, count - (before.get(code) ?? 0)] as const).filter(([, count]) => count > 0);
    expect(Object.fromEntries(added)).toEqual({ bad_request: 2, header_too_large: 1 });
    expect((await api.get('/metrics')).text).not.toContain('canary-7f');
  });

  it('counts what did not arrive in time, and who came while it was starting', async () => {
    const counted: string[] = [];
    const door = await openDoor(
      { host: '127.0.0.1', port: 0 },
      {
        arrival: { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 },
        countProblem: (code) => counted.push(code),
      },
    );
    atFileEnd(() => door.close(0));
    await hear(door.url, 'GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow');
    await hear(door.url, 'GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await hear(door.url, 'GET /v1/tenant HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(counted).toEqual(['request_timeout', 'starting']);
  });

  it('lets a person who came while it was starting wait on a page that looks again by itself', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 0 });
    atFileEnd(() => door.close(0));
    const asPerson = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'ru-RU,ru' };
    const page = await fetch(`${door.url}/r/MARINA`, { headers: asPerson });
    expect([page.status, page.headers.get('content-type'), page.headers.get('retry-after')]).toEqual([
      503,
      'text/html; charset=utf-8',
      '1',
    ]);
    expect(await page.text()).toMatch(/http-equiv="refresh".*Страница сейчас откроется/);
  });

  it('taken back, waits for the answers under way and cuts those that do not come', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 0 });
    atFileEnd(() => door.close(0));
    const asked: string[] = [];
    door.handOver((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/slow') setTimeout(() => response.end('slow'), 200);
    });
    const slow = fetch(`${door.url}/slow`).then((answer) => answer.text());
    const never = fetch(`${door.url}/never`).then(
      () => 'answered',
      () => 'cut',
    );
    await expect.poll(() => asked.length).toBe(2);
    const taken = door.takeBack(1_000);
    expect((await fetch(`${door.url}/next`)).status).toBe(503);
    await taken;
    expect([await slow, await never, asked.includes('/next')]).toEqual(['slow', 'cut', false]);
  });

  it('gives way as well after a connection ended whose second request waited behind its first', async () => {
    const door = await openDoor({ host: '127.0.0.1', port: 0 });
    atFileEnd(() => door.close(0));
    const asked: string[] = [];
    door.handOver((request) => asked.push(request.url ?? ''));
    const { hostname, port } = new URL(door.url);
    const request = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
    const gone = connect(Number(port), hostname).end(`${request('/a')}${request('/b')}`);
    await expect.poll(() => asked).toEqual(['/a', '/b']);
    gone.destroy();
    const staying = connect(Number(port), hostname);
    const cut = once(staying, 'close');
    staying.on('error', () => undefined).write(`${request('/c')}${request('/d')}`);
    await expect.poll(() => asked.length).toBe(4);
    const limit = new Promise((resolve) => setTimeout(resolve, 5_000, 'waits for ever'));
    expect(await Promise.race([door.takeBack(100).then(() => 'gave way'), limit])).toBe('gave way');
    await cut;
  });

  it('logs nothing of what it could not read', async () => {
    await hear(baseUrl, `GET /v1/tenant HTTP/1.1\r\nHost: x\r\nAuthorization: canary-5d\r\nX-A: a\0b\r\n\r\n`);
    expect(api.log()).not.toContain('canary-5d');
    expect(api.log()).not.toMatch(/"level":50/);
  });
});

async function countedProblems(api: Api): Promise<ReadonlyMap<string, number>> {
  const { text } = await api.get('/metrics');
  const lines = text.matchAll(/^sarafan_http_problems_total\{code="(\w+)"\} (\d+)$/gm);
  return new Map([...lines].map(([, code = '', count]) => [code, Number(count)]));
}

function expectProblem({ status, head, body }: Heard, code: string): void {
  expect(head).toMatch(/\r\ncontent-type: application\/problem\+json/i);
  expect(head).toMatch(/\r\nx-content-type-options: nosniff/i);
  const found = JSON.parse(body);
  expect(found).toMatchObject({ code, status: Number(status), text: { ru: expect.any(String), en: expect.any(String) } });
  expect(found.status).toBeGreaterThanOrEqual(400);
  expect(found.status).toBeLessThan(500);
}

/** Writes bytes and gives back all that comes until the other side closes; `next` is written once something has come. */
function hear(baseUrl: string, request: string, { next }: { readonly next?: string } = {}): Promise<Heard> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request, 'latin1'));
    let text = '';
    let rest = next;
    socket.setTimeout(5_000, () => socket.destroy(new Error(`not closed: ${text}`)));
    socket.on('data', (data) => {
      text += data.toString('utf8');
      if (rest !== undefined) socket.write(rest);
      rest = undefined;
    });
    socket.on('error', (error) => (text === '' ? reject(error) : undefined));
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n', 2);
      const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
      if (status === undefined) reject(new Error(`closed without an answer: ${text}`));
      else resolve({ status, head, body });
    });
  });
}
