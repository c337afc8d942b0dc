const BACKSLASH = 0x5c;

/** The path to the key or value that starts at a place of text that is known to be JSON. Walked once, for a body that is refused. */
export function pathAt(text: string, place: number): readonly (string | number)[] {
  // Of each open object its latest key, of each open array the index it has come to.
  const steps: (string | number | null)[] = [];
  for (let at = 0; at <= place; at += 1) {
    const character = text[at];
    const step = steps.at(-1);
    if (character === '"') {
      const end = endOfString(text, at);
      if (typeof step !== 'number' && steps.length > 0 && isFollowedByColon(text, end + 1))
        steps[steps.length - 1] = keyOf(text.slice(at, end + 1));
      at = end;
    } else if (character === '{') steps.push(null);
    else if (character === '[') steps.push(0);
    else if (character === '}' || character === ']') steps.pop();
    else if (character === ',' && typeof step === 'number') steps[steps.length - 1] = step + 1;
  }
  return steps.filter((step) => step !== null);
}

function keyOf(literal: string): string {
  const key: unknown = JSON.parse(literal);
  return String(key);
}

/** Of the string whose opening quote stands at `start`. */
export function endOfString(text: string, start: number): number {
  let end = start;
  while (true) {
    end = text.indexOf('"', end + 1);
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}

export function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === 0x3a;
}
