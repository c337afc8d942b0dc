import { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { problemSchema } from '../contract/event-answer-schema.ts';

/** Of the API's paths and words, not of the program. */
export const API_VERSION = '1';

type Json = Record<string, unknown>;

const LINK: Json = {
  tags: ['links'],
  summary: 'The link a member shares',
  description:
    'Takes no key. Stores the click and leads to the landing address of `PATCH /v1/tenant`, its own query kept. Pages are HTML in the language of `Accept-Language`.',
  security: [],
  responses: {
    '200': { description: 'A page: no landing address is set, the code is paused, or a messenger draws a preview.' },
    '302': {
      description: 'To the landing address.',
      headers: {
        location: { description: 'With `sarafan_click=clk_…` added.', schema: { type: 'string', format: 'uri' } },
      },
    },
    '404': { description: 'No such code.' },
    '410': { description: 'The code is no longer valid.' },
    '429': { description: 'Too many unknown codes from this network.' },
    '503': { description: 'The code cannot be looked up now.' },
  },
};

/** Served beside the API's endpoints, which answer JSON. */
const LINK_PATHS: Readonly<Record<string, Json>> = {
  '/r/{code}': { get: { operationId: 'openLink', ...LINK, parameters: [inPath('code')] } },
  '/t/{slug}/r/{code}': { get: { operationId: 'openTenantLink', ...LINK, parameters: [inPath('slug'), inPath('code')] } },
};

function inPath(name: string): Json {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

const ACCESS_TEXT: Readonly<Record<Endpoint['access'], string>> = {
  read: 'Needs a secret key with scope `read`.',
  write: 'Needs a secret key with scope `write`.',
  staff: 'Needs a secret key with scope `staff`; `actor` names who acts and is kept in the log.',
  admin: 'Needs a secret key with scope `admin`.',
  publishable: 'Takes any key, also a publishable one. Throttled.',
  session: 'Needs the cookie of a person signed in to the console.',
  member: 'Needs the session of a member signed in to their cabinet: `Authorization: Bearer ms_…`.',
  anyone: 'Needs no key. Throttled.',
};

/** The OpenAPI 3.1 document of a list of endpoints; what is sent is described before, what is answered after decoding. */
export function openApiDocument(endpoints: readonly Endpoint[], info: { readonly version: string }): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const each of endpoints) {
    const path = paths[each.path] ?? {};
    path[each.method.toLowerCase()] = operation(each, components);
    paths[each.path] = path;
  }
  const problemRef = schemaOf(problemSchema, 'output', components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sarafan',
      version: info.version,
      description: 'Referral and loyalty API. Money is a decimal string of minor units with its currency; time is RFC 3339 with zone.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    tags: [...new Set([...endpoints.map((each) => each.tag), 'links'])].map((name) => ({ name })),
    paths: { ...paths, ...LINK_PATHS },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: '`sk_…` (secret) or `pk_…` (publishable).' } },
      responses: {
        Problem: {
          description: 'RFC 9457: what is wrong, in both languages.',
          content: { 'application/problem+json': { schema: problemRef } },
        },
      },
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

function operation(each: Endpoint, components: Json): Json {
  const parameters = [
    ...parametersOf(each.params, { where: 'path', components }),
    ...parametersOf(each.query, { where: 'query', components }),
    ...(each.idempotencyKey
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]{1,200}$' },
            description: 'Repeats give the first answer for 30 days.',
          },
        ]
      : []),
  ];
  return {
    operationId: operationId(each),
    tags: [each.tag],
    summary: each.summary,
    description: ACCESS_TEXT[each.access],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(each.body === null
      ? {}
      : {
          requestBody: {
            required: !each.body.safeParse(undefined).success,
            content: { 'application/json': { schema: schemaOf(each.body, 'input', components) } },
          },
        }),
    responses: {
      [String(each.status)]: answerOf(each, components),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function answerOf(each: Endpoint, components: Json): Json {
  if (each.answer === null) return { description: 'Done.' };
  return {
    description: 'Done.',
    content: { [each.mediaType ?? 'application/json']: { schema: schemaOf(each.answer, 'output', components) } },
  };
}

/** `POST /v1/rewards/{id}/approve` is `postRewardsIdApprove`. */
function operationId(each: Endpoint): string {
  const words = each.path.replace(/^\/v1\//, '').split(/[^A-Za-z]+/);
  return each.method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function parametersOf(schema: z.ZodType, into: { readonly where: 'path' | 'query'; readonly components: Json }): Json[] {
  const found = schemaOf(schema, 'input', into.components);
  const properties = isJson(found['properties']) ? found['properties'] : {};
  const required = Array.isArray(found['required']) ? found['required'] : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: into.where,
    required: into.where === 'path' || required.includes(name),
    schema: property,
  }));
}

/** Schemas with an id move to `components`. One id stands for one direction: what is sent, or what is answered. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const made: Json = { ...z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'throw', override: asNumber }) };
  const { $schema: _dialect, $defs: definitions, ...rest } = made;
  if (isJson(definitions)) {
    for (const [name, definition] of Object.entries(definitions)) components[name] = relocate(definition);
  }
  return relocate(rest);
}

/** What the contract calls an integer is one, also where it is read from the digits of an address. */
function asNumber({ jsonSchema }: { readonly jsonSchema: Json }): void {
  if (jsonSchema['type'] === 'integer') delete jsonSchema['pattern'];
}

function relocate(value: Json): Json;
function relocate(value: unknown): unknown;
function relocate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => relocate(item));
  if (!isJson(value)) return value;
  const moved: Json = {};
  for (const [key, inner] of Object.entries(value)) {
    moved[key] = key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : relocate(inner);
  }
  return moved;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
