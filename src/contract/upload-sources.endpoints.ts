/** Where files come from by themselves: a watched folder or an address that is asked each day. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idOf, wireText, wireTime } from './primitives.ts';
import { fileReading, shownReading, sourceName, UPLOAD_KINDS, uploadKind, uploadMode } from './uploads.endpoints.ts';

const NONE = z.strictObject({});
const shared = { tag: 'uploads', query: NONE, body: null, status: 200, idempotencyKey: false } as const;
const sourceBody = {
  kind: uploadKind,
  mode: uploadMode,
  reading: fileReading,
  programId: idOf('prg').nullable().default(null),
  watchesFolder: z.boolean('type').default(false).meta({ description: 'Take files from the folder of this name in the inbox.' }),
  url: z.string().max(2_048, 'webhook-url').nullable().default(null).meta({ description: 'Where the file is fetched from each day.' }),
  fetchAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
    .nullable()
    .default(null)
    .meta({ description: "`06:30` by the business's clock; with an address." }),
};
const source = z
  .strictObject({
    name: z.string(),
    kind: z.enum(UPLOAD_KINDS),
    mode: z.enum(['history', 'earn']),
    reading: shownReading,
    programId: z.string().nullable(),
    watchesFolder: z.boolean(),
    folder: z.string().meta({ description: 'Where its files are put, on the machine of the server.' }),
    url: z
      .string()
      .nullable()
      .meta({ description: 'Where its file is fetched. Such an address may hold a secret: who may not set one is shown its site only.' }),
    fetchAt: z.string().nullable(),
    nextFetchAt: wireTime.nullable(),
    lastFetchAt: wireTime.nullable(),
    lastError: z.strictObject({ code: z.string(), text: wireText }).nullable(),
    createdAt: wireTime,
  })
  .meta({ id: 'UploadSource' });
export type SourceInput = z.input<typeof source>;
const sourcePath = z.strictObject({ name: sourceName });

export const listSources = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/upload-sources',
  summary: 'Where files come from, with how each is read; for who brings files in',
  access: 'write',
  params: NONE,
  answer: z.strictObject({ items: z.array(source) }),
});

export const putSource = endpoint({
  ...shared,
  method: 'PUT',
  path: '/v1/upload-sources/{name}',
  summary: 'Remember how the files of a source are read, and watch its folder or fetch its address',
  access: 'admin',
  params: sourcePath,
  body: z.strictObject(sourceBody),
  answer: source,
});

export const deleteSource = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/v1/upload-sources/{name}',
  summary: 'Forget a source; its files stay',
  access: 'admin',
  params: sourcePath,
  status: 204,
  answer: null,
});
