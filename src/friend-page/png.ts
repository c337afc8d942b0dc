/** A picture of flat colours as a PNG (W3C PNG, third edition): eight bits of palette a pixel, no filter. */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const compress = promisify(deflate);

/** What is painted last lies on top; `palette` holds colours as `#rrggbb`, at most 256. */
export class Picture {
  readonly width: number;
  readonly height: number;
  readonly #palette: readonly string[];
  readonly #pixels: Buffer;

  constructor(size: { readonly width: number; readonly height: number }, palette: readonly string[]) {
    this.width = size.width;
    this.height = size.height;
    this.#palette = palette;
    this.#pixels = Buffer.alloc(size.width * size.height);
  }

  /** Paints a rectangle that lies inside the picture in the colour of that place in the palette. */
  fill(
    { left, top, width, height }: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
    color: number,
  ): void {
    for (let y = top; y < top + height; y += 1) this.#pixels.fill(color, y * this.width + left, y * this.width + left + width);
  }

  async toPng(): Promise<Buffer> {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    // Eight bits, palette; compression, filter and interlace are 0.
    header.set([8, 3], 8);
    const rows = Buffer.alloc((this.width + 1) * this.height);
    for (let y = 0; y < this.height; y += 1) {
      this.#pixels.copy(rows, y * (this.width + 1) + 1, y * this.width, (y + 1) * this.width);
    }
    const palette = Buffer.from(this.#palette.map((color) => color.slice(1)).join(''), 'hex');
    return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', await compress(rows)), chunk('IEND')]);
  }
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
