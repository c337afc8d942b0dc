import type { ChecklistItem } from '../contract/checklist.endpoints.ts';
import type { LocalizedText } from '../domain/program/document.ts';

interface ItemTexts {
  readonly title: LocalizedText;
  readonly why: LocalizedText;
}

export const CHECKLIST_TEXTS: Readonly<Record<ChecklistItem, ItemTexts>> = {
  program: {
    title: { ru: 'Запустить первую программу', en: 'Start the first programme' },
    why: {
      ru: 'Пока программа не запущена, никто не получает наград.',
      en: 'Until a programme is running nobody is rewarded.',
    },
  },
  import: {
    title: { ru: 'Загрузить прошлые заказы', en: 'Bring in past orders' },
    why: {
      ru: 'Иначе старый покупатель будет считаться новым, и награда за «нового» достанется зря.',
      en: 'Otherwise an old customer counts as a new one, and a reward for “a new one” is spent for nothing.',
    },
  },
  landing: {
    title: { ru: 'Указать, куда ведут ссылки друзей', en: 'Say where friends’ links lead' },
    why: {
      ru: 'Пока адрес не указан, друг видит страницу приглашения, но не ваш магазин.',
      en: 'Until there is an address a friend sees the page of the invitation but not your shop.',
    },
  },
  publicUrl: {
    title: { ru: 'Открыть Сарафан для интернета', en: 'Open Sarafan to the internet' },
    why: {
      ru: 'Сейчас ссылки открываются только на этом компьютере. Тому, кто настраивает сервер: задайте PUBLIC_URL.',
      en: 'Links open on this computer only. For whoever runs the server: set PUBLIC_URL.',
    },
  },
  mail: {
    title: { ru: 'Подключить почту', en: 'Set up mail' },
    why: {
      ru: 'Без почты покупатель не войдёт в кабинет по коду и не узнает о награде.',
      en: 'Without mail a customer cannot sign in by a code and hears nothing of a reward.',
    },
  },
  shared: {
    title: { ru: 'Поделиться первой ссылкой', en: 'Share the first link' },
    why: {
      ru: 'Отправьте ссылку одному довольному покупателю и посмотрите, что он увидит. Отметится, когда её откроют.',
      en: 'Send a link to one happy customer and see what they see. It is ticked off when the link is opened.',
    },
  },
  backup: {
    title: { ru: 'Сделать резервную копию', en: 'Make a back-up' },
    why: {
      ru: 'Здесь живут деньги ваших покупателей. Копия раз в неделю: npx sarafan backup ФАЙЛ.',
      en: 'Your customers’ money lives here. Once a week: npx sarafan backup FILE.',
    },
  },
};
