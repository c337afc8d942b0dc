import type { Advice } from '../domain/program/lint/advice.ts';

/** Advice with its paths as its reader wrote the document: a single grant may stand without a list, and then has no number. */
export function adviceAsSent(advice: readonly Advice[], sent: string | null): readonly Advice[] {
  if (sent === null) return advice;
  const document: unknown = JSON.parse(sent);
  return advice.map(({ where, suggestion, ...rest }) => ({
    ...rest,
    where: { ...where, path: pathAsSent(where.path, document) },
    suggestion:
      suggestion.patch === undefined
        ? suggestion
        : { ...suggestion, patch: { ...suggestion.patch, path: pathAsSent(suggestion.patch.path, document) } },
  }));
}

function pathAsSent(path: string, document: unknown): string {
  let value = document;
  let written = '';
  let before = '';
  for (const step of path.split('/').slice(1)) {
    const isUnnumbered = before === 'grant' && step === '0' && value !== undefined && !Array.isArray(value);
    before = step;
    if (isUnnumbered) continue;
    written += `/${step}`;
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step.replaceAll('~1', '/').replaceAll('~0', '~')) : undefined;
  }
  return written;
}
