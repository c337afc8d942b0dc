/**
 * One request under an Idempotency-Key at a time, of all processes: for acts that are none of the log's, whose event id is nobody's witness
 * that they were done. Who comes second finds the answer of the first. A process that dies leaves its lock with its connection.
 */
import type { Db } from '../database/schema.ts';
import { pause } from '../pause.ts';
import { freeKeyLock, type IdempotencyName, tryKeyLock } from './idempotency.store.ts';

const ASK_EVERY_MS = 25;
/** Longer than any such request takes, and shorter than callers wait. */
const WAIT_MS = 30_000;

interface Held {
  readonly connection: Promise<Db>;
  readonly giveBack: () => void;
  users: number;
}

export class KeyTurns {
  readonly #db: Db;
  readonly #waitMs: number;
  /** The last in the line of each key in this process: a lock of the database says nothing to whoever shares its connection. */
  readonly #lines = new Map<string, Promise<void>>();
  /** One connection for all locks of this process, held while there are any. */
  #held: Held | null = null;

  constructor(db: Db, waitMs = WAIT_MS) {
    this.#db = db;
    this.#waitMs = waitMs;
  }

  /** `busy` where another request under the key goes on for too long. */
  async take<T>(name: IdempotencyName, work: () => Promise<T>): Promise<T | 'busy'> {
    const line = `${name.tenantId} ${name.path} ${name.key}`;
    const before = this.#lines.get(line);
    const turn = (before ?? Promise.resolve()).then(() => this.#underLock(name, work));
    const end = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#lines.set(line, end);
    try {
      return await turn;
    } finally {
      if (this.#lines.get(line) === end) this.#lines.delete(line);
    }
  }

  async #underLock<T>(name: IdempotencyName, work: () => Promise<T>): Promise<T | 'busy'> {
    const held = this.#hold();
    try {
      const connection = await held.connection;
      const until = performance.now() + this.#waitMs;
      while (!(await tryKeyLock(connection, name))) {
        if (performance.now() > until) return 'busy';
        await pause(ASK_EVERY_MS);
      }
      try {
        return await work();
      } finally {
        await freeKeyLock(connection, name);
      }
    } catch (error) {
      // It may have been the connection: who comes next takes another one, and its locks end with it.
      if (this.#held === held) this.#held = null;
      throw error;
    } finally {
      held.users -= 1;
      if (held.users === 0) this.#end(held);
    }
  }

  #hold(): Held {
    const held = this.#held ?? openHeld(this.#db);
    this.#held = held;
    held.users += 1;
    return held;
  }

  #end(held: Held): void {
    if (this.#held === held) this.#held = null;
    held.giveBack();
  }
}

function openHeld(db: Db): Held {
  let giveBack: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => {
    giveBack = resolve;
  });
  const connection = new Promise<Db>((resolve, reject) => {
    const holding = db.connection().execute(async (held) => {
      resolve(held);
      await isOver;
    });
    holding.catch(reject);
  });
  return { connection, giveBack, users: 0 };
}
