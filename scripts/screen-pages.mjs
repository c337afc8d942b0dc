// Every page with its address in the demo shop; `npm run screens` takes them, and test/web/screens.test.ts fails when a page is not here.
import { createHmac, randomUUID } from 'node:crypto';

const BOTH = ['desktop', 'phone'];
const CONTROLLER = {
  name: 'ООО «Чайная»',
  address: 'Москва, Мятная, 7',
  contact: 'privacy@tea.example',
  privacyUrl: 'https://tea.example/privacy',
};
const DRAFT = '/console/#/start?goal=firstSales&currency=RUB&template=three-levels';
const QUEUES = ['rewards', 'deliveries', 'payouts', 'payments', 'claims', 'reviews', 'lowStock', 'webhooks'];

/** The pages of the console, by their route. */
export const CONSOLE_PAGES = [
  { name: 'console/sign-in', route: '/sign-in', isVisitor: true, devices: BOTH },
  {
    name: 'console/setup',
    route: '/setup/$token',
    url: '/console/#/setup/shown-at-first-start',
    isVisitor: true,
    before: async (tab) => {
      // As it is before there is an owner, whose session all the other pages need.
      await tab.route('**/v1/console/setup', (route) => route.fulfill({ json: { isOwnerMade: false } }));
      await tab.reload({ waitUntil: 'networkidle' });
    },
  },
  { name: 'console/invite', route: '/invite/$token', url: '/console/#/invite/sent-by-mail', isVisitor: true },
  { name: 'console/home', route: '/', devices: BOTH },
  { name: 'console/start-shop', route: '/start', url: '/console/#/start' },
  { name: 'console/start-goal', route: '/start', url: '/console/#/start?step=goal' },
  { name: 'console/start-template', route: '/start', url: `${DRAFT}&step=template` },
  { name: 'console/start-numbers', route: '/start', url: `${DRAFT}&step=numbers` },
  // From here on the wizard works on what it has made.
  ...['sizes', 'advice', 'texts', 'publish', 'done'].map((step) => ({
    name: `console/start-${step}`,
    route: '/start',
    url: ({ draftId, programId }) => `${DRAFT}&step=${step}&program=${step === 'done' ? programId : draftId}`,
    devices: BOTH,
  })),
  { name: 'console/programs', route: '/programs', devices: BOTH },
  { name: 'console/program', route: '/programs/$id', url: ({ programId }) => `/console/#/programs/${programId}`, devices: BOTH },
  ...['tiers', 'perks', 'limits', 'words', 'check', 'versions', 'json'].map((tab) => ({
    name: `console/program-${tab}`,
    route: '/programs/$id',
    url: ({ programId }) => `/console/#/programs/${programId}?tab=${tab}`,
  })),
  { name: 'console/people', route: '/people', devices: BOTH },
  { name: 'console/person', route: '/people/$id', url: ({ customerId }) => `/console/#/people/${customerId}`, devices: BOTH },
  { name: 'console/queues', route: '/queues', devices: BOTH },
  ...QUEUES.map((queue) => ({ name: `console/queue-${queue}`, route: '/queues', url: `/console/#/queues?queue=${queue}` })),
  { name: 'console/by-hand', route: '/by-hand' },
  { name: 'console/connect', route: '/connect' },
  { name: 'console/files', route: '/files' },
  { name: 'console/settings', route: '/settings', devices: BOTH },
  ...['me', 'shop', 'look', 'keys', 'webhooks', 'staff', 'export', 'audit'].map((tab) => ({
    name: `console/settings-${tab}`,
    route: '/settings',
    url: `/console/#/settings?tab=${tab}`,
  })),
  { name: 'console/messages', route: '/settings/messages' },
  ...['settings', 'log'].map((tab) => ({
    name: `console/messages-${tab}`,
    route: '/settings/messages',
    url: `/console/#/settings/messages?tab=${tab}`,
  })),
  { name: 'console/self-check', route: '/settings/self-check' },
];

const MEMBER_VIEWS = ['friends', 'history', 'settings', 'claim', 'payouts'];

