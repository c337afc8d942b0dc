/** A shop whose site carries our script, and a member with a delivered order. */
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { DOCUMENT, fillPageShop, must } from '../friend-page/page-shop.ts';
import { type LiveApi, openLiveApi, type Visitor } from '../support/browser.ts';
import { rub } from '../support/http-shop.ts';
import { type HostSite, openHostSite, signToken } from './host-page.ts';

export const PHONE = { language: 'ru', scheme: 'light', device: 'phone' } as const;
const DAY_MS = 86_400_000;

export interface Stage {
  readonly api: LiveApi;
  readonly site: HostSite;
  readonly programId: string;
  readonly script: string;
  readonly secret: string;
}

export async function openStage(document: unknown = DOCUMENT): Promise<Stage> {
  const api = await openLiveApi({ links: true });
  const { programId, settings } = await fillPageShop(api, document);
  const site = await openHostSite();
  await must(settings({ landingUrl: `${site.url}/`, timeZone: 'Europe/Moscow', region: 'eu' }));
  const { body } = await must(api.post('/v1/tenant/cabinet-secrets'));
  site.answerTokens(() => signToken(body.secret, { programId, externalId: 'marina' }));
  const script = `<script src="${api.url}/widget.js" data-key="${api.business.publishableKey}"></script>`;
  return { api, site, programId, script, secret: String(body.secret) };
}

export async function deliver(api: LiveApi, customer: string, { daysAgo }: { readonly daysAgo: number }): Promise<void> {
  const at = new Date(api.clock.now().getTime() - daysAgo * DAY_MS).toISOString();
  const order = { id: `o-${customer}-${daysAgo}`, total: rub(200_000) };
  const events = [
    { id: `p-${order.id}`, type: 'order.paid', occurredAt: at, customer: { externalId: customer }, order },
    { id: `d-${order.id}`, type: 'order.delivered', occurredAt: at, order: { id: order.id } },
  ];
  await must(api.post('/v1/events', { events }));
}

export function offerFrame(visitor: Visitor): Promise<Frame> {
  return frameOf(visitor, '/embed/offer');
}

export async function frameOf(visitor: Visitor, path: string): Promise<Frame> {
  const find = (): Frame | undefined => visitor.page.frames().find((frame) => frame.url().includes(path));
  await expect.poll(() => find() !== undefined, { timeout: 10_000 }).toBe(true);
  const found = find();
  if (found === undefined) throw new Error(`there is no frame of ${path}`);
  return found;
}

export function heightOf(page: Page): Promise<number | undefined> {
  return page.evaluate(() => document.querySelector('sarafan-offer')?.getBoundingClientRect().height);
}
