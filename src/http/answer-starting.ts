/** What is answered while there is nobody to hand a request to: at the start, and while a restore replaces the data. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readerLanguage } from './problem-reply.ts';

const RETRY_AFTER_S = 1;

/** A page that looks again by itself: who follows a friend's link in these seconds arrives all the same. */
const PAGES = {
  en: page('en', 'One moment', 'This page opens in a moment.'),
  ru: page('ru', 'Одну минуту', 'Страница сейчас откроется.'),
} as const;

export function answerStarting(request: IncomingMessage, response: ServerResponse, count: () => void): void {
  if (request.url === '/health/live') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"live"}');
    return;
  }
  count();
  const common = { 'retry-after': String(RETRY_AFTER_S), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (wantsPage(request)) {
    const own = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'", vary: 'Accept-Language' };
    response.writeHead(503, { ...common, ...own }).end(PAGES[readerLanguage(request.headers['accept-language'])]);
    return;
  }
  const body = { type: 'about:blank', title: 'Service unavailable', status: 503, code: 'starting', detail: 'The server is starting.' };
  response.writeHead(503, { ...common, 'content-type': 'application/problem+json' }).end(JSON.stringify(body));
}

function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && /\btext\/html\b/.test(headers.accept ?? '');
}

function page(language: string, title: string, text: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="${RETRY_AFTER_S}">`;
  return `<!doctype html><html lang="${language}"><head>${head}<title>${title}</title></head><body><p>${text}</p></body></html>`;
}
