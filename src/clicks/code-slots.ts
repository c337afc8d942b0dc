/** Where a code leads: `paused` = its owner takes part in no live programme now. */
export const codeStates = ['active', 'paused', 'retired'] as const;
export type CodeState = (typeof codeStates)[number];

export interface KnownCode {
  /** 32 hex digits. */
  readonly codeId: string;
  readonly state: CodeState;
  /** When the database was asked, in milliseconds of the process's monotonic clock. */
  readonly checkedAtMs: number;
}

/** The slot of each folded code of one tenant. */
export type CodeIndex = Map<string, number>;

const idBytes = 16;
const firstCapacity = 1_024;

/**
 * Codes of all tenants in flat arrays: a million take about 110 MB and give the garbage collector nothing to walk but
 * their keys. When full, a code that nobody asked for since the hand last passed makes room (second chance).
 */
export class CodeSlots {
  readonly #capacityMax: number;
  #capacity = 0;
  #ids = Buffer.alloc(0);
  #states = new Uint8Array(0);
  #checkedAtMs = new Float64Array(0);
  #isVisited = new Uint8Array(0);
  readonly #keys: string[] = [];
  readonly #owners: CodeIndex[] = [];
  readonly #free: number[] = [];
  #hand = 0;

  constructor(capacityMax: number) {
    this.#capacityMax = capacityMax;
  }

  get size(): number {
    return this.#keys.length - this.#free.length;
  }

  get isFull(): boolean {
    return this.size >= this.#capacityMax;
  }

  find(index: CodeIndex, folded: string): KnownCode | undefined {
    const slot = index.get(folded);
    if (slot === undefined) return undefined;
    this.#isVisited[slot] = 1;
    return {
      codeId: this.#ids.toString('hex', slot * idBytes, (slot + 1) * idBytes),
      state: codeStates[this.#states[slot] ?? 0] ?? 'active',
      checkedAtMs: this.#checkedAtMs[slot] ?? 0,
    };
  }

  put(index: CodeIndex, folded: string, code: KnownCode): void {
    const slot = index.get(folded) ?? this.#takeSlot(index, folded);
    this.#ids.write(code.codeId, slot * idBytes, idBytes, 'hex');
    this.#states[slot] = codeStates.indexOf(code.state);
    this.#checkedAtMs[slot] = code.checkedAtMs;
  }

  remove(index: CodeIndex, folded: string): void {
    const slot = index.get(folded);
    if (slot === undefined) return;
    index.delete(folded);
    this.#free.push(slot);
  }

  #takeSlot(index: CodeIndex, folded: string): number {
    const slot = this.#free.pop() ?? this.#nextSlot();
    this.#keys[slot] = folded;
    this.#owners[slot] = index;
    this.#isVisited[slot] = 0;
    index.set(folded, slot);
    return slot;
  }

  #nextSlot(): number {
    if (this.#keys.length >= this.#capacityMax) return this.#evict();
    if (this.#keys.length >= this.#capacity) this.#grow();
    return this.#keys.length;
  }

  #evict(): number {
    while (this.#isVisited[this.#hand] === 1) {
      this.#isVisited[this.#hand] = 0;
      this.#hand = (this.#hand + 1) % this.#keys.length;
    }
    const slot = this.#hand;
    this.#hand = (slot + 1) % this.#keys.length;
    this.#owners[slot]?.delete(this.#keys[slot] ?? '');
    return slot;
  }

  #grow(): void {
    this.#capacity = Math.min(Math.max(this.#capacity * 2, firstCapacity), this.#capacityMax);
    const ids = Buffer.alloc(this.#capacity * idBytes);
    this.#ids.copy(ids);
    this.#ids = ids;
    this.#states = widen(this.#states, new Uint8Array(this.#capacity));
    this.#isVisited = widen(this.#isVisited, new Uint8Array(this.#capacity));
    this.#checkedAtMs = widen(this.#checkedAtMs, new Float64Array(this.#capacity));
  }
}

function widen<A extends Uint8Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
