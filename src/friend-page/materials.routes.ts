import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../clicks/address-prefix.ts';
import { MissThrottle } from '../clicks/miss-throttle.ts';
import { sendPage } from '../clicks/page-reply.ts';
import { channelLink, type LinkChannel } from '../clicks/share-channel.ts';
import { parseWireId, wireId } from '../domain/ids.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { Brand } from './brand.ts';
import { findKnownCode, findMaterials } from './find-materials.ts';
import { type Place, placeOf, sendUnknown } from './friend-page.routes.ts';
import { type Paper, renderMaterials, renderPaper } from './material-pages.ts';
import { type PageBusiness, readBusiness } from './page-business.ts';
import type { PageLanguage } from './page-language.ts';
import { hasProgramPage } from './program-page.ts';
import { previewPng, qrPng, qrSvg } from './qr-picture.ts';
import { renderStatePage } from './state-page.ts';

interface CodeRoute {
  Params: { readonly code: string; readonly slug?: string };
  Querystring: { readonly lang?: unknown; readonly size?: unknown };
}
interface ProgramRoute {
  Params: { readonly program: string; readonly slug?: string };
}
type CodeRequest = FastifyRequest<CodeRoute>;

/** Pictures follow from the link and the brand alone; a new brand is seen within the hour. */
const PICTURE_CACHE = 'public, max-age=3600';
const PICTURES_KEPT = 200;

/**
 * What a code is passed on by beside its page: pictures of its QR code (`/p/{code}/qr.svg`, `qr.png`, `preview.png`), ready texts (`/materials`)
 * and paper (`/card?size=a6|a4`). Whoever has the code may see them: they say what its page says. An unknown one counts as a guess.
 */
export function registerMaterialRoutes(app: FastifyInstance, deps: ServerDeps): void {
  const context = { deps, misses: new MissThrottle(), pictures: new Pictures() };
  for (const prefix of ['', '/t/:slug']) {
    const folder = `${prefix}/p/:code`;
    app.get<CodeRoute>(`${folder}/qr.svg`, { logLevel: 'silent' }, (request, reply) =>
      sendQr(context, { request, reply, type: 'image/svg+xml', channel: 'card', draw: async (link) => qrSvg(link) }),
    );
    app.get<CodeRoute>(`${folder}/qr.png`, { logLevel: 'silent' }, (request, reply) =>
      sendQr(context, { request, reply, type: 'image/png', channel: 'card', draw: qrPng }),
    );
    app.get<CodeRoute>(`${folder}/preview.png`, { logLevel: 'silent' }, (request, reply) =>
      sendQr(context, { request, reply, type: 'image/png', channel: 'qr', draw: (link, brand) => context.pictures.of(link, brand) }),
    );
    app.get<CodeRoute>(`${folder}/materials`, { logLevel: 'silent' }, (request, reply) => sendMaterials(context, request, reply, null));
    app.get<CodeRoute>(`${folder}/card`, { logLevel: 'silent' }, (request, reply) =>
      sendMaterials(context, request, reply, request.query.size === 'a4' ? 'a4' : 'a6'),
    );
    app.get<ProgramRoute>(`${prefix}/programs/:program/preview.png`, { logLevel: 'silent' }, async (request, reply) => {
      const at = await placeOf(deps, request);
      const id = parseWireId('prg', request.params.program);
      if (at === null || id === null || !(await hasProgramPage(deps, at.tenantId, id))) return sendUnknown(reply, request);
      const { base, look } = await readBusiness(deps, at.tenantId);
      return sendPicture(reply, 'image/png', await context.pictures.of(`${base}/programs/${wireId('prg', id)}`, look.brand));
    });
  }
}

interface Context {
  readonly deps: ServerDeps;
  readonly misses: MissThrottle;
  readonly pictures: Pictures;
}

interface Wanted {
  readonly request: CodeRequest;
  readonly reply: FastifyReply;
  readonly type: string;
  readonly channel: LinkChannel;
  readonly draw: (link: string, brand: Brand) => Promise<string | Buffer>;
}

async function sendQr(context: Context, { request, reply, type, channel, draw }: Wanted): Promise<FastifyReply> {
  const { deps } = context;
  const at = await placeOf(deps, request);
  const business = at === null ? null : await readBusiness(deps, at.tenantId);
  const known = business === null ? null : await findKnownCode(deps.db, business, request.params.code);
  if (business === null || known === null) return sendMiss(context, request, reply);
  return sendPicture(reply, type, await draw(channelLink(known.link, channel), business.look.brand));
}

/** Messengers and the shop's own pages show it beside a link. */
function sendPicture(reply: FastifyReply, type: string, picture: string | Buffer): FastifyReply {
  return reply
    .headers({
      'cache-control': PICTURE_CACHE,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
    })
    .type(type)
    .send(picture);
}

async function sendMaterials(context: Context, request: CodeRequest, reply: FastifyReply, paper: Paper | null): Promise<FastifyReply> {
  const { deps } = context;
  const at = await placeOf(deps, request);
  if (at === null) return sendMiss(context, request, reply);
  const business = await readBusiness(deps, at.tenantId);
  const language = languageOf(request, at);
  const found = await findMaterials(deps, business, { code: request.params.code, language });
  if (found === null) return sendMiss(context, request, reply);
  if (found === 'paused') return sendPage(reply, 200, pausedPage(business, language));
  return sendPage(reply, 200, paper === null ? renderMaterials(found) : renderPaper(found, paper));
}

/** As the cabinet it was opened from, else as the browser. */
function languageOf({ query }: CodeRequest, { language }: Place): PageLanguage {
  return query.lang === 'ru' || query.lang === 'en' ? query.lang : language;
}

function pausedPage({ look, tenant }: PageBusiness, language: PageLanguage) {
  return renderStatePage({ kind: 'paused', language, look, shopUrl: tenant.landingUrl, code: null });
}

async function sendMiss({ misses }: Context, request: CodeRequest, reply: FastifyReply): Promise<FastifyReply> {
  const waitSeconds = await misses.countMiss(networkOf(request.ip));
  if (waitSeconds > 0) reply.header('retry-after', waitSeconds);
  return sendUnknown(reply, request, waitSeconds > 0 ? 'throttled' : 'unknown');
}

/** Drawing takes longer than sending: what was drawn lately is drawn once. */
class Pictures {
  readonly #kept = new Map<string, Promise<Buffer>>();

  of(address: string, brand: Brand): Promise<Buffer> {
    const key = `${address} ${brand.light.accent} ${brand.light.ink}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    if (this.#kept.size >= PICTURES_KEPT) this.#kept.clear();
    const drawn = previewPng(address, brand);
    this.#kept.set(key, drawn);
    return drawn;
  }
}
