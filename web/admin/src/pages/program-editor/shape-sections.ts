/** The document by the tabs of the editor. */
import { amountShape as amount, localizedShape as localized, rulesShape } from './shape.ts';
import { conditionsShape, NO_MONEY } from './shape-conditions.ts';
import type { Field, Shape } from './shape-type.ts';

const whole = { kind: 'whole' } as const;
const text = { kind: 'text' } as const;
const money = { kind: 'money' } as const;
const longLocalized = { kind: 'longLocalized' } as const;
const choice = (...options: readonly string[]): Shape => ({ kind: 'choice', options });
const NO_TEXT = { ru: '', en: '' } as const;

const counted = (value: Shape): Shape => ({
  kind: 'object',
  fields: [
    { name: 'atLeast', shape: value },
    { name: 'withinDays', shape: whole, optional: true },
  ],
});

const tierConditions: Shape = {
  kind: 'list',
  name: 'condition',
  look: 'boxes',
  blank: { paidOrders: { atLeast: 2 } },
  item: {
    kind: 'oneOf',
    options: [
      { name: 'paidOrders', shape: counted(whole), blank: { atLeast: 2 } },
      { name: 'spend', shape: counted(money), blank: { atLeast: NO_MONEY } },
      { name: 'margin', shape: counted(money), blank: { atLeast: NO_MONEY }, label: 'marginEarned' },
      { name: 'qualifiedReferrals', shape: counted(whole), blank: { atLeast: 1 } },
      { name: 'scoresGiven', shape: counted(whole), blank: { atLeast: 1 } },
      {
        name: 'score',
        shape: {
          kind: 'object',
          fields: [
            { name: 'atLeast', shape: whole, label: 'scoreAtLeast' },
            { name: 'required', shape: { kind: 'flag' }, optional: true, label: 'scoreRequired' },
          ],
        },
        blank: { atLeast: 7 },
      },
      { name: 'noOpenComplaint', shape: { kind: 'onlyTrue' }, blank: true },
      {
        name: 'daysSinceJoining',
        shape: { kind: 'object', fields: [{ name: 'atLeast', shape: whole, label: 'daysAtLeast' }] },
        blank: { atLeast: 30 },
      },
    ],
  },
};

const tierShape: Shape = {
  kind: 'object',
  fields: [
    { name: 'name', shape: localized, label: 'tierName' },
    {
      name: 'entry',
      shape: {
        kind: 'object',
        fields: [
          { name: 'if', shape: tierConditions, label: 'entryIf' },
          { name: 'acceptance', shape: choice('none', 'partnerTerms'), optional: true },
        ],
      },
    },
    {
      name: 'keep',
      shape: { kind: 'object', fields: [{ name: 'if', shape: tierConditions, label: 'keepIf' }] },
      optional: true,
      blank: { if: [{ paidOrders: { atLeast: 1, withinDays: 365 } }] },
    },
    {
      name: 'expiry',
      shape: {
        kind: 'object',
        fields: [
          {
            either: 'expiryOf',
            options: [
              { name: 'days', shape: whole, blank: 365, label: 'expiryDays' },
              { name: 'months', shape: whole, blank: 12, label: 'expiryMonths' },
              { name: 'yearly', shape: text, blank: '01-01' },
            ],
          },
        ],
      },
      optional: true,
      blank: { months: 12 },
    },
    { name: 'downgrade', shape: choice('none', 'oneStep', 'toEarned'), optional: true },
    { name: 'graceDays', shape: whole, optional: true },
    { name: 'warnDays', shape: whole, optional: true },
    { name: 'perks', shape: { kind: 'refs', of: 'perks' }, optional: true, label: 'tierPerks' },
    { name: 'replaces', shape: { kind: 'refs', of: 'rules' }, optional: true },
    { name: 'rules', shape: rulesShape, optional: true, blank: [], label: 'tierRules' },
    { name: 'badge', shape: localized, optional: true, blank: NO_TEXT },
    { name: 'greeting', shape: longLocalized, optional: true, blank: NO_TEXT },
    { name: 'thankYou', shape: longLocalized, optional: true, blank: NO_TEXT },
    { name: 'id', shape: text, label: 'tierId' },
  ],
};

const perkShape: Shape = {
  kind: 'object',
  fields: [
    { name: 'name', shape: localized, label: 'perkName' },
    { name: 'kind', shape: choice('seat', 'earlyAccess', 'access', 'service', 'announcement', 'goods', 'codes'), label: 'perkKind' },
    { name: 'cost', shape: money, optional: true, label: 'perkCost' },
    { name: 'capacity', shape: whole, optional: true },
    { name: 'perMember', shape: whole, optional: true },
    { name: 'validDays', shape: whole, optional: true, label: 'perkValidDays' },
    { name: 'startsAt', shape: { kind: 'instant' }, optional: true },
    { name: 'endsAt', shape: { kind: 'instant' }, optional: true },
    { name: 'opensAt', shape: { kind: 'instant' }, optional: true },
    { name: 'earlierHours', shape: { kind: 'hoursByTier' }, optional: true, blank: {} },
    { name: 'url', shape: text, optional: true, label: 'perkUrl' },
    { name: 'lowStockAt', shape: whole, optional: true },
    { name: 'revokeOnRefund', shape: { kind: 'flag' }, optional: true },
    { name: 'id', shape: text, label: 'perkId' },
  ],
};

