/** What can be wrong with how the pages of a business look; part of the one table in problems.ts. */
export const PAGE_PROBLEMS = {
  brand_contrast: {
    status: 422,
    ru: 'Эти цвета нельзя прочитать друг на друге.',
    en: 'These colours cannot be read on one another.',
  },
  logo_refused: {
    status: 422,
    ru: 'Логотип — это картинка PNG или JPEG до 128 кБ и 4096 точек по стороне. SVG не принимаем: в нём может быть скрипт.',
    en: 'A logo is a PNG or JPEG picture of up to 128 kB and 4096 pixels a side. SVG is not taken: it can hold a script.',
  },
  consent_text_changed: {
    status: 409,
    ru: 'Текст согласия изменился: покажите его заново.',
    en: 'The text of the consent has changed: show it again.',
  },
  controller_missing: {
    status: 409,
    ru: 'Сначала укажите, кто отвечает за персональные данные (controller в PATCH /v1/tenant).',
    en: 'First say who is answerable for personal data (controller in PATCH /v1/tenant).',
  },
} as const;
