import { assert } from '../result.ts';

/** No vowels, so no words; none of 0, 1, O, I, L, U, Y, which look or sound like others (contract section 2). */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXZ';
const CODE_LENGTH = 9;
const COUPON_CODE_LENGTH = 12;
const ACCESS_TOKEN_LENGTH = 28;
const MIN_ENTROPY_BYTES = 8;
const HEX = /^(?:[0-9a-f]{2})*$/i;

// What still reads as an obscenity without vowels. Part of the algorithm, so never edited: the replay of a stored log
// must draw the same codes, which is also why the list of blocked codes, which may grow, is not asked here.
const OBSCENE_FRAGMENT = /BDSM|CNT|CVNT|DCK|FCK|FKN|FVCK|KKK|NGGR|NGR|PNS|PZD|SHT|WTF|XXX/;

// A code and a coupon code of the same entropy and index must not share a beginning.
const CODE_STREAM = 0x636f_6465;
const COUPON_STREAM = 0x6370_6e73;
const ACCESS_STREAM = 0x6163_6373;

/**
 * The `index`th personal code of this entropy (bytes, or the same as hex; at least 64 bits): the same arguments always
 * give the same code, so replay does. Codes of different entropy may meet by chance, at 10⁶ codes with a probability
 * of 1 in 15: the caller takes the next index when a code is taken. No code is blocked by `isBlockedCode`.
 */
export function generateCode(entropy: Uint8Array | string, index: number): string {
  return drawCode({ entropy, index, stream: CODE_STREAM, length: CODE_LENGTH });
}

/** As `generateCode`, for coupons: 12 characters, because a coupon code is worth money to whoever guesses it. */
export function generateCouponCode(entropy: Uint8Array | string, index: number): string {
  return drawCode({ entropy, index, stream: COUPON_STREAM, length: COUPON_CODE_LENGTH });
}

/** As `generateCode`, for invitations: 28 characters, which hold all of 128 bits of entropy, because nobody may guess one. */
export function generateAccessToken(entropy: Uint8Array | string, index: number): string {
  return drawCode({ entropy, index, stream: ACCESS_STREAM, length: ACCESS_TOKEN_LENGTH });
}

interface Draw {
  readonly entropy: Uint8Array | string;
  readonly index: number;
  readonly stream: number;
  readonly length: number;
}

function drawCode({ entropy, index, stream, length }: Draw): string {
  assert(Number.isSafeInteger(index) && index >= 0, `index must be whole and not negative: ${index}`);
  const state = seedState(bytesFromEntropy(entropy), index, stream);
  let code = '';
  do {
    code = '';
    while (code.length < length) code += drawLetters(state);
    code = code.slice(0, length);
  } while (OBSCENE_FRAGMENT.test(code));
  return code;
}

/** Up to six characters from one 32-bit word; values past the alphabet are thrown away, so that none is favoured. */
function drawLetters(state: Uint32Array): string {
  mix(state);
  let word = state[0] ?? 0;
  let letters = '';
  for (let draw = 0; draw < 6; draw += 1) {
    letters += ALPHABET.charAt(word & 31);
    word >>>= 5;
  }
  return letters;
}

function bytesFromEntropy(entropy: Uint8Array | string): Uint8Array {
  const bytes = typeof entropy === 'string' ? bytesFromHex(entropy) : entropy;
  assert(bytes.length >= MIN_ENTROPY_BYTES, `at least ${MIN_ENTROPY_BYTES} bytes of entropy: ${bytes.length}`);
  return bytes;
}

function bytesFromHex(text: string): Uint8Array {
  assert(HEX.test(text), 'entropy is not hex');
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** A 128-bit state that takes in every bit of the input: each step is a bijection of the state for a given word. */
function seedState(entropy: Uint8Array, index: number, stream: number): Uint32Array {
  const state = new Uint32Array([0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]);
  absorb(state, stream);
  absorb(state, entropy.length);
  for (let at = 0; at < entropy.length; at += 4) {
    const word = (entropy[at] ?? 0) | ((entropy[at + 1] ?? 0) << 8) | ((entropy[at + 2] ?? 0) << 16) | ((entropy[at + 3] ?? 0) << 24);
    absorb(state, word);
  }
  absorb(state, index % 2 ** 32);
  absorb(state, Math.floor(index / 2 ** 32));
  return state;
}

function absorb(state: Uint32Array, word: number): void {
  state[0] = (state[0] ?? 0) ^ word;
  mix(state);
}

/** Four ChaCha quarter rounds (RFC 8439 section 2.1) with the words trading places: 32-bit arithmetic only. */
function mix(state: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let round = 0; round < 4; round += 1) {
    a = (a + b) | 0;
    d = rotateLeft(d ^ a, 16);
    c = (c + d) | 0;
    b = rotateLeft(b ^ c, 12);
    a = (a + b) | 0;
    d = rotateLeft(d ^ a, 8);
    c = (c + d) | 0;
    b = rotateLeft(b ^ c, 7);
    [a, b, c, d] = [b, c, d, a];
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
