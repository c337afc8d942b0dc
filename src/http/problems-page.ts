import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { listProblems } from '../contract/problems.ts';

const STYLE = `:root{color-scheme:light dark}body{margin:0 auto;max-width:60rem;padding:1.5rem;font:1rem/1.5 system-ui,sans-serif}
table{border-collapse:collapse;width:100%}th,td{padding:.5rem .75rem;border-bottom:1px solid #8885;text-align:left;vertical-align:top}
code{white-space:nowrap}tr:target{background:#f4c54255}`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** `/docs/problems`: what the `type` of a problem names, each code at its own anchor, in Russian and English. */
export function serveProblemsPage(app: FastifyInstance): void {
  const page = pageText();
  app.get('/docs/problems', async (_request, reply) =>
    reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(page),
  );
}

function pageText(): string {
  const rows = listProblems().map(
    ({ code, status, ru, en }) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td lang="ru">${escapeHtml(ru)}</td><td>${escapeHtml(en)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Problems · Sarafan</title><style>${STYLE}</style></head>
<body><h1>Problems</h1><table><thead><tr><th>code</th><th>status</th><th>Русский</th><th>English</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></body></html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
