/** What two processes do at once beside the log: sessions, secrets, wishes, webhooks (contract.md 2; reliability.md 2). */
import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { Passwords } from '../../src/staff/password.ts';
import { updateStaff } from '../../src/staff/staff.store.ts';
import { newTotp } from '../../src/staff/totp.ts';
import { claimDeliveries, markFailed } from '../../src/webhooks/delivery-queue.store.ts';
import { deleteWebhook } from '../../src/webhooks/webhooks.store.ts';
import { type CabinetShop, openCabinetShop, PAGE, program } from '../cabinet/cabinet-shop.ts';
import { type Api, openApi } from '../support/api.ts';
import { signIn } from '../support/console.ts';
import { holdLock, patientDatabase } from '../support/held-lock.ts';
import { LOOPBACK } from '../webhooks/webhook-shop.ts';

const PASSWORD = 'рыжий кот на подоконнике';

describe('two processes beside the road', () => {
  let shop: CabinetShop;
  let left: Api;
  let right: Api;

  beforeAll(async () => {
    shop = await openCabinetShop({ test: await patientDatabase(), webhookRules: LOOPBACK });
    left = shop.api;
    right = await openApi({ beside: left, webhookRules: LOOPBACK });
  });

  it('open no session by a password that is changed while it is checked', async () => {
    const { kysely } = left.test.database;
    const { id } = await signIn(left, 'owner', 'Ольга');
    const { secret } = newTotp('Ольга');
    const passwordHash = await new Passwords().hash(PASSWORD);
    await updateStaff(kysely, left.business.tenantId, id, { passwordHash, totpSecret: secret, totpConfirmedAt: left.clock.now() });
    const code = new TOTP({ secret }).generate({ timestamp: left.clock.now().getTime() });
    const given = { email: `${id}@tea.example`, password: PASSWORD, code };
    const lock = await holdLock(left.test, 'select staff_id from staff for update');
    const entering = right.ask({ method: 'POST', url: '/v1/console/sign-in', key: null, headers: PAGE, body: given });
    await lock.isAwaitedBy(1);
    // As the other process does that changes it.
    await lock.query("update staff set password_hash = 'another' where staff_id = $1", [id]);
    await lock.query('delete from staff_session where staff_id = $1', [id]);
    await lock.release();
    const entered = await entering;
    expect([entered.status, entered.body.code]).toEqual([401, 'sign_in_wrong']);
    expect(await left.rows('select 1 from staff_session where staff_id = $1', [id])).toEqual([]);
  });

  it('keep two secrets of the cabinet, whoever makes how many at once', async () => {
    const lock = await holdLock(left.test, 'lock table cabinet_secret in share mode');
    const made = [left, right].map((api) => api.post('/v1/tenant/cabinet-secrets'));
    await lock.isAwaitedBy(2);
    await lock.release();
    expect((await Promise.all(made)).map(({ status }) => status)).toEqual([201, 201]);
    expect(await left.rows('select 1 from cabinet_secret')).toHaveLength(2);
  });

  it('keep both wishes of a member, said at once', async () => {
    const programId = await shop.publish(program);
    await shop.join('marina', programId, 'MARINA');
    const secret = (await left.post('/v1/tenant/cabinet-secrets')).body.secret;
    const token = await shop.signToken({ aud: programId, sub: 'marina', secret });
    const cabinet = shop.cabinetOf((await shop.knock('sessions', { token })).body.token);
    expect((await cabinet.send('PATCH', 'wishes', { noInvitations: false })).status).toBe(200);
    const lock = await holdLock(left.test, 'lock table member_wish in share mode');
    const notNow = cabinet.send('PATCH', 'wishes', { notNow: true });
    await lock.isAwaitedBy(1);
    const never = right.ask({ method: 'PATCH', url: '/v1/customers/marina/wishes', body: { noInvitations: true } });
    await lock.isAwaitedBy(2);
    await lock.release();
    expect([(await notNow).status, (await never).status]).toEqual([200, 200]);
    const [kept] = await left.rows(
      'select no_invitations_since is not null as never, ask_again_after is not null as later from member_wish',
    );
    expect(kept).toEqual({ never: true, later: true });
  });

  it('delete a webhook while a delivery to it fails: neither waits for the other for ever', async () => {
    const { pool, kysely } = left.test.database;
    const { tenantId } = left.business;
    const { id } = (await left.post('/v1/webhooks', { url: 'https://127.0.0.1/gone' })).body;
    expect((await left.post(`/v1/webhooks/${id}/test`)).status).toBe(202);
    const now = left.clock.now();
    const claim = { tenantId, now, lease: '00000000-0000-4000-8000-000000000001', leaseEndsAt: new Date(now.getTime() + 30_000) };
    const [claimed] = await claimDeliveries(pool, { ...claim, busy: new Map(), limit: 1 });
    if (claimed === undefined) throw new Error('a test message is due at once');
    const { webhookId, messageId } = claimed;
    const lock = await holdLock(left.test, 'select message_id from webhook_delivery for update');
    const attempt = { tenantId, webhookId, messageId, lease: claim.lease, startedAt: now, durationMs: 1, status: 500 };
    const failed = markFailed(pool, attempt, { error: 'status-500', nextAttemptAt: now, quietUntil: null, isGone: false });
    await lock.isAwaitedBy(1);
    const deleted = deleteWebhook(kysely, { tenantId, id: webhookId });
    await lock.isAwaitedBy(2);
    await lock.release();
    expect(await Promise.allSettled([failed, deleted])).toEqual([
      { status: 'fulfilled', value: undefined },
      { status: 'fulfilled', value: true },
    ]);
    expect(await left.rows('select 1 from webhook_message')).toEqual([]);
  });
});
