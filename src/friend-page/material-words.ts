/** What the pages with materials for invitations say around the texts a programme makes of itself. */
import type { ShareChannel } from '../contract/cabinet-home.endpoints.ts';
import type { PageLanguage } from './page-language.ts';

/** Ways that take a ready text. */
export type TextChannel = Exclude<ShareChannel, 'native' | 'copy' | 'qr'>;

const ru = {
  title: 'Материалы для приглашений',
  lead: 'Ваши код и ссылка уже внутри.',
  inPerson: 'Раздавайте и отправляйте лично: открыто публиковать приглашения этой программы нельзя.',
  paper: 'Напечатать',
  card: 'Карточка A6',
  sheet: 'Лист A4: четыре карточки',
  poster: 'Плакат A4',
  files: 'QR-код ссылки',
  svg: 'Для типографии (SVG)',
  png: 'Для картинок и документов (PNG)',
  texts: 'Готовые тексты',
  keep: 'Фразу о вознаграждении не убирайте: друг должен о нём знать.',
  copy: 'Скопировать',
  copied: 'Готово',
  print: 'Напечатать',
  printHint: 'В окне печати выберите тот же размер бумаги и поля «нет».',
  scan: 'Наведите камеру или назовите код при заказе',
  greeting: 'Здравствуйте!',
  channels: {
    telegram: 'Telegram',
    vk: 'ВКонтакте',
    whatsapp: 'WhatsApp',
    max: 'MAX',
    email: 'Почта',
    sms: 'СМС',
    vkWall: 'Стена ВКонтакте',
    okWall: 'Одноклассники',
    telegramChannel: 'Канал в Telegram',
  } satisfies Readonly<Record<TextChannel, string>>,
};

const en: typeof ru = {
  title: 'Materials for invitations',
  lead: 'Your code and link are in them.',
  inPerson: 'Hand them out and send them in person: invitations of this programme must not be published.',
  paper: 'To print',
  card: 'Card, A6',
  sheet: 'Sheet, A4: four cards',
  poster: 'Poster, A4',
  files: 'QR code of the link',
  svg: 'For a printing house (SVG)',
  png: 'For pictures and documents (PNG)',
  texts: 'Ready texts',
  keep: 'Leave the sentence about the reward in: your friend has to know of it.',
  copy: 'Copy',
  copied: 'Done',
  print: 'Print',
  printHint: 'In the print window choose the same paper and no margins.',
  scan: 'Point a camera here, or give the code with your order',
  greeting: 'Hello!',
  channels: {
    telegram: 'Telegram',
    vk: 'VK',
    whatsapp: 'WhatsApp',
    max: 'MAX',
    email: 'E-mail',
    sms: 'SMS',
    vkWall: 'VK wall',
    okWall: 'OK.ru',
    telegramChannel: 'Telegram channel',
  },
};

export type MaterialWords = typeof ru;
export const materialWords: Readonly<Record<PageLanguage, MaterialWords>> = { ru, en };
