import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { keepNewest } from '../keep-newest.ts';
import { hashSecret, type KeyParts, parseKeyText } from './key-text.ts';
import { findKeys, type KeyRecord, markKeysUsed } from './keys.store.ts';

// A revoked key must stop within a second in every process: what was read longer ago is read again before it is used.
const TRUST_MS = 900;
const REFRESH_EVERY_MS = 300;
const FORGET_UNUSED_MS = 60_000;
const MARK_USED_EVERY_MS = 60_000;
const MAX_REMEMBERED = 10_000;
const BEARER = /^Bearer +(\S+)$/i;

interface Remembered {
  readonly tenantKey: string;
  readonly keyId: string;
  record: KeyRecord | null;
  caller: Caller | null;
  readAtMs: number;
  usedAtMs: number;
  markedAtMs: number;
}

/** Says whose key a request carries. Keys in use are kept in memory and read again in the background, so that a request does not wait. */
export class Authenticator {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  readonly #remembered = new Map<string, Remembered>();
  readonly #reading = new Map<string, Promise<Remembered>>();
  #refresh: Promise<void> | null = null;
  readonly #timer: NodeJS.Timeout;

  constructor(db: Db, options: { readonly clock: Clock; readonly onError: (error: unknown) => void }) {
    this.#db = db;
    this.#clock = options.clock;
    this.#onError = options.onError;
    this.#timer = setInterval(() => this.#startRefresh(), REFRESH_EVERY_MS);
    this.#timer.unref();
  }

  /** The caller, or null when the header holds no key that is valid now. Rejects when the database cannot be asked. */
  async authenticate(authorization: string | undefined): Promise<Caller | null> {
    const text = authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
    const parts = text === undefined ? null : parseKeyText(text);
    if (parts === null) return null;
    const known = this.#remembered.get(nameOf(parts));
    const nowMs = performance.now();
    const entry = known !== undefined && nowMs - known.readAtMs < TRUST_MS ? known : await this.#read(parts);
    entry.usedAtMs = nowMs;
    return this.#isValid(entry.record, parts) ? entry.caller : null;
  }

  /** Ends the background reading; resolves when none is under way. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#refresh;
  }

  #isValid(record: KeyRecord | null, parts: KeyParts): boolean {
    if (record === null || record.kind !== parts.kind || record.revokedAt !== null) return false;
    if (!timingSafeEqual(record.secretHash, hashSecret(parts.secret))) return false;
    return record.expiresAt === null || record.expiresAt > this.#clock.now();
  }

  #read(parts: KeyParts): Promise<Remembered> {
    const name = nameOf(parts);
    const underWay = this.#reading.get(name);
    if (underWay !== undefined) return underWay;
    const reading = this.#readNow(parts).finally(() => this.#reading.delete(name));
    this.#reading.set(name, reading);
    return reading;
  }

  async #readNow(parts: KeyParts): Promise<Remembered> {
    const readAtMs = performance.now();
    const [record = null] = await findKeys(this.#db, [parts]);
    return this.#remember(parts, record, readAtMs);
  }

  #remember(key: { readonly tenantKey: string; readonly keyId: string }, record: KeyRecord | null, readAtMs: number): Remembered {
    const name = nameOf(key);
    const known = this.#remembered.get(name);
    if (known !== undefined) {
      known.record = record;
      known.caller = record === null ? null : callerFrom(record);
      known.readAtMs = readAtMs;
      return known;
    }
    const { tenantKey, keyId } = key;
    const caller = record === null ? null : callerFrom(record);
    const entry: Remembered = { tenantKey, keyId, record, caller, readAtMs, usedAtMs: readAtMs, markedAtMs: Number.NEGATIVE_INFINITY };
    keepNewest(this.#remembered, [name, entry], MAX_REMEMBERED);
    return entry;
  }

  #startRefresh(): void {
    if (this.#refresh !== null || this.#remembered.size === 0) return;
    this.#refresh = this.#refreshNow()
      .then(undefined, this.#onError)
      .finally(() => {
        this.#refresh = null;
      });
  }

  async #refreshNow(): Promise<void> {
    const readAtMs = performance.now();
    const used: Remembered[] = [];
    for (const [name, entry] of this.#remembered) {
      if (entry.record !== null && readAtMs - entry.usedAtMs < FORGET_UNUSED_MS) used.push(entry);
      else if (readAtMs - entry.readAtMs > TRUST_MS) this.#remembered.delete(name);
    }
    // Keys idle for some seconds are read when they come back: the background load follows traffic, not the number of keys.
    const busy = used.filter((entry) => readAtMs - entry.usedAtMs < 5_000).slice(0, 500);
    if (busy.length === 0) return;
    const found = new Map((await findKeys(this.#db, busy)).map((record) => [nameOf(record), record]));
    for (const entry of busy) this.#remember(entry, found.get(nameOf(entry)) ?? null, readAtMs);
    const unmarked = busy.filter((entry) => entry.record !== null && readAtMs - entry.markedAtMs > MARK_USED_EVERY_MS);
    for (const entry of unmarked) entry.markedAtMs = readAtMs;
    await markKeysUsed(
      this.#db,
      unmarked.flatMap((entry) => entry.record ?? []),
      this.#clock.now(),
    );
  }
}

function nameOf(key: { readonly tenantKey: string; readonly keyId: string }): string {
  return `${key.tenantKey}_${key.keyId}`;
}

function callerFrom(record: KeyRecord): Caller {
  const { tenantId, slug, hashKey, keyId, kind, source, scopes } = record;
  return { tenantId, slug, hashKey, keyId, kind, source, scopes };
}
