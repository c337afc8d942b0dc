import { describe, expect, it } from 'vitest';
import { createVisitClassifier } from './visit-kind.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

/** Browsers and in-app browsers in which friends open links. */
const people = [
  `${iphone} Version/18.5 Mobile/15E148 Safari/604.1`,
  `${iphone} CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1`,
  `${iphone} FxiOS/143.0 Mobile/15E148 Safari/605.1.15`,
  `${iphone} Mobile/15E148 Instagram 390.0.0.28.85 (iPhone15,3; iOS 18_5; ru_RU; ru; scale=3.00; 1290x2796; 762324213)`,
  `${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/512.0.0.49.107;FBBV/742168291;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/18.5;FBSS/3;FBLC/ru_RU]`,
  `${iphone} Version/18.0 YaBrowser/25.8.3.616.10 SA/3 Mobile/15E148 Safari/604.1`,
  `${iphone} Mobile/15E148 VKClient/8.140 VKAndroidApp`,
  `Mozilla/5.0 (Linux; Android 15; Pixel 9 Pro) ${webkit} Chrome/141.0.0.0 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240905.003; wv) ${webkit} Version/4.0 Chrome/141.0.7390.43 Mobile Safari/537.36 Instagram 395.0.0.42.80 Android (34/14; 420dpi; 1080x2219; Google/google; Pixel 8; shiba; shiba; ru_RU; 777)`,
  `Mozilla/5.0 (Linux; Android 13; SM-A536B) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; arm_64; Android 12; Redmi Note 11) ${webkit} Chrome/138.0.7204.183 YaBrowser/25.8.4.118.00 SA/3 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 11; HUAWEI P40) ${webkit} Chrome/114.0.5735.196 HuaweiBrowser/15.0.5.301 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 14; 23021RAA2Y; wv) ${webkit} Version/4.0 Chrome/140.0.7339.155 Mobile Safari/537.36 Telegram-Android/11.14.1 (Xiaomi 23021RAA2Y; Android 14; SDK 34; AVERAGE)`,
  `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/141.0.0.0 Mobile Safari/537.36 OPR/91.0.0.0`,
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/141.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/138.0.0.0 YaBrowser/25.8.0.0 Safari/537.36`,
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
];

/** Previews of messengers, search engines, scanners of links in mail, tools. */
const programs = [
  'TelegramBot (like TwitterBot)',
  'WhatsApp/2.23.20.0',
  'WhatsApp/2.2325.3 N',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'facebookexternalhit/1.1 Facebot Twitterbot/1.0',
  'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Slack-ImgProxy (+https://api.slack.com/robots)',
  'Twitterbot/1.0',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Discordbot/2.0',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)',
  'Mozilla/5.0 (compatible; OdklBot/1.0; +odnoklassniki.ru)',
  'Viber/13.0 (compatible; ViberBot; +https://www.viber.com)',
  'SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  `Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) ${webkit} Chrome/141.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`,
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
  'Mozilla/5.0 (compatible; YandexMetrika/2.0; +http://yandex.com/bots)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (compatible; Mail.RU_Bot/2.0; +https://help.mail.ru/webmaster/indexing/robots)',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)',
  'DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)',
  'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
  'Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)',
  `Mozilla/5.0 ${webkit}; compatible; GPTBot/1.2; +https://openai.com/gptbot)`,
  `Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/141.0.0.0 Safari/537.36`,
  'curl/8.5.0',
  'Wget/1.21.4',
  'python-requests/2.32.3',
  'Python/3.12 aiohttp/3.10.5',
  'Go-http-client/2.0',
  'okhttp/4.12.0',
  'axios/1.7.7',
  'node',
  'Java/17.0.12',
  'Apache-HttpClient/4.5.14 (Java/17.0.12)',
  'PostmanRuntime/7.42.0',
];

describe('createVisitClassifier', () => {
  const classify = createVisitClassifier();

  it('takes none of 20 people for a bot (F9)', () => {
    expect(people).toHaveLength(20);
    expect(people.filter((agent) => classify('GET', { 'user-agent': agent }) !== 'human')).toEqual([]);
  });

  it('takes none of 40 programs for a person (F9)', () => {
    expect(programs).toHaveLength(40);
    expect(programs.filter((agent) => !['bot', 'preview'].includes(classify('GET', { 'user-agent': agent })))).toEqual([]);
  });

  it('tells those who draw a link from those who read it', () => {
    const kinds = programs.map((agent) => [
      /google|yandex|bing|mail\.ru|ahrefs|gptbot|curl/i.test(agent),
      classify('GET', { 'user-agent': agent }),
    ]);
    expect(kinds.filter(([isReader, kind]) => isReader === true && kind !== 'bot')).toEqual([]);
    expect(kinds.filter(([, kind]) => kind === 'preview').length).toBeGreaterThan(12);
  });

  it('counts who says nothing of himself as a person', () => {
    expect(classify('GET', {})).toBe('human');
  });

  it.each(['iframe', 'frame', 'embed', 'object', 'image', 'script', 'style', 'audio', 'worker'])(
    'does not let a page click for its visitor by %s (F14)',
    (destination) => {
      expect(classify('GET', { 'user-agent': people[0], 'sec-fetch-dest': destination })).toBe('bot');
    },
  );

  it('counts HEAD and prefetch apart, whoever asks', () => {
    expect(classify('HEAD', { 'user-agent': programs[0] })).toBe('head');
    expect(classify('GET', { 'user-agent': people[0], 'sec-purpose': 'prefetch' })).toBe('prefetch');
    expect(classify('GET', { 'user-agent': people[0], 'x-purpose': 'preview' })).toBe('prefetch');
    expect(classify('GET', { 'user-agent': people[0], 'x-moz': 'prefetch' })).toBe('prefetch');
  });
});
