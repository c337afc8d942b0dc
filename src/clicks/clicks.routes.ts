import type { FastifyInstance } from 'fastify';
import type { FriendPages } from '../friend-page/friend-pages.ts';
import type { Clicks } from './clicks.ts';
import { LinkHandler, type LinkRoute } from './link-handler.ts';

/**
 * `GET /p/{code}` and `/t/{slug}/p/{code}`: our page of the link, also where a landing address is set. `GET /r/{code}` and `/t/{slug}/r/{code}`: 302 to the stored landing address with a click id, after the click is stored.
 * Nothing of the request decides where it leads but the code.
 */
export function registerClickRoutes(app: FastifyInstance, clicks: Clicks, pages: FriendPages | null = null): void {
  const links = new LinkHandler(clicks, pages);
  for (const url of ['/r/:code', '/t/:slug/r/:code', '/p/:code', '/t/:slug/p/:code']) {
    const wantsPage = url.endsWith('/p/:code');
    app.route<LinkRoute>({
      method: ['GET', 'HEAD'],
      url,
      exposeHeadRoute: false,
      // One line for each redirect costs more than the redirect; the counters say what was served.
      logLevel: 'silent',
      handler: (request, reply) => links.handle(request, reply, wantsPage),
    });
  }
}
