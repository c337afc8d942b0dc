import type { SeededChoice } from './seeded-choice.ts';

export interface DemoPerson {
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Whose story the demo tells; the rest are drawn. */
export const heroes = {
  marina: { externalId: 'c-marina', name: 'Марина Лебедева', email: 'marina@example.com', phone: '+79120000001' },
  oleg: { externalId: 'c-oleg', name: 'Олег Соколов', email: 'oleg@example.com', phone: '+79120000002' },
  kate: { externalId: 'c-kate', name: 'Kate Miller', email: 'kate@example.com', phone: '+79120000003' },
  james: { externalId: 'c-james', name: 'James Wilson', email: 'james@example.com', phone: '+79120000004' },
  zoya: { externalId: 'c-zoya', name: 'Зоя Крылова', email: 'zoya@example.com', phone: '+79120000005' },
} as const satisfies Record<string, DemoPerson>;

const women = ['Анна', 'Ольга', 'Елена', 'Ирина', 'Татьяна', 'Наталья', 'Светлана', 'Юлия', 'Дарья', 'Вера', 'Софья', 'Полина'];
const men = ['Иван', 'Алексей', 'Дмитрий', 'Сергей', 'Павел', 'Андрей', 'Николай', 'Михаил', 'Артём', 'Кирилл', 'Роман', 'Егор'];
const surnames = ['Смирнов', 'Кузнецов', 'Попов', 'Новиков', 'Морозов', 'Волков', 'Павлов', 'Орлов', 'Зайцев', 'Белов', 'Громов', 'Титов'];
const english = ['Emma', 'Liam', 'Olivia', 'Noah', 'Mia', 'Lucas', 'Grace', 'Henry', 'Alice', 'Arthur'];
const englishSurnames = ['Smith', 'Brown', 'Taylor', 'Davies', 'Evans', 'Walker', 'Wright', 'Green', 'Clark', 'Hall'];

const ENGLISH_SHARE = 0.25;

/** The `number`-th ordinary customer. Contacts lead nowhere: example.com, and numbers nobody was given. */
export function drawPerson(choice: SeededChoice, number: number): DemoPerson {
  const digits = String(number).padStart(4, '0');
  return {
    externalId: `c-${digits}`,
    name: drawName(choice),
    email: `customer-${digits}@example.com`,
    phone: `+7912100${digits}`,
  };
}

function drawName(choice: SeededChoice): string {
  if (choice.happens(ENGLISH_SHARE)) return `${choice.one(english)} ${choice.one(englishSurnames)}`;
  const surname = choice.one(surnames);
  return choice.happens(0.6) ? `${choice.one(women)} ${surname}а` : `${choice.one(men)} ${surname}`;
}
