import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openApi } from '../support/api.ts';

describe('the document', () => {
  it('is the one that is checked in', async () => {
    const api = await openApi();
    expect((await api.get('/openapi.json')).body).toEqual(JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')));
  });

  it('leaves no value undescribed', async () => {
    const api = await openApi();
    const empty: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (Array.isArray(node)) for (const [index, item] of node.entries()) walk(item, `${path}/${index}`);
      else if (typeof node === 'object' && node !== null) {
        const isMapOfSchemas = path.endsWith('/properties');
        if (Object.keys(node).length === 0 && !isMapOfSchemas && !path.endsWith('/additionalProperties')) empty.push(path);
        for (const [key, item] of Object.entries(node)) walk(item, `${path}/${key}`);
      }
    };
    walk((await api.get('/openapi.json')).body, '');
    expect(empty).toEqual([]);
  });
});
