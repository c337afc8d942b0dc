/** The QR code of an address as files people print, and as the picture messengers draw beside a link (ogp.me). */
import { encode, renderSVG } from 'uqr';
import { type Brand, contrast } from './brand.ts';
import { Picture } from './png.ts';

/** Readers want a margin of four modules (ISO/IEC 18004, 6.3.8). */
const MARGIN = 4;
const ECC = 'M';
/** Sharp on paper up to about 10 cm. */
const PRINTED_PIXELS = 1_200;
/** What messengers ask for: 1.91 to 1. */
export const PREVIEW = { width: 1_200, height: 630 } as const;
const PREVIEW_QR_PIXELS = 520;
const WHITE = '#ffffff';
const BLACK = '#000000';
/** Below this cameras lose the code. */
const READABLE = 7;

export function qrSvg(address: string): string {
  return renderSVG(address, { ecc: ECC, border: MARGIN });
}

/** Black on white, 1,200 pixels a side or a little less: each module is whole pixels. */
export async function qrPng(address: string): Promise<Buffer> {
  const modules = modulesOf(address);
  const side = modules.length * Math.floor(PRINTED_PIXELS / modules.length);
  const picture = new Picture({ width: side, height: side }, [WHITE, BLACK]);
  paint(picture, modules, { left: 0, top: 0, side });
  return picture.toPng();
}

/** The code on white, in the colours of the business. */
export async function previewPng(address: string, { light: { accent, ink } }: Brand): Promise<Buffer> {
  const modules = modulesOf(address);
  const side = modules.length * Math.floor(PREVIEW_QR_PIXELS / modules.length);
  const picture = new Picture(PREVIEW, [WHITE, contrast(ink, WHITE) >= READABLE ? ink : BLACK, accent]);
  picture.fill({ left: 0, top: 0, ...PREVIEW }, 2);
  const at = { left: Math.floor((PREVIEW.width - side) / 2), top: Math.floor((PREVIEW.height - side) / 2) };
  picture.fill({ ...at, width: side, height: side }, 0);
  paint(picture, modules, { ...at, side });
  return picture.toPng();
}

function modulesOf(address: string): readonly (readonly boolean[])[] {
  return encode(address, { ecc: ECC, border: MARGIN }).data;
}

function paint(
  picture: Picture,
  modules: readonly (readonly boolean[])[],
  { left, top, side }: { readonly left: number; readonly top: number; readonly side: number },
): void {
  const size = side / modules.length;
  for (const [y, row] of modules.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (isDark) picture.fill({ left: left + x * size, top: top + y * size, width: size, height: size }, 1);
    }
  }
}