const rules: readonly Field[] = [{ name: 'rules', shape: rulesShape }];
const tiers: readonly Field[] = [
  {
    name: 'tiers',
    shape: {
      kind: 'list',
      item: tierShape,
      blank: { id: 'tier', name: { textKey: 'editor.fresh.tier' }, entry: { if: [{ paidOrders: { atLeast: 2 } }] } },
      name: 'tier',
      look: 'cards',
    },
  },
];
const perks: readonly Field[] = [
  {
    name: 'perks',
    shape: {
      kind: 'list',
      item: perkShape,
      blank: { id: 'perk', name: { textKey: 'editor.fresh.perk' }, kind: 'seat', capacity: 20 },
      name: 'perk',
      look: 'cards',
    },
  },
];
const limits: readonly Field[] = [
  { name: 'budget', shape: amount, optional: true },
  { name: 'shortfall', shape: choice('debt', 'clamp'), optional: true },
  {
    name: 'percentOf',
    shape: { kind: 'object', fields: [{ name: 'tax', shape: choice('included', 'excluded'), optional: true }] },
    optional: true,
    blank: { tax: 'excluded' },
    label: 'percentTax',
  },
  {
    name: 'attribution',
    shape: {
      kind: 'object',
      fields: [
        { name: 'windowDays', shape: whole, optional: true },
        { name: 'touch', shape: choice('first', 'last'), optional: true },
        { name: 'lockAt', shape: choice('firstPaidOrder', 'signUp'), optional: true },
      ],
    },
    optional: true,
    blank: { windowDays: 60 },
  },
  {
    name: 'margin',
    shape: {
      kind: 'object',
      fields: [
        { name: 'basisPoints', shape: { kind: 'percent' }, label: 'marginPercent' },
        {
          name: 'categories',
          shape: {
            kind: 'list',
            name: 'marginCategory',
            look: 'boxes',
            blank: { category: '', basisPoints: 3000 },
            item: {
              kind: 'object',
              fields: [
                { name: 'category', shape: text, label: 'categoryName' },
                { name: 'basisPoints', shape: { kind: 'percent' }, label: 'marginPercent' },
              ],
            },
          },
          optional: true,
          blank: [],
          label: 'marginCategories',
        },
      ],
    },
    optional: true,
    blank: { basisPoints: 3000 },
  },
];
const words: readonly Field[] = [
  { name: 'name', shape: localized },
  {
    name: 'enrolment',
    shape: {
      kind: 'object',
      fields: [
        { name: 'mode', shape: choice('automatic', 'optIn', 'staff'), optional: true, label: 'enrolmentMode' },
        { name: 'if', shape: conditionsShape, optional: true, blank: [], label: 'enrolmentIf' },
      ],
    },
    optional: true,
    blank: { mode: 'automatic', if: [] },
  },
  { name: 'offerStyle', shape: choice('reward', 'gift'), optional: true },
  { name: 'sharing', shape: choice('private', 'public'), optional: true },
  {
    name: 'marking',
    shape: {
      kind: 'object',
      fields: [
        { name: 'erid', shape: text },
        { name: 'advertiser', shape: text },
      ],
    },
    optional: true,
    blank: { erid: '', advertiser: '' },
  },
  {
    name: 'story',
    shape: {
      kind: 'object',
      fields: [
        { name: 'title', shape: localized, label: 'storyTitle' },
        { name: 'text', shape: longLocalized, label: 'storyText' },
        { name: 'imageUrl', shape: text, optional: true },
      ],
    },
    optional: true,
    blank: { title: NO_TEXT, text: NO_TEXT },
  },
  {
    name: 'points',
    shape: {
      kind: 'object',
      fields: [
        { name: 'name', shape: localized, label: 'pointsName' },
        { name: 'value', shape: money, optional: true, label: 'pointsValue' },
      ],
    },
    optional: true,
    blank: { name: { textKey: 'editor.fresh.points' }, value: NO_MONEY },
    label: 'programPoints',
  },
  { name: 'currency', shape: text, label: 'programCurrency' },
  { name: 'timeZone', shape: text, optional: true, label: 'programTimeZone' },
];

export const SECTIONS = { rules, tiers, perks, limits, words } as const satisfies Readonly<Record<string, readonly Field[]>>;
type Section = keyof typeof SECTIONS;

/** Which section holds a place of the document. */
export function sectionOf(path: string): Section | null {
  const [, first] = path.split('/');
  const found = Object.entries(SECTIONS).find(([, fields]) => fields.some((field) => 'name' in field && field.name === first));
  return found === undefined ? null : ((['rules', 'tiers', 'perks', 'limits', 'words'] as const).find((name) => name === found[0]) ?? null);
}
