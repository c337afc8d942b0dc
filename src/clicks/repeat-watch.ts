const repeatWithinMs = 300;
const places = 65_536;

export interface Visitor {
  readonly address: string;
  readonly agent: string;
  /** What was opened: two friends behind one address may open two links at once. */
  readonly codeId: string;
}

/**
 * Tells a visit from its repetition within 300 ms by the same address and agent (reliability.md F9): a double tap, or an app that asks
 * twice. 65,536 places hold the last visit of each hash; of two visitors who share one, the later is watched.
 */
export class RepeatWatch {
  readonly #hashes = new Int32Array(places);
  readonly #seenAtMs = new Float64Array(places).fill(Number.NEGATIVE_INFINITY);

  /** Notes the visit; true when it repeats the one before. `nowMs` is monotonic. */
  isRepeat({ address, agent, codeId }: Visitor, nowMs: number): boolean {
    const hash = mix(mix(mix(0x811c9dc5, address), agent), codeId);
    const place = (hash ^ (hash >>> 16)) & (places - 1);
    const isSame = this.#hashes[place] === hash;
    const seenAtMs = this.#seenAtMs[place] ?? Number.NEGATIVE_INFINITY;
    this.#hashes[place] = hash;
    this.#seenAtMs[place] = nowMs;
    return isSame && nowMs - seenAtMs < repeatWithinMs;
  }
}

/** FNV-1a, as a signed 32-bit number. */
function mix(from: number, text: string): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
