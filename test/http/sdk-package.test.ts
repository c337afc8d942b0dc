import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the package of the SDK holds its client, types and a README, and nothing of the compiler', () => {
  const packed = spawnSync('npm', ['pack', '--workspace', 'sdk', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ files } = { files: [] }]: readonly { readonly files: readonly { readonly path: string }[] }[] = JSON.parse(packed.stdout);
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['README.md', 'dist/client.js', 'dist/client.d.ts', 'dist/generated/schema.d.ts', 'package.json']),
  );
  expect(paths.filter((path) => path.endsWith('.tsbuildinfo'))).toEqual([]);
});
