import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { actor, wireText, wireTime } from './primitives.ts';

/** In the order in which an owner does them. */
export const CHECKLIST_ITEMS = ['program', 'import', 'landing', 'publicUrl', 'mail', 'shared', 'backup'] as const;
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];

/** What nothing inside can tell for sure: people say it is done, or not needed. */
const MARKED = ['import', 'mail', 'backup'] as const;

const NONE = z.strictObject({});

const checklist = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.enum(CHECKLIST_ITEMS),
        state: z
          .enum(['todo', 'done', 'waived', 'due'])
          .describe('`waived`: people say it is not needed, and nothing shows that it is there. `due`: was done, and it is time again.'),
        doneAt: wireTime.nullable().describe('When it was done, where that is known.'),
        title: wireText,
        why: wireText.describe('What it is for, and what happens without it.'),
      }),
    ),
    left: z.int().describe('How many are to be done.'),
    next: z.enum(CHECKLIST_ITEMS).nullable().describe('The first of them; null when all is done.'),
  })
  .meta({ id: 'Checklist' });

const shared = { tag: 'overview', query: NONE, status: 200, answer: checklist, idempotencyKey: false } as const;

export const getChecklist = endpoint({
  ...shared,
  method: 'GET',
  path: '/v1/checklist',
  summary: 'What is left between an empty installation and a programme that works, worked out from what is there',
  access: 'read',
  params: NONE,
  body: null,
});

export const markChecklist = endpoint({
  ...shared,
  method: 'POST',
  path: '/v1/checklist/{item}',
  summary: 'Say that something outside is done: a back-up made another way, nothing to import, no mail wanted',
  access: 'staff',
  params: z.strictObject({ item: z.enum(MARKED, 'choice') }),
  body: z.strictObject({ actor }),
});

export const unmarkChecklist = endpoint({
  ...shared,
  method: 'DELETE',
  path: '/v1/checklist/{item}',
  summary: 'Take back what was said of an item',
  access: 'staff',
  params: markChecklist.params,
  body: null,
});
