/** From an empty installation to a published programme of three levels, as an owner does it (0-26, 1-09, 1-15, 1-16, 2-03, 2-06). */
import { describe, expect, it } from 'vitest';
import { type Look, openLiveApi, openVisitor } from '../support/browser.ts';
import { seeing, walkFirstRun } from './first-run.ts';

const WAYS: readonly Look[] = [
  { language: 'ru', scheme: 'light', device: 'desktop' },
  { language: 'en', scheme: 'dark', device: 'phone' },
];

describe('the first run', () => {
  it.each(WAYS)(
    'goes from an empty installation to a running programme: $language, $scheme, $device',
    { timeout: 180_000 },
    async (look) => {
      const api = await openLiveApi();
      const owner = await openVisitor(look);
      await walkFirstRun(api, owner, { look, seen: seeing(owner) });
      const { items } = (await api.get('/v1/programs')).body;
      expect(items).toMatchObject([{ status: 'live', versions: [{ number: 1, status: 'published' }] }]);
      expect(items[0].versions[0].document.tiers.length).toBeGreaterThanOrEqual(3);
      expect((await api.get(`/v1/programs/${items[0].id}/goal`)).body.goal).toMatchObject({ metric: 'friendsOrdered', target: 20 });
      expect((await api.get('/v1/tenant')).body.margin).toMatchObject({ basisPoints: 3000 });
      expect(owner.troubles).toEqual([]);
      await owner.close();
    },
  );
});
