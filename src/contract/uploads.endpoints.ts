import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { currency, idOf, pageOf, pageQuery, wireText, wireTime } from './primitives.ts';

const NONE = z.strictObject({});
const uploadPath = z.strictObject({ id: idOf('upl') });
export const UPLOAD_KINDS = ['orders', 'refunds', 'customers'] as const;
export const uploadKind = z.enum(UPLOAD_KINDS, 'choice').meta({ description: 'What the rows are.' });
export const sourceName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'format')
  .meta({ description: 'Latin letters, digits and hyphens: it also names the watched folder.' });
/** 200 MB: some millions of orders. */
export const UPLOAD_BYTES_MAX = 209_715_200;

export const fileReading = z
  .strictObject({
    columns: z
      .array(
        z.strictObject({
          column: z.string().min(1).max(40, 'size').meta({ description: 'Of ours, as the preview lists them.' }),
          header: z.string().max(300, 'size').nullable().meta({ description: 'Of the file; null: the file has no such column.' }),
        }),
      )
      .max(40, 'too-many')
      .default([])
      .meta({ description: 'What the headers do not tell by themselves.' }),
    currency: currency.optional().meta({ description: 'Of rows that name none.' }),
    timeZone: z.string().max(64, 'time-zone').optional().meta({ description: "Of dates without a zone; the business's own when absent." }),
    decimalMark: z.enum(['.', ','], 'choice').optional().meta({ description: 'For amounts such as 1,234.' }),
    dateOrder: z.enum(['dmy', 'mdy'], 'choice').default('dmy').meta({ description: 'How 02/03/2026 is read.' }),
    encoding: z
      .enum(['utf-8', 'windows-1251', 'utf-16le', 'utf-16be'], 'choice')
      .optional()
      .meta({ description: 'Found out when absent.' }),
    delimiter: z.enum([',', ';', '\t'], 'choice').optional().meta({ description: 'Found out when absent.' }),
  })
  .meta({ id: 'FileReading' });
export type FileReading = z.output<typeof fileReading>;
/** As it is shown, with what was left out filled in. */
export const shownReading = z.strictObject(fileReading.shape).meta({ id: 'ShownFileReading' });

export const uploadMode = z.enum(['history', 'earn'], 'choice').meta({
  description:
    '`history`: what is past; programmes pay nothing for it. `earn`: what has just happened; programmes pay for what they did not know.',
});

const counts = z.strictObject({
  rows: z.int(),
  imported: z.int(),
  known: z.int().meta({ description: 'Known before: nothing is done twice.' }),
  skipped: z.int().meta({ description: 'Orders never paid.' }),
  failed: z.int(),
  problems: z.int(),
  waiting: z.int().meta({ description: 'Refunds whose order is not known yet.' }),
});
export type UploadCounts = z.input<typeof counts>;

const fileProblem = z.strictObject({
  row: z.int(),
  column: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  text: wireText,
});
export type FileProblemInput = z.input<typeof fileProblem>;

const upload = z
  .strictObject({
    id: z.string(),
    kind: z.enum(UPLOAD_KINDS),
    origin: z.enum(['console', 'folder', 'address']),
    source: z.string().nullable(),
    fileName: z.string(),
    sizeBytes: z.string(),
    status: z.enum(['receiving', 'ready', 'queued', 'running', 'done', 'failed', 'cancelled']),
    mode: z.enum(['history', 'earn']),
    counts: counts.nullable(),
    share: z.number().meta({ description: 'How much is done, 0 to 1.' }),
    rowsPerSecond: z.int().nullable(),
    problems: z.array(fileProblem).meta({ description: 'Why the file could not be read at all.' }),
    hasReport: z.boolean(),
    createdAt: wireTime,
    startedAt: wireTime.nullable(),
    finishedAt: wireTime.nullable(),
  })
  .meta({ id: 'Upload' });
export type UploadInput = z.input<typeof upload>;

const shared = { tag: 'uploads', params: uploadPath, query: NONE, body: null, status: 200, idempotencyKey: false } as const;

