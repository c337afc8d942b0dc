/**
 * The log's text form: JSON in which a bigint is `{"$n":"…"}` and an instant `{"$d":epoch ms}`. Shop data never holds an object in
 * the log (custom data is personal and kept apart), so the two marks cannot be forged from outside.
 */
export function encodeLog(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `{"$n":"${value}"}`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : String(value);
  if (value instanceof Date) return `{"$d":${value.getTime()}}`;
  if (Array.isArray(value)) return `[${value.map(encodeLog).join(',')}]`;
  let text = '';
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${encodeLog(part)}`;
  }
  return `{${text}}`;
}

export function decodeLog(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => unmark(value));
}

function unmark(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if ('$n' in value && typeof value.$n === 'string') return BigInt(value.$n);
  if ('$d' in value && typeof value.$d === 'number') return new Date(value.$d);
  return value;
}
