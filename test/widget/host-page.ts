/** A shop's own site on another origin of this machine: pages with our script, a strict policy, and an address that answers signed tokens. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT } from 'jose';
import { atFileEnd } from '../support/file-end.ts';

export interface HostPage {
  readonly body: string;
  readonly policy?: string;
  readonly head?: string;
  readonly lang?: 'ru' | 'en';
}

export interface HostSite {
  readonly url: string;
  /** Puts a page at a path; what is there already is replaced. */
  readonly put: (path: string, page: HostPage) => void;
  /** Answers `/sarafan-token` with what this makes. */
  readonly answerTokens: (make: () => Promise<string>) => void;
}

export async function openHostSite(): Promise<HostSite> {
  const pages = new Map<string, HostPage>();
  let makeToken: (() => Promise<string>) | null = null;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.example');
    if (pathname === '/sarafan-token' && makeToken !== null) {
      makeToken().then(
        (token) => response.writeHead(200, { 'content-type': 'text/plain' }).end(token),
        () => response.writeHead(500).end(),
      );
      return;
    }
    const page = pages.get(pathname);
    if (page === undefined) return void response.writeHead(404).end();
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(page.policy === undefined ? {} : { 'content-security-policy': page.policy }),
      })
      .end(
        `<!doctype html><html lang="${page.lang ?? 'ru'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${page.policy === undefined ? '<style>:root{color-scheme:light dark}</style>' : ''}<title>Чайная</title>${page.head ?? ''}</head><body>${page.body}</body></html>`,
      );
  });
  atFileEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    put: (path, page) => void pages.set(path, page),
    answerTokens: (make) => {
      makeToken = make;
    },
  };
}

/** What a shop's server signs for who is at its page. */
export function signToken(
  secret: string,
  { programId, externalId }: { readonly programId: string; readonly externalId: string },
): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(programId)
    .setSubject(externalId)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(secret));
}
