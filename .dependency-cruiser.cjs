// The boundary rules of STYLE.md and ARCHITECTURE.md. test/architecture plants a violation of each and expects it here.
const tests = String.raw`\.test\.ts$`;
const nouns = '^src/(?!domain/|contract/|database/|http/|jobs/|cli/|bench/)[^/]+/';
const npm = (names) => `node_modules/(@types/)?(${names})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain imports only itself (and the calendar, in domain/time).',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: [tests, '^src/domain/time/'] },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'domain-time-is-pure',
      severity: 'error',
      from: { path: '^src/domain/time/', pathNot: tests },
      to: { pathNot: ['^src/domain/', npm('temporal-polyfill|temporal-spec')] },
    },
    {
      name: 'sql-in-its-rooms',
      comment: 'kysely and pg: only in database/, *.store.ts and intake/.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/database/', String.raw`\.store\.ts$`, '^src/intake/', '^src/bench/', tests] },
      to: { path: npm('kysely|pg|pg-pool|pg-types') },
    },
    {
      name: 'fastify-in-its-rooms',
      comment: 'fastify: only in http/, *.routes.ts and clicks/.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/http/', String.raw`\.routes\.ts$`, '^src/clicks/', '^src/bench/', tests] },
      to: { path: 'node_modules/(@fastify/[^/]+|fastify|fastify-[^/]+)/' },
    },
    {
      name: 'zod-in-its-rooms',
      comment: 'zod: only in contract/, config.ts and http/.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/contract/', String.raw`^src/config\.ts$`, '^src/http/', tests] },
      to: { path: 'node_modules/zod/' },
    },
    {
      name: 'outside-world-in-its-rooms',
      comment: 'Sockets, files, processes: only where the outside world is met.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/(database|clicks|messages|webhooks|connectors|uploads|imports|http|cli|bench)/', String.raw`^src/main\.ts$`, tests],
      },
      to: { dependencyTypes: ['core'], path: '^(node:)?(net|tls|http|https|http2|dgram|dns|fs|fs/promises|dns/promises|child_process)$' },
    },
    {
      name: 'web-speaks-through-the-sdk',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|test)/' },
    },
    {
      name: 'sdk-stands-alone',
      severity: 'error',
      from: { path: '^sdk/' },
      to: { path: '^(src|web|test)/' },
    },
    {
      name: 'contract-knows-the-domain-only',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(contract|domain)/' },
    },
    {
      name: 'database-knows-no-noun',
      severity: 'error',
      from: { path: '^src/database/', pathNot: tests },
      to: {
        path: '^src/',
        pathNot: ['^src/(database|contract|domain)/', String.raw`^src/(start-refused|system-error|fault-point|clock)\.ts$`],
      },
    },
    {
      name: 'nouns-know-no-edge',
      comment: 'Only *.routes.ts of a noun knows http/; nothing of it knows jobs/ or cli/.',
      severity: 'error',
      from: { path: nouns, pathNot: [tests, String.raw`\.routes\.ts$`] },
      to: { path: '^src/(http|jobs|cli)/' },
    },
    {
      name: 'routes-know-no-jobs',
      severity: 'error',
      from: { path: String.raw`\.routes\.ts$` },
      to: { path: '^src/(jobs|cli)/' },
    },
    {
      name: 'edges-do-not-meet',
      severity: 'error',
      from: { path: '^src/(http|jobs)/', pathNot: tests },
      to: { path: '^src/cli/' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: {},
      to: { path: String.raw`^src/(main|cli/main)\.ts$` },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(src|sdk|web)/', pathNot: tests },
      to: { path: ['^test/', tests, 'node_modules/(vitest|fast-check|autocannon)/'], pathNot: '^$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [String.raw`\.d\.ts$`, '^sdk/src/generated/', String.raw`(^|/)main\.tsx?$`, tests, String.raw`\.config\.ts$`],
      },
      to: {},
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|sdk/dist|web/[^/]+/dist)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.json'],
    },
  },
};
