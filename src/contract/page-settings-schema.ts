/** How the pages of a business look and whom they name as answerable: parts of `GET|PATCH /v1/tenant`. */
import { z } from 'zod';
import { text } from './primitives.ts';

const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'format')
  .transform((value) => value.toLowerCase())
  .meta({ description: '`#rrggbb`.' });
const colors = { ground: color, ink: color, accent: color };
const FONTS = ['system', 'humanist', 'serif', 'rounded'] as const;
const REGIONS = ['ru', 'eu', 'other'] as const;
const radius = z.int('type').min(0, 'size').max(32, 'size').meta({ description: 'Of corners, in pixels.' });
const font = z.enum(FONTS, 'choice').meta({ description: 'Letters that are on the reader’s device already: nothing is loaded.' });
const region = z.enum(REGIONS, 'choice').meta({
  description: 'Whose rules hold for what is kept on a visitor’s device: in `eu` nothing without consent. By the time zone when null.',
});

/** 128 kB of picture. */
const LOGO_BASE64_MAX = 174_764;

const controllerChange = z
  .strictObject({
    name: text(200).meta({ description: 'The company or person answerable for personal data, with its register number.' }),
    address: text(300).nullable().default(null),
    contact: text(200).meta({ description: 'An e-mail or phone for questions and for taking a consent back.' }),
    privacyUrl: z
      .string('landing')
      .min(1, 'landing')
      .max(2048, 'landing')
      .meta({ description: 'Of the privacy policy, on a listed domain.' }),
  })
  .meta({ id: 'Controller', description: 'Who is answerable for personal data. Until it is set, pages take no contacts.' });

export const pageSettingsChange = {
  brand: z
    .strictObject({
      light: z.strictObject(colors).partial().optional().meta({ description: 'Colours by day.' }),
      dark: z.strictObject(colors).partial().optional().meta({ description: 'Colours by night.' }),
      radius: radius.optional(),
      font: font.optional(),
      logo: z
        .strictObject({
          data: z
            .string()
            .max(LOGO_BASE64_MAX, 'size')
            .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'format')
            .meta({ description: 'The picture, PNG or JPEG, in Base64.' }),
        })
        .nullable()
        .optional()
        .meta({ description: 'Null takes it away.' }),
    })
    .optional()
    .meta({ description: 'What is absent stays. Colours that cannot be read on one another are refused by name.' }),
  controller: controllerChange.nullable().optional(),
  shopLink: z.string('landing').min(1, 'landing').max(2048, 'landing').nullable().optional().meta({
    description: 'Where the shop takes a code from the address, as in `https://shop.example/?coupon={code}`; on a listed domain.',
  }),
  region: region.nullable().optional(),
};

export type PageSettingsBody = z.output<z.ZodObject<typeof pageSettingsChange>>;

const wireColors = z.strictObject({ ground: z.string(), ink: z.string(), accent: z.string() });

export const pageSettingsAnswer = {
  brand: z
    .strictObject({ light: wireColors, dark: wireColors, radius: z.int(), font: z.enum(FONTS), logoUrl: z.string().nullable() })
    .meta({ id: 'Brand' }),
  controller: z
    .strictObject({ name: z.string(), address: z.string().nullable(), contact: z.string(), privacyUrl: z.string() })
    .nullable()
    .meta({ description: 'Who is answerable for personal data; null until the owner says so.' }),
  shopLink: z.string().nullable().meta({ description: 'Where the shop takes a code from the address.' }),
  region: z.enum(REGIONS).nullable(),
};
