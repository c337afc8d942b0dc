import { z } from 'zod';
import { ok, type Result } from '../domain/result.ts';
import { givenAdvice, typedReasons } from './advice-schema.ts';
import { endpoint } from './endpoint.ts';
import { type InvalidField, parseBy } from './field-issues.ts';
import { actor, idOf, instant, pageOf, pageQuery, sha256Hex, wireText, wireTime } from './primitives.ts';
import { programDocumentSchema } from './program-document-schema.ts';
import { templateBody } from './templates.endpoints.ts';

const DOCUMENT_BODY_LIMIT = 1_048_576;
const NO_QUERY = z.strictObject({});
const programParams = z.strictObject({ id: idOf('prg') });
const versionParams = z.strictObject({
  id: idOf('prg'),
  number: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
});

const document = programDocumentSchema.meta({ id: 'ProgramDocument' });
const documentBody = z.strictObject({ document });
const readText = z.object({ documentHash: sha256Hex.optional() });

/** Which text the sender of a version has read; null = they do not say. */
export function readDocumentHash(body: unknown): Result<string | null, InvalidField> {
  const read = parseBy(readText, body);
  return read.ok ? ok(read.value.documentHash ?? null) : read;
}

const nextVersionBody = z.strictObject({
  document,
  documentHash: sha256Hex
    .optional()
    .describe('That of the newest version when this one was begun: `draft_changed` when another has been kept since.'),
});
const replacingBody = z.strictObject({
  document,
  documentHash: sha256Hex.optional().describe('That of the draft as it was read: `draft_changed` when it has been replaced since.'),
});

const storedDocument = z
  .looseObject({ name: wireText, currency: z.string(), rules: z.array(z.looseObject({ id: z.string(), on: z.string() })) })
  .meta({ id: 'StoredProgramDocument', description: 'The document as it was sent; its fields are those of ProgramDocument.' });

const version = z
  .strictObject({
    id: z.string(),
    number: z.int(),
    status: z.enum(['draft', 'published']),
    effectiveFrom: wireTime.nullable(),
    document: storedDocument,
    documentHash: z.string().describe('SHA-256 of the document as it is kept, hex: what is sent back to change or publish just this one.'),
    advice: z.array(givenAdvice).describe('What a published version was published against; of a draft, see …/advice.'),
    answeredBy: z.string().nullable().describe('Who typed the reasons: the actor of staff, else the name of the key.'),
  })
  .meta({ id: 'ProgramVersion' });

const programShape = {
  id: z.string(),
  status: z.enum(['draft', 'live', 'paused', 'ended']).describe('At the time of the answer.'),
  endedAt: wireTime.nullable(),
  versions: z.array(version),
};

const program = z.strictObject(programShape).meta({ id: 'Program' });

const enrolmentRun = z
  .strictObject({
    status: z
      .enum(['scheduled', 'running', 'finished'])
      .describe('`running` goes on in the background; `scheduled` waits for effectiveFrom.'),
    customers: z.int().describe('Members of the programme so far.'),
  })
  .meta({ id: 'EnrolmentRun' });

const enrollingProgram = z.strictObject({ ...programShape, enrolment: enrolmentRun }).meta({ id: 'EnrollingProgram' });

const shared = { tag: 'programs', params: programParams, query: NO_QUERY, status: 200 } as const;

export const createProgram = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/programs',
  summary: 'Keep a new programme as a draft, from a document or a template; every reason why it cannot work is told at once',
  access: 'admin',
  params: NO_QUERY,
  body: z.union([documentBody, templateBody]),
  status: 201,
  answer: program,
  idempotencyKey: true,
  isBodyDecodedByUseCase: true,
  isDraftWork: true,
  bodyLimit: DOCUMENT_BODY_LIMIT,
});

export const listPrograms = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/programs',
  summary: 'Programmes, oldest first',
  access: 'read',
  params: NO_QUERY,
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(['draft', 'live', 'paused', 'ended'], 'choice').optional().describe('Those in this state now.'),
  }),
  body: null,
  answer: pageOf(program),
  idempotencyKey: false,
});

export const getProgram = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/programs/{id}',
  summary: 'A programme with all its versions',
  access: 'read',
  body: null,
  answer: program,
  idempotencyKey: false,
});

export const addVersion = endpoint({
  ...createProgram,
  path: '/v1/programs/{id}/versions',
  summary: 'Keep a new version as a draft',
  params: programParams,
  body: nextVersionBody,
});

export const replaceVersion = endpoint({
  ...shared,
  method: 'PUT',
  path: '/v1/programs/{id}/versions/{number}',
  summary: 'Replace the document of a draft version',
  access: 'admin',
  params: versionParams,
  body: replacingBody,
  answer: program,
  idempotencyKey: false,
  isBodyDecodedByUseCase: true,
  isDraftWork: true,
  bodyLimit: DOCUMENT_BODY_LIMIT,
});

const deletion = {
  ...shared,
  method: 'DELETE',
  access: 'admin',
  body: null,
  idempotencyKey: false,
  isDraftWork: true,
} as const;

export const deleteProgram = endpoint({
  ...deletion,
  path: '/v1/programs/{id}',
  summary: 'Delete a programme that was never published, with its drafts and its goal',
  query: z.strictObject({
    documentHash: sha256Hex.optional().describe('That of the newest draft as it was read: `draft_changed` when another is kept by now.'),
  }),
  status: 204,
  answer: null,
});

export const deleteVersion = endpoint({
  ...deletion,
  path: '/v1/programs/{id}/versions/{number}',
  summary: 'Delete a draft version; what is published, and the other versions, stay',
  params: versionParams,
  query: z.strictObject({
    documentHash: sha256Hex.optional().describe('That of the draft as it was read: `draft_changed` when it has been replaced since.'),
  }),
  answer: program,
});

export const publishVersion = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/programs/{id}/versions/{number}/publish',
  summary: 'Publish a version and enrol whoever its conditions name; publishing it again changes nothing',
  access: 'admin',
  params: versionParams,
  body: z
    .strictObject({
      effectiveFrom: instant.optional().describe('Now when absent; only a first version may start in the past.'),
      reasons: typedReasons
        .optional()
        .describe('Why each warning does not matter. Without it a key alone is let through on warnings; staff must answer each.'),
      actor: actor.optional(),
      documentHash: sha256Hex
        .optional()
        .describe('That of the draft as it was read: `draft_changed` when it has been replaced since, and nothing is published.'),
    })
    .optional(),
  answer: z.strictObject({ ...enrollingProgram.shape, advice: z.array(givenAdvice) }).meta({ id: 'PublishedProgram' }),
  idempotencyKey: true,
});

const stateChange = { ...shared, method: 'POST', access: 'admin', body: z.strictObject({}).optional(), idempotencyKey: true } as const;

export const pauseProgram = endpoint({
  ...stateChange,
  path: '/v1/programs/{id}/pause',
  summary: 'Stop granting from now on; referrals started before survive',
  answer: program,
});

export const resumeProgram = endpoint({ ...stateChange, path: '/v1/programs/{id}/resume', summary: 'End the pause now', answer: program });

export const endProgram = endpoint({
  ...stateChange,
  path: '/v1/programs/{id}/end',
  summary: 'End the programme for good',
  answer: program,
});

export const enrolCustomers = endpoint({
  ...stateChange,
  path: '/v1/programs/{id}/enrol',
  summary: 'Evaluate automatic enrolment over all customers and all their history',
  answer: enrollingProgram,
});
