/** A business that sends files: the API, and the runner that imports them, with a data directory of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookOnce } from '../../src/uploads/upload-runner.ts';
import type { GuardedReader } from '../../src/webhooks/guarded-get.ts';
import type { TargetRules } from '../../src/webhooks/target-rules.ts';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { atFileEnd } from '../support/file-end.ts';
import { referAFriend } from '../support/shop.ts';
import { watchedIntake } from '../support/watched-intake.ts';

export interface UploadShop {
  readonly api: Api;
  readonly dataDirectory: string;
  /** What held a look up, as the process would tell. */
  readonly troubles: readonly string[];
  readonly upload: (csv: string | Buffer, kind?: string) => Promise<Reply>;
  readonly start: (id: string, body?: object) => Promise<Reply>;
  /** Imports whatever is in the line, and takes what lies in folders. */
  readonly look: (stop?: AbortSignal) => Promise<void>;
  readonly show: (id: string) => Promise<UploadShown>;
  readonly orders: () => Promise<number>;
}

export interface UploadShown {
  readonly status: string;
  readonly counts: { readonly rows: number; readonly imported: number; readonly known: number; readonly failed: number } | null;
  readonly problems: readonly { readonly code: string; readonly text: { readonly ru: string } }[];
  readonly hasReport: boolean;
  readonly share: number;
}

interface ShopOptions {
  readonly rules?: TargetRules;
  readonly reader?: GuardedReader;
  /** For files that wait to be imported. */
  readonly roomMegabytes?: number;
}

export async function openUploadShop(options: ShopOptions = {}): Promise<UploadShop> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sarafan-test-uploads-'));
  atFileEnd(() => rm(dataDirectory, { recursive: true, force: true }));
  const room = options.roomMegabytes === undefined ? {} : { uploadBytesMax: options.roomMegabytes * 1_048_576 };
  const api = await openApi({ dataDirectory, ...room, ...(options.rules === undefined ? {} : { webhookRules: options.rules }) });
  const { pool, kysely: db } = api.test.database;
  const intake = watchedIntake({ pool, clock: api.clock });
  const reader = options.reader === undefined ? {} : { reader: options.reader };
  const upload: UploadShop['upload'] = (csv, kind = 'orders') =>
    api.ask({ method: 'POST', url: `/v1/uploads?kind=${kind}&name=shop.csv`, body: csv, headers: { 'content-type': 'text/csv' } });
  const troubles: string[] = [];
  return {
    api,
    troubles,
    dataDirectory,
    upload,
    start: (id, body = {}) => api.post(`/v1/uploads/${id}/start`, { mode: 'history', reading: { currency: 'RUB' }, ...body }),
    look: (stop = new AbortController().signal) =>
      lookOnce({ db, intake, clock: api.clock, dataDirectory, ...reader, ...room }, stop, (message) => troubles.push(message)),
    show: async (id) => (await api.get(`/v1/uploads/${id}`)).body,
    orders: async () => Number((await api.rows<{ count: bigint }>('select count(*) from shop_order'))[0]?.count),
  };
}

/** Publishes the programme of a friend's first order, with Marina's code. */
export async function publishReferral(api: Api): Promise<void> {
  const program = (await api.post('/v1/programs', { document: referAFriend })).body;
  await api.post(`/v1/programs/${program.id}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
  await api.ask({ method: 'PUT', url: '/v1/customers/marina', body: { email: 'marina@example.com' } });
  await api.post('/v1/customers/marina/memberships', { programId: program.id });
  await api.post('/v1/customers/marina/codes', { code: 'MARINA' });
}

export const SHOP_CSV = [
  'Заказ №;Когда;Итог;Покупатель;Почта;Промокод',
  'A-1;18.11.2026 10:00;3 000,50;Мария;maria@example.com;MARINA',
  'A-2;18.11.2026 11:00;1500;Олег;oleg@example.com;',
  'A-3;18.11.2026 12:00;много;Пётр;petr@example.com;',
  'A-4;19.11.2026 12:00;900;Анна;anna@example.com;',
].join('\r\n');

export const SHOP_COLUMNS = [
  { column: 'orderId', header: 'Заказ №' },
  { column: 'occurredAt', header: 'Когда' },
  { column: 'total', header: 'Итог' },
  { column: 'name', header: 'Покупатель' },
  { column: 'customerId', header: null },
];
