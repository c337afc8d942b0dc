/** Reads the one sheet of a small workbook back: its zip by hand, its XML by patterns. */
import { inflateRawSync } from 'node:zlib';

export interface SheetCell {
  readonly text: string;
  readonly isNumber: boolean;
}

export function readWorkbook(bytes: Buffer): readonly (readonly SheetCell[])[] {
  const files = unzip(bytes);
  const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, inner = '']) => textIn(inner));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  const rows = [...sheet.matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, inner = '']) => cellsOf(inner, strings));
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_each, index) => row[index] ?? { text: '', isNumber: false }));
}

function cellsOf(row: string, strings: readonly string[]): SheetCell[] {
  const cells: SheetCell[] = [];
  for (const [, attributes = '', inner = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const column = /r="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? 'A';
    const index = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const type = /t="(\w+)"/.exec(attributes)?.[1];
    const value = /<v>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? '';
    const text = type === 's' ? (strings[Number(value)] ?? '') : type === 'inlineStr' ? textIn(inner) : value;
    cells[index] = { text, isNumber: type === undefined || type === 'n' };
  }
  return cells;
}

function textIn(xml: string): string {
  const text = [...xml.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, inner = '']) => inner).join('');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

const END_SIGNATURE = 0x06054b50;

function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || bytes.readUInt32LE(end) !== END_SIGNATURE) throw new Error('no workbook');
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    files.set(name, (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}
