import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OBSCENE_ROOTS } from './blocked-codes.ts';
import { foldCode, isBlockedCode, isVanityCode } from './fold-code.ts';
import { generateCode, generateCouponCode } from './generate-code.ts';

const CODE = /^[23456789BCDFGHJKMNPQRSTVWXZ]{9}$/;
const COUPON_CODE = /^[23456789BCDFGHJKMNPQRSTVWXZ]{12}$/;
const entropyBytes = fc.uint8Array({ minLength: 8, maxLength: 32 });

describe('generated codes (1-06)', () => {
  it('are in the alphabet, fold to themselves, are never blocked, and are the same in a replay', () => {
    fc.assert(
      fc.property(entropyBytes, fc.nat(), (entropy, index) => {
        const code = generateCode(entropy, index);
        expect(code).toMatch(CODE);
        expect(foldCode(code)).toBe(code);
        expect(isVanityCode(code) && !isBlockedCode(code)).toBe(true);
        expect(generateCode(Buffer.from(entropy).toString('hex'), index)).toBe(code);
        expect(generateCouponCode(entropy, index)).toMatch(COUPON_CODE);
      }),
    );
  });

  it('stay the codes they were: a changed generator would break the replay of stored logs', () => {
    expect(generateCode('0123456789abcdef', 0)).toBe('3S6K22FPG');
    expect(generateCode('0123456789abcdef', 1)).toBe('N4PR2M7T6');
    expect(generateCouponCode('0123456789abcdef', 0)).toBe('4TRW8W4PV2WF');
  });

  it('never hold the blocked roots that their alphabet can spell', () => {
    const spellable = OBSCENE_ROOTS.trim()
      .split(/\s+/)
      .map(foldCode)
      .filter((root) => /^[2-9B-DF-HJKMNP-TV-XZ]+$/.test(root));
    const codes = Array.from({ length: 50_000 }, (_none, index) => generateCode('00000000000000aa', index));
    expect(spellable).toEqual(['BDSM', 'KKK']);
    expect(codes.filter((code) => /FCK|XXX|BDSM|KKK/.test(code))).toEqual([]);
  });

  it('do not collide among a million members when a taken code gives way to the next index', () => {
    const taken = new Set<string>();
    const entropy = new Uint8Array(8);
    const counter = new DataView(entropy.buffer);
    let secondDraws = 0;
    for (let member = 0; member < 1_000_000; member += 1) {
      counter.setUint32(0, member);
      let index = 0;
      let code = generateCode(entropy, index);
      while (taken.has(code)) {
        index += 1;
        code = generateCode(entropy, index);
      }
      secondDraws += index;
      taken.add(code);
    }
    expect(taken.size).toBe(1_000_000);
    // Chance expects 0.07 second draws; several would mean that the mixing loses entropy.
    expect(secondDraws).toBeLessThanOrEqual(2);
  }, 60_000);

  it('favour no character at any place', () => {
    const draws = 60_000;
    const countByPlace = Array.from({ length: 9 }, () => new Map<string, number>());
    for (let index = 0; index < draws; index += 1) {
      const code = generateCode('00000000000000ff', index);
      for (const [place, counts] of countByPlace.entries()) {
        const character = code.charAt(place);
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    const expected = draws / 27;
    const fiveSigma = 5 * Math.sqrt(expected);
    for (const counts of countByPlace) {
      expect(counts.size).toBe(27);
      for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(fiveSigma);
    }
  });

  it('differ when one bit of the entropy differs', () => {
    const codes = new Set<string>();
    for (let bit = 0; bit < 128; bit += 1) {
      const entropy = new Uint8Array(16);
      entropy[bit >> 3] = 1 << (bit & 7);
      codes.add(generateCode(entropy, 0));
    }
    expect(codes.size).toBe(128);
  });

  it('tell nothing of the coupon code of the same entropy', () => {
    expect(generateCouponCode('0123456789abcdef', 0).startsWith(generateCode('0123456789abcdef', 0))).toBe(false);
  });

  it.each([
    ['less than 64 bits of entropy', '0123456789abcd', 0],
    ['text that is no hex', '0123456789abcdeg', 0],
    ['half a byte', '0123456789abcdef0', 0],
    ['a negative index', '0123456789abcdef', -1],
    ['part of an index', '0123456789abcdef', 0.5],
  ])('are refused to %s', (_fault, entropy, index) => {
    expect(() => generateCode(entropy, index)).toThrow('broken invariant');
  });
});