/** What is shown to a member and a friend. */
function publicPages({ code, programId, signIn }) {
  const inCabinet = (view) => async (tab) => {
    await tab.waitForSelector('.home');
    if (view === '') return;
    await tab.evaluate((name) => {
      location.hash = `#/${name}`;
    }, view);
    await tab.waitForLoadState('networkidle');
  };
  const sheet = async (tab) => {
    await tab.waitForSelector('.home');
    await tab.locator('.bar button').click();
    await tab.locator('dialog[open]').waitFor();
  };
  return [
    { name: 'friend/link', url: `/p/${encodeURIComponent(code)}`, isVisitor: true, devices: BOTH },
    { name: 'friend/program', url: `/programs/${programId}`, isVisitor: true, devices: BOTH },
    { name: 'friend/materials', url: `/p/${encodeURIComponent(code)}/materials`, isVisitor: true, devices: BOTH },
    { name: 'friend/card', url: `/p/${encodeURIComponent(code)}/card?size=a6`, isVisitor: true, devices: ['phone'] },
    { name: 'friend/sheet', url: `/p/${encodeURIComponent(code)}/card?size=a4`, isVisitor: true, devices: ['desktop'] },
    { name: 'friend/unknown', url: '/r/NOBODYS', isVisitor: true, devices: ['phone'] },
    { name: 'friend/paused', url: '/p/PAUSED', isVisitor: true, devices: ['phone'] },
    { name: 'friend/ended', url: '/p/ENDED', isVisitor: true, devices: ['phone'] },
    { name: 'friend/kept', url: `/p/${encodeURIComponent(code)}/kept`, isVisitor: true, devices: ['phone'] },
    { name: 'friend/unsubscribe-unknown', url: '/mail/unsubscribe?t=cut-off', isVisitor: true, devices: ['phone'] },
    { name: 'cabinet/door', url: '/cabinet/', isVisitor: true, devices: ['phone'] },
    { name: 'cabinet/home', url: () => `/cabinet/#token=${signIn()}`, isVisitor: true, devices: BOTH, before: inCabinet('') },
    { name: 'cabinet/share', url: () => `/cabinet/#token=${signIn()}`, isVisitor: true, devices: ['phone'], before: sheet },
    ...[...MEMBER_VIEWS, `terms/${programId}`].map((view) => ({
      name: `cabinet/${view.split('/')[0]}`,
      url: () => `/cabinet/#token=${signIn()}`,
      isVisitor: true,
      devices: ['phone'],
      before: inCabinet(view),
    })),
  ];
}

/** `shop` is the ready line of the demo server: url and keys. */
export async function pagesOf(shop) {
  const ask = async (method, path, body) => {
    const headers = { authorization: `Bearer ${shop.secretKey}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(`${shop.url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.json();
  };
  await ask('PATCH', '/v1/tenant', { landingDomains: ['tea.example'], controller: CONTROLLER });
  const { secret } = await ask('POST', '/v1/tenant/cabinet-secrets');
  const [program] = (await ask('GET', '/v1/programs?limit=1')).items;
  const [found] = (await ask('GET', `/v1/customers?q=${encodeURIComponent('Марина Лебедева')}`)).items;
  const member = await ask('GET', `/v1/customers/${found.id}`);
  const [{ programId }] = member.memberships;
  const draftId = await makeOthers(ask, program.id);
  const known = { customerId: member.id, programId: program.id, draftId };
  const signIn = () => signToken(secret, { aud: programId, sub: member.externalId });
  return [
    ...CONSOLE_PAGES.map(({ route, url, ...page }) => ({
      ...page,
      url: typeof url === 'function' ? url(known) : (url ?? `/console/#${route}`),
    })),
    ...publicPages({ code: member.codes.at(-1).code, programId, signIn }),
  ];
}

/** A draft for the wizard, and links of programmes that are paused and over; the draft's id. */
async function makeOthers(ask, programId) {
  const [live] = (await ask('GET', `/v1/programs/${programId}`)).versions;
  for (const [code, act] of [
    ['PAUSED', 'pause'],
    ['ENDED', 'end'],
  ]) {
    const made = await ask('POST', '/v1/programs', { document: { ...live.document, enrolment: { mode: 'optIn' } } });
    await ask('POST', `/v1/programs/${made.id}/versions/1/publish`);
    const path = `/v1/customers/shown-${act}`;
    await ask('PUT', path, { name: 'Ирина Чайкина' });
    await ask('POST', `${path}/memberships`, { programId: made.id });
    await ask('POST', `${path}/codes`, { code });
    await ask('POST', `/v1/programs/${made.id}/${act}`);
  }
  return (await ask('POST', '/v1/programs', { templateId: 'three-levels', locale: 'ru' })).id;
}

/** As a shop signs for its customer (docs/guide/en/cabinet.md). */
function signToken(secret, claims) {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, jti: randomUUID(), iat: now, exp: now + 300 })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
