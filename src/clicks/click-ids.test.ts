import { describe, expect, it } from 'vitest';
import { ClickIds } from './click-ids.ts';

describe('ClickIds', () => {
  it('draws distinct uuid v7 that carry their time and leave as 32 hex digits', () => {
    const ids = new ClickIds();
    const nowMs = Date.UTC(2026, 10, 22, 12);
    const drawn = Array.from({ length: 50_000 }, () => ids.next(nowMs));
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.every((id) => /^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/.test(id))).toBe(true);
    expect(drawn.every((id) => Number.parseInt(id.slice(0, 12), 16) === nowMs)).toBe(true);
  });
});
