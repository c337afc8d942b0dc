// Writes what is derived from the contract: openapi.json from the endpoints, the SDK's types from openapi.json.
// Needs a build; the two files are checked in, so that a reader and the SDK need neither.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('..', import.meta.url);
const { allRoutes } = await import(new URL('dist/http/all-routes.js', root));
const { API_VERSION, openApiDocument } = await import(new URL('dist/http/openapi.js', root));

// Only the definitions are read; nothing is asked of what the routes would work with.
const document = openApiDocument(
  allRoutes({}).map(({ endpoint }) => endpoint),
  { version: API_VERSION },
);
write('openapi.json', `${JSON.stringify(document, null, 2)}\n`);
const types = astToString(await openapiTS(document, { alphabetize: false, immutable: true }));
write('sdk/src/generated/schema.ts', `// Generated from openapi.json by scripts/generate.mjs.\n${types}`);

function write(path, text) {
  writeFileSync(fileURLToPath(new URL(path, root)), text);
}
