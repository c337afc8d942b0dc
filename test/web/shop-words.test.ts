import i18next from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { formatMoney } from '../../web/admin/src/money.ts';
import { readableLink } from '../../web/admin/src/readable-link.ts';
import { instantOf, setShopZone, wallClock } from '../../web/admin/src/shop-time.ts';

afterEach(() => setShopZone('UTC'));

describe('times of the console', () => {
  it.each([
    ['Europe/Moscow', '2026-11-23T14:05', '2026-11-23T11:05:00.000Z'],
    ['America/St_Johns', '2026-07-01T00:30', '2026-07-01T03:00:00.000Z'],
    ['Pacific/Kiritimati', '2027-01-01T00:00', '2026-12-31T10:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-10-24T12:00', '2026-10-24T10:00:00.000Z'],
  ])('are taken and told in the zone of the business: %s %s', (zone, typed, instant) => {
    setShopZone(zone);
    expect(instantOf(typed)?.toISOString()).toBe(instant);
    expect(wallClock(new Date(instant))).toBe(typed);
  });

  it('are none where nothing is typed', () => {
    expect(instantOf('')).toBeNull();
  });
});

it('money is written as the server writes it: its own sign, no decimals of a whole amount, exact above 2^53', async () => {
  // Other files of this process may have chosen a language.
  await i18next.init({ lng: 'en', resources: {} });
  expect(formatMoney({ amountMinor: '100000', currency: 'RUB' })).toBe('₽1,000');
  expect(formatMoney({ amountMinor: '900719925474099350', currency: 'USD' })).toBe('$9,007,199,254,740,993.50');
});

it('a link is shown with the letters of its code, and with percents where letters would change it', () => {
  expect(readableLink('https://shop.example/r/%D0%9C%D0%90%D0%A0%D0%98%D0%9D%D0%90-7?via=copy')).toBe(
    'https://shop.example/r/МАРИНА-7?via=copy',
  );
  expect(readableLink('https://shop.example/r/A%20B%2FC%3F')).toBe('https://shop.example/r/A%20B%2FC%3F');
});