export const createUpload = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/uploads',
  summary: 'Take a CSV file: its bytes are the body, all of them or the first part; at most 200 MB',
  access: 'write',
  params: NONE,
  query: z.strictObject({
    kind: uploadKind,
    name: z.string().min(1, 'text').max(200, 'text').default('upload.csv').meta({ description: 'Of the file, to find it again.' }),
    more: z.enum(['true'], 'choice').optional().meta({ description: 'Further parts follow.' }),
  }),
  status: 201,
  takesBytes: true,
  answer: upload,
});

export const appendUpload = endpoint({
  ...shared,
  method: 'PUT',
  path: '/v1/uploads/{id}/content',
  summary: 'The next part of a file; a part that was cut off is sent again from where it began',
  access: 'write',
  query: z.strictObject({
    offset: z
      .string()
      .regex(/^\d{1,9}$/, 'size')
      .transform(Number)
      .meta({ description: 'Bytes before this part.' }),
    more: z.enum(['true'], 'choice').optional().meta({ description: 'Further parts follow.' }),
  }),
  takesBytes: true,
  answer: upload,
});

export const listUploads = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/uploads',
  summary: 'Files that came in and what became of them, newest first; kept for 30 days',
  access: 'read',
  params: NONE,
  query: z.strictObject(pageQuery),
  answer: pageOf(upload),
});

export const getUploadRoom = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/upload-room',
  summary: 'How much room files of the business take on the server, and how much they may',
  access: 'read',
  params: NONE,
  answer: z
    .strictObject({
      usedBytes: z.string().meta({ description: 'Of files not imported yet, of failed ones, and of reports.' }),
      maxBytes: z.string().meta({ description: 'A setting of the installation.' }),
    })
    .meta({ id: 'UploadRoom' }),
});

export const getUpload = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/uploads/{id}',
  summary: 'One file and how far it is',
  access: 'read',
  answer: upload,
});

const understood = z.strictObject({
  row: z.int(),
  orderId: z.string().nullable(),
  customer: z.string().nullable(),
  occurredAt: wireTime.nullable(),
  status: z.string().nullable(),
  amount: z.strictObject({ amountMinor: z.string(), currency: z.string() }).nullable(),
  code: z.string().nullable(),
});

export const previewUpload = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/uploads/{id}/preview',
  summary: 'How a file is understood: its columns, its first rows, and what is wrong with them; nothing is stored',
  access: 'write',
  body: z.strictObject({ kind: uploadKind.optional(), reading: fileReading.optional() }).optional(),
  answer: z
    .strictObject({
      format: z.strictObject({ encoding: z.string(), delimiter: z.string(), newline: z.string() }).nullable(),
      header: z.array(z.string()),
      columns: z.array(
        z.strictObject({
          column: z.string(),
          need: z.enum(['always', 'oneOf']).nullable().meta({ description: '`oneOf`: at least one of those marked so with it.' }),
          header: z.string().nullable().meta({ description: 'Where it was found; null: nowhere.' }),
        }),
      ),
      rows: z.array(understood),
      samples: z.array(z.array(z.string())).meta({ description: 'The first rows as they stand.' }),
      problems: z.array(fileProblem),
      rowsLookedAt: z.int(),
    })
    .meta({ id: 'UploadPreview' }),
});
export type PreviewInput = z.input<typeof previewUpload.answer>;

export const startUpload = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/uploads/{id}/start',
  summary: 'Import a file in the background; the same file again adds nothing',
  access: 'write',
  body: z.strictObject({
    kind: uploadKind.optional(),
    mode: uploadMode,
    reading: fileReading.optional(),
    programId: idOf('prg').optional().meta({ description: 'Customers: whose the opening points are.' }),
    saveAs: sourceName.optional().meta({ description: 'Remember the reading under this name.' }),
  }),
  status: 202,
  answer: upload,
});

export const cancelUpload = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/uploads/{id}/cancel',
  summary: 'Stop an import, or remove a file that waits or failed; what it has stored stays',
  access: 'write',
  body: NONE.optional(),
  answer: upload,
});

export const uploadReport = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/uploads/{id}/report.csv',
  summary: 'The rows that were refused, each with its reason',
  access: 'write',
  mediaType: 'text/csv',
  answer: z.string(),
});
