/** The seven messages as they are until a business writes its own. */
import type { MailKind } from '../domain/messages/mail.ts';

export interface MailText {
  readonly subject: string;
  /** Plain text with fields; a blank line parts paragraphs. */
  readonly body: string;
}

const TEXTS: Readonly<Record<MailKind, Readonly<Record<'ru' | 'en', MailText>>>> = {
  'sign-in-code': {
    ru: {
      subject: 'Код для входа: {{ code }}',
      body: 'Код для входа в «{{ shop }}»:\n\n{{ code }}\n\nОн действует {{ minutes }}, и только один раз. Никому его не сообщайте: сотрудники магазина код не спрашивают.\n\nЕсли вы не входили, ничего делать не нужно.',
    },
    en: {
      subject: 'Your sign-in code: {{ code }}',
      body: 'Your code for signing in at {{ shop }}:\n\n{{ code }}\n\nIt works once, for {{ minutes }}. Tell it to nobody: the shop’s people never ask for it.\n\nIf you were not signing in, there is nothing to do.',
    },
  },
  'staff-invitation': {
    ru: {
      subject: 'Вас приглашают в консоль «{{ shop }}»',
      body: 'Здравствуйте, {{ name }}!\n\nВас пригласили работать в консоли «{{ shop }}». Откройте ссылку и задайте пароль:\n\n{{ link }}\n\nСсылка действует до {{ valid_until }} и срабатывает один раз. Если вы не ждали приглашения, не открывайте её.',
    },
    en: {
      subject: 'You are invited to the console of {{ shop }}',
      body: 'Hello {{ name }},\n\nYou have been invited to work in the console of {{ shop }}. Open the link and set a password:\n\n{{ link }}\n\nThe link works once, until {{ valid_until }}. If you did not expect an invitation, do not open it.',
    },
  },
  'friend-joined': {
    ru: {
      subject: 'По вашему приглашению пришёл друг',
      body: '{{ greeting }}\n\nПо вашему приглашению пришёл друг: {{ friend }}. Спасибо!\n\nКогда его заказ засчитается, ваш бонус появится в программе «{{ program }}». О каждом шаге мы напишем.',
    },
    en: {
      subject: 'A friend has come by your invitation',
      body: '{{ greeting }}\n\nA friend has come by your invitation: {{ friend }}. Thank you!\n\nOnce their order counts, your bonus appears in “{{ program }}”. We will write at each step.',
    },
  },
  'bonus-held': {
    ru: {
      subject: 'Бонус {{ amount }} ждёт подтверждения',
      body: '{{ greeting }}\n\nВам начислен бонус по программе «{{ program }}»: {{ amount }}.\n\nПока он ждёт. {{ why }} Когда станет доступен: {{ held_until }}',
    },
    en: {
      subject: 'A bonus of {{ amount }} is waiting to be confirmed',
      body: '{{ greeting }}\n\nYou have earned a bonus in “{{ program }}”: {{ amount }}.\n\nIt is not yours to spend yet. {{ why }} When it becomes available: {{ held_until }}',
    },
  },
  'bonus-available': {
    ru: {
      subject: 'Бонус {{ amount }} можно потратить',
      body: '{{ greeting }}\n\nБонус по программе «{{ program }}» доступен: {{ amount }}.\n\nСрок: {{ expires }}\nГде потратить: {{ shop_link }}',
    },
    en: {
      subject: 'Your bonus of {{ amount }} is ready to spend',
      body: '{{ greeting }}\n\nYour bonus in “{{ program }}” is available: {{ amount }}.\n\nLast day: {{ expires }}\nWhere to spend it: {{ shop_link }}',
    },
  },
  'bonus-expiring': {
    ru: {
      subject: 'Бонус {{ amount }} скоро сгорит',
      body: '{{ greeting }}\n\nВаш бонус по программе «{{ program }}» скоро сгорит: {{ amount }}.\n\nПоследний день: {{ expires }}\nГде потратить: {{ shop_link }}',
    },
    en: {
      subject: 'Your bonus of {{ amount }} runs out soon',
      body: '{{ greeting }}\n\nYour bonus in “{{ program }}” runs out soon: {{ amount }}.\n\nLast day: {{ expires }}\nWhere to spend it: {{ shop_link }}',
    },
  },
  'reward-to-collect': {
    ru: {
      subject: 'Вас ждёт награда: {{ reward }}',
      body: '{{ greeting }}\n\nВас ждёт награда по программе «{{ program }}»: {{ reward }}.{% if has_code %}\n\nКод: {{ code }}{% endif %}\n\nСрок: {{ expires }}\nГде получить: {{ shop_link }}',
    },
    en: {
      subject: 'A reward is waiting for you: {{ reward }}',
      body: '{{ greeting }}\n\nA reward in “{{ program }}” is waiting for you: {{ reward }}.{% if has_code %}\n\nCode: {{ code }}{% endif %}\n\nLast day: {{ expires }}\nWhere to collect it: {{ shop_link }}',
    },
  },
};

export function defaultText(kind: MailKind, locale: 'ru' | 'en'): MailText {
  return TEXTS[kind][locale];
}
