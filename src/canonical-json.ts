import canonicalize from 'canonicalize';

/** A JSON value in the form of RFC 8785: equal values give equal text. Nothing at all gives no text. */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? '';
}
