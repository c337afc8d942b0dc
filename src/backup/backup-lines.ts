import { damaged, END_OF_ROWS } from './backup-format.ts';

const LINE_END = 10;
/** Header and trailers are short; a "line" longer than this is no backup. */
const LINE_BYTES_MAX = 1_000_000;
const MARKER = Buffer.from(`${END_OF_ROWS}\n`);
const MARKER_AFTER_ROW = Buffer.from(`\n${END_OF_ROWS}\n`);

/** Reads the bytes of a backup as its lines of JSON and its blocks of rows, with a chunk or two in memory. */
export class BackupLines {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line without its end. Throws `StartRefused` when the file ends first. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf(LINE_END);
      if (end !== -1) {
        const line = this.#rest.subarray(0, end).toString('utf8');
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      if (this.#rest.length > LINE_BYTES_MAX) throw damaged('endless');
      await this.#readMore();
    }
  }

  /** Whole rows up to the end of the table, which is taken as well. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = this.#findMarker();
      if (end !== -1) {
        const rows = this.#rest.subarray(0, end);
        this.#rest = this.#rest.subarray(end + MARKER.length);
        if (rows.length > 0) yield rows;
        return;
      }
      // Of what is here all but the last line is rows for certain; that one may be the beginning of the marker.
      const whole = this.#rest.lastIndexOf(LINE_END) + 1;
      if (whole > 0) {
        const rows = this.#rest.subarray(0, whole);
        this.#rest = this.#rest.subarray(whole);
        yield rows;
      }
      await this.#readMore();
    }
  }

  /** Throws `StartRefused` when anything follows. */
  async end(): Promise<void> {
    const next = this.#rest.length > 0 ? null : await this.#chunks.next();
    if (next?.done !== true) throw damaged('more');
  }

  #findMarker(): number {
    if (this.#rest.subarray(0, MARKER.length).equals(MARKER)) return 0;
    const after = this.#rest.indexOf(MARKER_AFTER_ROW);
    return after === -1 ? -1 : after + 1;
  }

  async #readMore(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done === true) throw damaged('early');
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
  }
}
