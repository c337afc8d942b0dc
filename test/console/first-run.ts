/** The owner's way through the first run, as a person walks it: by what the screen says. */
import { expect } from 'vitest';
import { expectAccessible, type Look, OWNER, type Visitor } from '../support/browser.ts';

const WORDS = {
  ru: {
    name: 'Ваше имя',
    email: 'Почта',
    password: 'Пароль',
    make: 'Создать и войти',
    skip: /Пропустить/,
    next: 'Дальше',
    start: 'Запустить программу',
    wordOfMouth: 'Чтобы о нас рассказывали',
    threeLevels: 'Три уровня',
    shop: 'Название',
    margin: 'Сколько остаётся с продажи',
    unfit: /Маржа меньше 1/,
    marginIs: (percent: number) => new RegExp(`Вы указали маржу ${percent}`),
    order: 'Обычный заказ',
    leave: 'Оставить как есть',
    fix: 'Исправить за меня',
    why: 'Почему вы оставляете как есть?',
    reason: 'Так задумано, мы посчитали.',
    running: /«Три уровня» работает/,
  },
  en: {
    name: 'Your name',
    email: 'E-mail',
    password: 'Password',
    make: 'Create and sign in',
    skip: /Skip/,
    next: 'Next',
    start: 'Start the programme',
    wordOfMouth: 'People talking about us',
    threeLevels: 'Three levels',
    shop: 'Name',
    margin: 'What is left of a sale',
    unfit: /The margin is below 1/,
    marginIs: (percent: number) => new RegExp(`You gave a margin of ${percent}`),
    order: 'A usual order',
    leave: 'Leave it as it is',
    fix: 'Fix it for me',
    why: 'Why do you leave it as it is?',
    reason: 'That is how we want it.',
    running: /“Three levels” is running/,
  },
} as const;

export const SHOP = 'Чайная на углу';

/** Told of each screen once it stands still. */
export type Seen = (name: string) => Promise<void>;

export function seeing({ page }: Visitor, save: (name: string) => Promise<void> = async () => undefined): Seen {
  return async (name) => {
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    await save(name);
    await expectAccessible(page);
  };
}

/** From the printed link to a running programme of three levels; every screen is looked at. */
export async function walkFirstRun(link: string, visitor: Visitor, { look, seen }: { readonly look: Look; readonly seen: Seen }) {
  const { page } = visitor;
  const words = WORDS[look.language];
  const next = () => page.getByRole('button', { name: words.next, exact: true }).click();
  const at = (step: string) => page.waitForURL((url) => url.hash.includes(`step=${step}`));
  await page.goto(link);
  await page.getByLabel(words.name).fill(OWNER.name);
  await page.getByLabel(words.email).fill(OWNER.email);
  await page.getByLabel(words.password).first().fill(OWNER.password);
  await seen('setup');
  await page.getByRole('button', { name: words.make }).click();
  await page.getByRole('img').waitFor();
  await seen('code');
  await page.getByRole('button', { name: words.skip }).click();
  await at('shop');
  await page.getByRole('button', { name: words.next, exact: true }).waitFor();
  await seen('shop');
  // A name that nobody has given is not offered as one.
  expect(await page.getByRole('button', { name: words.next, exact: true }).isEnabled()).toBe(false);
  await page.getByLabel(words.shop).fill(SHOP);
  await next();
  await at('goal');
  await page.getByRole('radio', { name: words.wordOfMouth }).click();
  await seen('goal');
  await next();
  await at('template');
  await expect.poll(() => page.getByRole('radio', { name: words.threeLevels }).getAttribute('aria-checked')).toBe('true');
  await seen('template');
  await next();
  await at('numbers');
  await page.getByLabel(words.margin).fill('0');
  await next();
  await page.getByRole('alert').getByText(words.unfit).waitFor();
  await page.getByLabel(words.margin).fill('40');
  await page.getByLabel(words.order).fill('4000');
  await seen('numbers');
  await next();
  await at('sizes');
  await page.getByText(words.marginIs(40)).first().waitFor({ state: 'attached' });
  // Back by the browser, to an address from before the draft: it is the same draft, by the margin that is given now.
  await page.goBack();
  await at('numbers');
  await page.getByLabel(words.margin).fill('30');
  await next();
  await at('sizes');
  await page.getByText(words.marginIs(30)).first().waitFor({ state: 'attached' });
  await seen('sizes');
  // What was made so far stands in the address and on the server.
  await page.reload();
  await next();
  await at('advice');
  await answerAll(visitor, words, seen);
  await next();
  await at('texts');
  await seen('texts');
  await next();
  await at('publish');
  await seen('publish');
  await page.getByRole('button', { name: words.start }).click();
  await page.getByRole('heading', { name: words.running }).waitFor();
  await seen('done');
}

/** Fixes what one press fixes and gives a reason for the rest. */
async function answerAll({ page }: Visitor, words: (typeof WORDS)['ru' | 'en'], seen: Seen): Promise<void> {
  const next = page.getByRole('button', { name: words.next, exact: true });
  await next.waitFor();
  await seen('advice');
  for (let left = 20; left > 0 && !(await next.isEnabled()); left -= 1) {
    const leave = page.getByRole('button', { name: words.leave }).first();
    const fix = page.getByRole('button', { name: words.fix }).first();
    if (await fix.isVisible()) {
      const before = await fix.count();
      await fix.click();
      await expect.poll(async () => (await fix.count()) < before || (await next.isEnabled()) || (await fix.isEnabled())).toBe(true);
      await page.waitForLoadState('networkidle');
      continue;
    }
    if (!(await leave.isVisible())) break;
    await leave.click();
    const why = page.getByLabel(words.why);
    for (const field of await why.all()) if ((await field.inputValue()) === '') await field.fill(words.reason);
  }
  await expect.poll(() => next.isEnabled()).toBe(true);
  await seen('advice-answered');
}
