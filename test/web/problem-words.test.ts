/** Problems of the API as the console says them: to a person, not to a program. */
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { ApiError } from '../../web/admin/src/api.ts';
import en from '../../web/admin/src/texts/en/console.json' with { type: 'json' };
import ru from '../../web/admin/src/texts/ru/console.json' with { type: 'json' };

beforeAll(() => i18next.init({ lng: 'ru', resources: { ru: { translation: ru }, en: { translation: en } } }));

const said = (field: string | null, text: string, more: { readonly code?: string; readonly reason?: string } = {}) => {
  const reasons =
    more.reason === undefined ? {} : { reasons: [{ code: 'x', field: 'document.rules[0]', text: { ru: more.reason, en: '' } }] };
  const { code = 'invalid_request' } = more;
  return new ApiError({ code, status: 422, field, detail: '', text: { ru: text, en: text }, ...reasons }).problem.text.ru;
};

it.each([
  ['margin.basisPoints', 'margin.basisPoints: вне границ.', 'Сколько остаётся с продажи: вне границ.'],
  ['landingUrl', 'landingUrl: нужен https-адрес.', 'Куда ведут ссылки: нужен https-адрес.'],
  ['document.rules[0].grant[1].nobodyNamedIt', 'document.rules[0].grant[1].nobodyNamedIt: не то.', 'Описание программы: не то.'],
  ['nobodyNamedIt', 'nobodyNamedIt: не то.', 'Одно из полей: не то.'],
  [null, 'Не найдено.', 'Не найдено.'],
])('calls %s by its name', (field, text, ours) => {
  expect(said(field, text)).toBe(ours);
});

it('says a reason once, under the problem, and speaks of no header', () => {
  expect(said('templateId', 'Так нельзя. document.rules[0]: мало.', { reason: 'мало.' })).toBe('Так нельзя.');
  expect(said(null, 'Нужен ключ в заголовке Authorization: Bearer.', { code: 'unauthorized' })).not.toContain('Bearer');
});
