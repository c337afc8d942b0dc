// Builds the pages people see (console, cabinet, widget) into dist/public; called by setup.mjs with the server's own build.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each app with the path it is served under. The widget's loader has one fixed name, since shops put it into their pages. */
const APPS = [{ name: 'admin', base: '/console/' }];

for (const { name, base } of APPS) {
  // The tests of setup.mjs build clones of a few files.
  if (!existsSync(join(root, 'web', name))) continue;
  const outDir = join(root, 'dist', 'public', name);
  rmSync(outDir, { recursive: true, force: true });
  await build({
    root: join(root, 'web', name),
    base,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: name === 'admin' ? 'react' : 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2022',
      chunkSizeWarningLimit: 2_000,
    },
  });
}
