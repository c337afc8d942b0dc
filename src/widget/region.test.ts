import { describe, expect, it } from 'vitest';
import { regionOf, storageOf } from './region.ts';

describe('the region of a business', () => {
  it.each([
    ['Europe/Moscow', 'ru', 'allow'],
    ['Asia/Vladivostok', 'ru', 'allow'],
    ['Europe/Berlin', 'eu', 'ask'],
    ['Europe/London', 'eu', 'ask'],
    ['Asia/Nicosia', 'eu', 'ask'],
    ['Asia/Almaty', 'other', 'allow'],
    ['America/New_York', 'other', 'allow'],
    ['UTC', 'eu', 'ask'],
  ])('of %s is %s: keeping the click without consent is %s', (timeZone, region, storage) => {
    expect(regionOf(null, timeZone)).toBe(region);
    expect(storageOf(regionOf(null, timeZone))).toBe(storage);
  });

  it('is what the owner said', () => {
    expect(regionOf('eu', 'Europe/Moscow')).toBe('eu');
  });
});
