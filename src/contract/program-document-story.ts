/** The story block of a programme: wire form and back (4-11). */
import { z } from 'zod';
import type { ProgramDocument } from '../domain/program/document.ts';
import { text } from './primitives.ts';

const MAX_TITLE = 120;
const MAX_TEXT = 1_500;

export const storySchema = z
  .strictObject({
    title: z.strictObject({ ru: text(MAX_TITLE), en: text(MAX_TITLE) }),
    text: z.strictObject({ ru: text(MAX_TEXT), en: text(MAX_TEXT) }),
    imageUrl: z
      .string()
      .max(500, 'text')
      .regex(/^https:\/\/[^\s\\]+$/, 'format')
      .optional()
      .describe('A picture on one of the domains of the business; from elsewhere it is not shown.'),
  })
  .describe('What the business stands for, told on the page of a link and of the programme.');

type StoryForm = z.output<typeof storySchema>;
type StoryWire = z.input<typeof storySchema>;

/** Absent stays absent: a programme without a story reads as it did before there were any. */
export function decodeStory(wire: StoryForm | undefined): Pick<ProgramDocument, 'story'> {
  return wire === undefined ? {} : { story: { title: wire.title, text: wire.text, imageUrl: wire.imageUrl ?? null } };
}

export function encodeStory({ story }: ProgramDocument): { story?: StoryWire } {
  if (story === undefined) return {};
  return { story: { title: story.title, text: story.text, ...(story.imageUrl === null ? {} : { imageUrl: story.imageUrl }) } };
}
