/** Filters and cursors live in the address: a page can be sent to a colleague, and Back goes back. */

export function readStrings<Name extends string>(
  ...names: readonly Name[]
): (search: Record<string, unknown>) => Partial<Record<Name, string>> {
  return (search) => {
    const found: Partial<Record<Name, string>> = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') found[name] = value;
      // The router reads `?q=42` as a number.
      else if (typeof value === 'number') found[name] = String(value);
    }
    return found;
  };
}

/** `?a=1&b=2` of what is there. */
export function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`;
}
