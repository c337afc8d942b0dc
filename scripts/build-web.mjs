// Builds the pages people see (console, cabinet, widget) into dist/public; called by setup.mjs with the server's own build.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Whoever builds: the pages are those people get, also when the tests build them.
process.env.NODE_ENV = 'production';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Preact by its own function: the runtime of the automatic transform, and a name for each group of texts, are bytes a phone would fetch. */
const SMALL = {
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' }, jsxInject: `import { Fragment, h } from 'preact'` },
  json: { namedExports: false },
};

/** Each app with the path it is served under. The widget's loader has one fixed name, since shops put it into their pages. */
const APPS = [
  { name: 'admin', base: '/console/' },
  { name: 'cabinet', base: '/cabinet/' },
  { name: 'widget', base: '/widget/' },
];

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
    ...(name === 'admin' ? { oxc: { jsx: { runtime: 'automatic', importSource: 'react' } } } : SMALL),
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

if (existsSync(join(root, 'web', 'widget'))) await buildWidget();

/** Beside the page in the offer's frame: the loader under its fixed name, which knows the elements' file by its hash. */
async function buildWidget() {
  const source = join(root, 'web', 'widget', 'src');
  const outDir = join(root, 'dist', 'public', 'widget');
  const shared = { configFile: false, logLevel: 'error', root: join(root, 'web', 'widget'), publicDir: false };
  const target = { outDir, emptyOutDir: false, target: 'es2022', copyPublicDir: false };
  await build({
    ...shared,
    build: {
      ...target,
      lib: { entry: join(source, 'elements.ts'), formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: 'elements-[hash].js' } },
      minify: true,
    },
  });
  const elements = readdirSync(outDir).find((name) => /^elements-[\w-]+\.js$/.test(name));
  await build({
    ...shared,
    define: { __SARAFAN_ELEMENTS__: JSON.stringify(`/widget/${elements}`) },
    build: {
      ...target,
      lib: { entry: join(source, 'loader.ts'), formats: ['iife'], name: 'sarafanLoader', fileName: () => 'widget.js' },
      minify: true,
    },
  });
}
