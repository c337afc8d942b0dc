import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../support/api.ts';
import { addMember, CONTROLLER, DOCUMENT, must, openPageShop, type PageShop, STORY } from './page-shop.ts';

const DANGEROUS = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&amp;{{7*7}}\${7*7}`;
/** Tags and attributes that somebody else wrote. */
function foreignMarkup(text: string): readonly string[] {
  const withoutValues = text.replaceAll(/"[^"]*"/g, '""');
  return [...(text.match(/<script>alert|<img src=x/gi) ?? []), ...(withoutValues.match(/<[^>]+ on\w+=/gi) ?? [])];
}

describe('the page of a link', () => {
  let shop: PageShop;
  beforeAll(async () => {
    shop = await openPageShop();
    await must(shop.settings({ shopLink: 'https://tea.example/?coupon={code}' }));
  });

  it('says without scripts what the friend gets, three steps, the story, the terms, and that the sender is rewarded (1-03, 2-06, 2-07, 4-11)', async () => {
    const page = await shop.open('/r/MARINA');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<h1>Друг приглашает вас в «Чайная на Мятной»</h1>');
    expect(page.text.replaceAll('\u00a0', ' ')).toContain('Оплатите первый заказ от 1 000 ₽ и получите скидку 300 ₽');
    expect(page.text.match(/<ol class="steps">(.*?)<\/ol>/s)?.[1]?.match(/<li>/g)).toHaveLength(3);
    expect(page.text).toContain(STORY.title.ru);
    expect(page.text).toContain('Тот, кто вас пригласил, получает от нас вознаграждение');
    expect(page.text).toContain('<summary>Условия программы</summary>');
    const english = await shop.open('/r/MARINA', 'en');
    expect(english.text).toContain('<h1>A friend invites you to Чайная на Мятной</h1>');
    expect(english.text).toContain(STORY.text.en);
    expect([page.headers['content-language'], english.headers['content-language']]).toEqual(['ru', 'en']);
  });

  it('draws itself in messengers: title, offer, name and address', async () => {
    const { text } = await shop.open('/r/MARINA', 'ru', { 'user-agent': 'TelegramBot (like TwitterBot)' });
    expect(text).toContain('<meta property="og:title" content="Друг приглашает вас в «Чайная на Мятной»">');
    expect(text).toMatch(/<meta property="og:description" content="Оплатите первый заказ/);
    expect(text).toContain('<meta property="og:url" content="https://go.tea.example/r/MARINA">');
    expect(text).toContain('<meta property="og:image" content="https://go.tea.example/p/MARINA/preview.png">');
  });

  it('takes the code into the shop, with the click, by the address the shop takes codes from', async () => {
    const { text } = await shop.open('/r/Марина'.replace('Марина', 'marina'));
    expect(text).toMatch(/<a class="button" href="https:\/\/tea\.example\/\?coupon=MARINA&amp;sarafan_click=clk_[0-9a-f]{32}"/);
    expect(text).toContain('id="code" aria-labelledby="code-label">MARINA</output>');
  });

  it('shows itself under /p/ also where the link leads on to the shop, which previews of the link show, too', async () => {
    const other = await openPageShop();
    await must(other.settings({ landingUrl: 'https://tea.example/welcome' }));
    // The redirect learns of its address within a second.
    await expect.poll(async () => (await other.open('/r/MARINA')).status, { timeout: 5_000 }).toBe(302);
    const page = await other.open('/p/MARINA');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/href="https:\/\/tea\.example\/welcome\?sarafan_click=clk_[0-9a-f]{32}"/);
    const preview = await other.open('/r/MARINA', 'ru', { 'user-agent': 'WhatsApp/2.23' });
    expect([preview.status, /og:description" content="Оплатите/.test(preview.text)]).toEqual([200, true]);
    const clicks = await other.rows<{ kind: string }>('select kind from click');
    expect(clicks.map(({ kind }) => kind)).toContain('preview');
  });

  it('allows its own style and script and nothing else, in no frame, and tells no other site which link was opened', async () => {
    const { headers, text } = await shop.open('/r/MARINA');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src( 'sha256-[^']+'){2}; script-src 'sha256-[^']+'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).not.toMatch(/src="http|<link|style="|onload=/);
  });

  it('shows a picture of the story from the business’s own domain and from nowhere else', async () => {
    const withPicture = (imageUrl: string): unknown => ({ ...DOCUMENT, story: { ...STORY, imageUrl } });
    const own = await openPageShop(withPicture('https://img.tea.example/bush.jpg'));
    const page = await own.open('/r/MARINA');
    expect(page.text).toContain('<img src="https://img.tea.example/bush.jpg" alt=""');
    expect(page.headers['content-security-policy']).toContain('img-src https://img.tea.example;');
    const foreign = await openPageShop(withPicture('https://tracker.example/pixel.gif'));
    expect((await foreign.open('/r/MARINA')).text).not.toContain('tracker.example');
  });

  it('writes names, words, texts of the business and codes as text, whatever is in them (XSS)', async () => {
    const document = {
      ...DOCUMENT,
      name: { ru: DANGEROUS, en: DANGEROUS },
      story: { title: { ru: DANGEROUS, en: DANGEROUS }, text: { ru: DANGEROUS, en: DANGEROUS } },
    };
    const hostile = await openPageShop(document);
    await must(
      hostile.settings({
        name: DANGEROUS,
        controller: {
          ...CONTROLLER,
          name: DANGEROUS,
          address: DANGEROUS,
          contact: DANGEROUS,
          privacyUrl: 'https://tea.example/"><script>alert(1)</script>',
        },
      }),
    );
    await addMember(hostile, hostile.programId, { externalId: 'eve', name: DANGEROUS, code: 'EVE' });
    await introduce(hostile, 'eve', { shownAs: 'full', words: DANGEROUS });
    const pages = [
      '/r/EVE',
      '/p/EVE',
      '/p/EVE/kept',
      `/p/${encodeURIComponent(DANGEROUS)}`,
      `/p/${encodeURIComponent(DANGEROUS)}/kept`,
      `/programs/${hostile.programId}`,
      `/programs/${encodeURIComponent(DANGEROUS)}`,
    ];
    for (const path of pages) {
      const { text } = await hostile.open(path);
      expect(foreignMarkup(text), path).toEqual([]);
      expect(text.includes('<h1>'), path).toBe(true);
    }
    const form = await hostile.send('/p/EVE/claim', { contact: DANGEROUS, token: '"><script>alert(1)</script>', personalData: 'yes' });
    expect(foreignMarkup(form.text)).toEqual([]);
    expect(form.text).toContain('value="&lt;script&gt;');
  });
});

describe('who invites', () => {
  let shop: PageShop;
  beforeAll(async () => {
    shop = await openPageShop();
  });

  it('is not named before they have agreed to it (1-03)', async () => {
    const { text } = await shop.open('/r/MARINA');
    expect(text).not.toMatch(/Марина|Иванова/);
    expect((await shop.get('/v1/customers/marina/introduction')).body).toMatchObject({ shownAs: 'none', words: null, agreedAt: null });
  });

  it('is named by first name and initial, or in full, with their own words, once they have', async () => {
    await introduce(shop, 'marina', { shownAs: 'initial', words: 'Пью их улун каждое утро' });
    const page = await shop.open('/r/MARINA');
    expect(page.text).toContain('<h1>Марина И. приглашает вас в «Чайная на Мятной»</h1>');
    expect(page.text).toContain('<blockquote><p>Пью их улун каждое утро</p><footer>— Марина И.</footer></blockquote>');
    expect(page.text).not.toContain('Иванова');
    await introduce(shop, 'marina', { shownAs: 'full', words: null });
    expect((await shop.open('/r/MARINA')).text).toContain('<h1>Марина Иванова приглашает');
  });

  it('keeps which text was agreed to and when, refuses a yes to another text, and goes when the customer does', async () => {
    const { body } = await introduce(shop, 'marina', { shownAs: 'initial', words: 'Мои слова' });
    expect(body).toMatchObject({ agreedAt: '2026-11-20T12:00:00.000Z', textVersion: 'name-on-page-1-ru' });
    const stale = { shownAs: 'full', words: null, locale: 'ru', textHash: 'a'.repeat(64) };
    const refused = await shop.ask({ method: 'PUT', url: '/v1/customers/marina/introduction', body: stale });
    expect([refused.status, refused.body.code]).toEqual([409, 'consent_text_changed']);
    const kept = await shop.get(`/v1/terms/${body.consent.textHash.ru}`);
    expect(kept.body.text).toContain('показывает моё имя и мои слова');
    const exported = await shop.get('/v1/customers/marina/export');
    expect(exported.body.introduction).toMatchObject({ shownAs: 'initial', words: 'Мои слова', textHash: body.consent.textHash.ru });
    await addMember(shop, shop.programId, { externalId: 'gone', name: 'Пётр Уходящий', code: 'GONE' });
    await introduce(shop, 'gone', { shownAs: 'full', words: 'Был тут' });
    await must(shop.ask({ method: 'DELETE', url: '/v1/customers/gone' }));
    expect(await shop.rows(`select from introduction where words = 'Был тут'`)).toHaveLength(0);
  });
});

describe('a link that leads to no invitation says so kindly and tells nothing (1-03)', () => {
  it.each([
    ['unknown', 404, 'Такой ссылки нет'],
    ['paused', 200, 'Приглашение на паузе'],
    ['ended', 410, 'Приглашение закончилось'],
    ['left', 200, 'Приглашение на паузе'],
    ['blocked', 200, 'Приглашение на паузе'],
  ])('%s', async (state, status, heading) => {
    const shop = await openPageShop();
    if (state === 'paused') await must(shop.post(`/v1/programs/${shop.programId}/pause`));
    if (state === 'ended') await must(shop.post(`/v1/programs/${shop.programId}/end`));
    if (state === 'left' || state === 'blocked') {
      const body = { programId: shop.programId, status: state, actor: 'Ольга' };
      await must(shop.ask({ method: 'PATCH', url: '/v1/customers/marina/memberships', body }));
    }
    const path = state === 'unknown' ? '/r/NOBODY' : '/r/MARINA';
    await expect.poll(async () => heading_(await shop.open(path)), { timeout: 5_000 }).toBe(heading);
    const page = await shop.open(path);
    expect(page.status).toBe(status);
    expect(page.text).not.toMatch(/Марина|MARINA|заблок|NOBODY/i);
    expect(page.text).toContain('Чайная на Мятной');
  });
});

describe('the hosted page of a programme (2-07)', () => {
  it('is found by id and by its name as an address, and shows both sides, steps, story and terms', async () => {
    const shop = await openPageShop();
    for (const path of [`/programs/${shop.programId}`, '/programs/refer-a-friend']) {
      const page = await shop.open(path);
      expect(page.status, path).toBe(200);
      expect(page.text).toContain('<h1>Приведи друга</h1>');
      expect(page.text).toContain('Что получает друг');
      expect(page.text).toContain('Через 14 дней'.toLowerCase());
      expect(page.text).toContain(STORY.title.ru);
    }
    expect((await shop.open('/programs/no-such')).status).toBe(404);
    const draft = await must(shop.post('/v1/programs', { document: { ...DOCUMENT, name: { ru: 'Черновик', en: 'Draft' } } }));
    expect((await shop.open(`/programs/${draft.body.id}`)).status).toBe(404);
  });

  it('shows who advertises and by which number where sharing in public is allowed, and not otherwise', async () => {
    const marking = { erid: '2VtzqxAbCdE', advertiser: 'ООО «Чайная», ИНН 7700000000' };
    const open = await openPageShop({ ...DOCUMENT, sharing: 'public', marking });
    for (const path of ['/r/MARINA', `/programs/${open.programId}`])
      expect((await open.open(path)).text).toContain('Реклама. ООО «Чайная», ИНН 7700000000. erid: 2VtzqxAbCdE');
    const closed = await openPageShop();
    expect((await closed.open('/r/MARINA')).text).not.toContain('erid');
    // Only the page that is meant to be found may be (2-05, 2-07).
    const isHidden = async (shop: PageShop, path: string) => {
      const { text, headers } = await shop.open(path);
      return [text.includes('<meta name="robots" content="noindex">'), headers['x-robots-tag']];
    };
    const hidden = [true, 'noindex'];
    expect(await isHidden(open, `/programs/${open.programId}`)).toEqual([false, undefined]);
    expect([await isHidden(open, '/r/MARINA'), await isHidden(closed, `/programs/${closed.programId}`)]).toEqual([hidden, hidden]);
  });
});

function heading_({ text }: Reply): string | undefined {
  return /<h1>(.*?)<\/h1>/.exec(text)?.[1];
}

async function introduce(
  shop: PageShop,
  customer: string,
  change: { readonly shownAs: string; readonly words: string | null },
): Promise<Reply> {
  const { body } = await must(shop.get(`/v1/customers/${customer}/introduction`));
  const sent = { ...change, locale: 'ru', textHash: body.consent.textHash.ru };
  return must(shop.ask({ method: 'PUT', url: `/v1/customers/${customer}/introduction`, body: sent }));
}
