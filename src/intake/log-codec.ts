/**
 * The log's text form: JSON in which a bigint is `{"$n":"…"}` and an instant `{"$d":epoch ms}`. Shop data never holds an object in
 * the log (custom data is personal and kept apart), so the two marks cannot be forged from outside.
 */
export function encodeLog(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `{"$n":"${value}"}`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : String(value);
  if (value instanceof Date) return `{"$d":${value.getTime()}}`;
  let text = '';
  if (Array.isArray(value)) {
    for (const part of value) text += text === '' ? encodeLog(part) : `,${encodeLog(part)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value)) {
    const part: unknown = Reflect.get(value, key);
    if (part !== undefined) text += `${text === '' ? '' : ','}${keyText(key)}:${encodeLog(part)}`;
  }
  return `{${text}}`;
}

/** The keys of our own shapes are few; those of ids and names given by a shop are not kept. */
const keyTexts = new Map<string, string>();
const KEPT_KEYS_MAX = 1_000;

function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (keyTexts.size < KEPT_KEYS_MAX) keyTexts.set(key, text);
  return text;
}

/** Of a column of ours: its only writer is save-rows.ts, which encodes exactly T. */
export function stored<T>(text: string): T {
  return decodeLog(text) as T;
}

/** Walks what was parsed instead of having the parser call back for each value: a third of the time. */
export function decodeLog(text: string): unknown {
  return unmark(JSON.parse(text));
}

function unmark(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$n' in value && typeof value.$n === 'string') return BigInt(value.$n);
  if ('$d' in value && typeof value.$d === 'number') return new Date(value.$d);
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'object' || part === null) continue;
    const meant = unmark(part);
    if (meant !== part) Reflect.set(value, key, meant);
  }
  return value;
}
