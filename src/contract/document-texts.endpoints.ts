import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { wireText } from './primitives.ts';
import { programDocumentSchema } from './program-document-schema.ts';

const DOCUMENT_BODY_LIMIT = 1_048_576;
const NONE = z.strictObject({});
const section = z.strictObject({ id: z.string(), title: z.string(), paragraphs: z.array(z.string()) });

export const writeDocumentTexts = endpoint({
  method: 'POST',
  path: '/v1/programs/texts',
  summary: 'What a document says in words: the offer, each rule, the terms; nothing is stored',
  tag: 'programs',
  access: 'read',
  params: NONE,
  query: NONE,
  body: z.strictObject({ document: programDocumentSchema.meta({ id: 'ProgramDocument' }) }),
  status: 200,
  answer: z
    .strictObject({
      offer: wireText.describe('To a member, in one sentence.'),
      friendOffer: wireText.describe('To who was invited.'),
      rules: z.array(z.strictObject({ path: z.string().describe('JSON pointer into the document.'), text: wireText })),
      terms: z.strictObject({ ru: z.array(section), en: z.array(section) }),
    })
    .meta({ id: 'DocumentTexts' }),
  idempotencyKey: false,
  isBodyDecodedByUseCase: true,
  bodyLimit: DOCUMENT_BODY_LIMIT,
});
