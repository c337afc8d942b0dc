/** What a text may name, by kind: never blank, since each field has a word for when nothing is known (2-14). */
import type { MailKind } from '../domain/messages/mail.ts';
import type { LocalizedText } from '../domain/program/document.ts';

interface MailField {
  readonly name: string;
  /** What it says, for who writes texts. */
  readonly meaning: LocalizedText;
  /** Printed when nothing is known. */
  readonly fallback: LocalizedText;
  /** For the preview. */
  readonly example: LocalizedText;
}

type Row = readonly [meaning: readonly [string, string], fallback: readonly [string, string], example: readonly [string, string]];

const shop: Row = [
  ['название магазина', 'name of the shop'],
  ['магазин', 'the shop'],
  ['Чайная лавка', 'The Tea House'],
];
const name: Row = [
  ['имя получателя', 'name of the recipient'],
  ['дорогой участник', 'dear member'],
  ['Марина', 'Marina'],
];
const greeting: Row = [
  ['обращение: «Здравствуйте, Марина!», а без имени — «Здравствуйте!»', 'a greeting: “Hello Marina,”, without a name “Hello,”'],
  ['Здравствуйте!', 'Hello,'],
  ['Здравствуйте, Марина!', 'Hello Marina,'],
];
const program: Row = [
  ['название программы', 'name of the programme'],
  ['программа магазина', 'the shop’s programme'],
  ['Приведи друга', 'Refer a friend'],
];
const status: Row = [
  ['уровень получателя в программе', 'the recipient’s tier in the programme'],
  ['участник', 'member'],
  ['Друг дома', 'Friend of the house'],
];
const shopLink: Row = [
  ['адрес магазина', 'address of the shop'],
  ['сайт магазина', 'the shop’s site'],
  ['https://tea.example', 'https://tea.example'],
];
const amount: Row = [
  ['сумма бонуса с валютой или баллами', 'the bonus, with its currency or points'],
  ['бонус', 'a bonus'],
  ['500 ₽', '£5.00'],
];
const expires: Row = [
  ['день, до которого можно потратить', 'the last day to spend it'],
  ['без срока', 'no end date'],
  ['4 декабря 2026 г.', '4 December 2026'],
];

const OWN = { shop, shop_link: shopLink };
const MEMBERS = { ...OWN, name, greeting, program, status };

const FIELDS: Readonly<Record<MailKind, Readonly<Record<string, Row>>>> = {
  'sign-in-code': {
    ...OWN,
    code: [
      ['код для входа', 'the sign-in code'],
      ['код', 'the code'],
      ['482 913', '482 913'],
    ],
    minutes: [
      ['сколько код действует', 'for how long it is valid'],
      ['несколько минут', 'a few minutes'],
      ['10 минут', '10 minutes'],
    ],
  },
  'staff-invitation': {
    ...OWN,
    name: [
      ['имя приглашённого', 'name of who is invited'],
      ['коллега', 'colleague'],
      ['Анна', 'Anna'],
    ],
    link: [
      ['ссылка приглашения', 'the invitation’s link'],
      ['ссылка', 'the link'],
      ['https://tea.example/console/#/invite/…', 'https://tea.example/console/#/invite/…'],
    ],
    valid_until: [
      ['до какого дня ссылка действует', 'the last day of the link'],
      ['ближайшие дни', 'the next days'],
      ['27 ноября 2026 г.', '27 November 2026'],
    ],
  },
  'friend-joined': {
    ...MEMBERS,
    friend: [
      ['инициалы друга или имя, которое ему дал сам получатель', 'the friend’s initials, or the recipient’s own name for them'],
      ['Ваш друг', 'A friend of yours'],
      ['А. П.', 'A. P.'],
    ],
  },
  'bonus-held': {
    ...MEMBERS,
    amount,
    why: [
      ['чего бонус ждёт', 'what the bonus waits for'],
      ['Ждём подтверждения.', 'Waiting to be confirmed.'],
      ['Ждём, пока пройдёт срок возврата заказа.', 'Waiting while the order can be returned.'],
    ],
    held_until: [
      ['когда бонус станет доступен', 'when the bonus becomes available'],
      ['после проверки', 'after a check'],
      ['4 декабря 2026 г.', '4 December 2026'],
    ],
  },
  'bonus-available': { ...MEMBERS, amount, expires },
  'bonus-expiring': { ...MEMBERS, amount, expires },
  'reward-to-collect': {
    ...MEMBERS,
    reward: [
      ['что можно получить', 'what can be collected'],
      ['награда', 'a reward'],
      ['скидка 5 %', '5% off'],
    ],
    code: [
      ['код купона', 'the coupon’s code'],
      ['код не нужен', 'no code is needed'],
      ['TEA-7H2K9', 'TEA-7H2K9'],
    ],
    has_code: [
      ['есть ли код — для условия if', 'whether there is a code, for an if'],
      ['', ''],
      ['1', '1'],
    ],
    expires,
  },
};

/** The fields of a kind, in the order they are shown. */
export function mailFields(kind: MailKind): readonly MailField[] {
  return Object.entries(FIELDS[kind]).map(([field, [meaning, fallback, example]]) => ({
    name: field,
    meaning: both(meaning),
    fallback: both(fallback),
    example: both(example),
  }));
}

export type FieldValues = Readonly<Record<string, string>>;

/** Every field of the kind: as known, or the word for when it is not. A switch for conditions stays empty. */
export function completeFields(kind: MailKind, locale: 'ru' | 'en', known: FieldValues): FieldValues {
  return Object.fromEntries(mailFields(kind).map((field) => [field.name, known[field.name]?.trim() || field.fallback[locale]]));
}

export function exampleFields(kind: MailKind, locale: 'ru' | 'en'): FieldValues {
  return Object.fromEntries(mailFields(kind).map((field) => [field.name, field.example[locale]]));
}

function both([ru, en]: readonly [string, string]): LocalizedText {
  return { ru, en };
}
