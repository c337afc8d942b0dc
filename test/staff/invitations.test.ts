/** Invitations that are sent again, and owners who cannot take each other's rights away (review L2, L3). */
import { beforeAll, describe, expect, it } from 'vitest';
import { openMailShop } from '../messages/mail-shop.ts';
import { type Api, openApi, type Reply } from '../support/api.ts';
import { type Staff, signIn } from '../support/console.ts';
import { waitFor } from '../support/wait-for.ts';

const PASSWORD = 'рыжий кот на подоконнике';
const DAY_MS = 86_400_000;
const tokenOf = (reply: Reply): string => reply.body.link.split('/').at(-1);

function accept(api: Api, token: string): Promise<Reply> {
  const headers = { 'x-sarafan-console': '1', 'sec-fetch-site': 'same-origin', 'x-sarafan-shop': 'shop' };
  return api.ask({ method: 'POST', url: '/v1/console/accept-invite', key: null, headers, body: { token, password: PASSWORD } });
}

describe('an invitation to the console', () => {
  let api: Api;
  let owner: Staff;
  let people = 0;
  const invite = async (): Promise<Reply> => {
    people += 1;
    const reply = await owner.send('POST', '/v1/staff', { email: `guest-${people}@tea.example`, name: 'Света', role: 'support' });
    expect(reply.status, reply.text).toBe(201);
    return reply;
  };
  const again = (id: string): Promise<Reply> => owner.send('POST', `/v1/staff/${id}/invite`, {});

  beforeAll(async () => {
    api = await openApi();
    owner = await signIn(api, 'owner', 'Ольга');
  });

  it('that is over is sent again: a new link, and the old one stays over', async () => {
    const first = await invite();
    api.clock.set(new Date(api.clock.now().getTime() + 7 * DAY_MS + 1));
    owner = await signIn(api, 'owner', 'Ольга');
    expect((await accept(api, tokenOf(first))).body.code).toBe('link_over');
    const second = await again(first.body.staff.id);
    expect(second.status, second.text).toBe(200);
    expect(second.body).toMatchObject({ isMailed: false, staff: { isInvited: true } });
    expect(Date.parse(second.body.staff.inviteEndsAt)).toBe(api.clock.now().getTime() + 7 * DAY_MS);
    expect((await accept(api, tokenOf(first))).body.code).toBe('link_over');
    expect((await accept(api, tokenOf(second))).status).toBe(200);
  });

  it('that still lasts is replaced: only the link sent last lets in', async () => {
    const first = await invite();
    const second = await again(first.body.staff.id);
    expect((await accept(api, tokenOf(first))).body.code).toBe('link_over');
    expect((await accept(api, tokenOf(second))).status).toBe(200);
  });

  it('is not sent to who has come, whose access is closed, or who is nobody', async () => {
    const come = await invite();
    await accept(api, tokenOf(come));
    expect((await again(come.body.staff.id)).body).toMatchObject({ status: 409, code: 'staff_entered' });
    const closed = await invite();
    await owner.send('PATCH', `/v1/staff/${closed.body.staff.id}`, { disabled: true });
    expect((await again(closed.body.staff.id)).body).toMatchObject({ status: 409, code: 'staff_entered' });
    expect((await again('00000000-0000-4000-8000-000000000000')).body).toMatchObject({ status: 404, code: 'staff_unknown' });
  });

  it('is noted in the audit log, and never its link', async () => {
    const first = await invite();
    const second = await again(first.body.staff.id);
    const [entry] = (await owner.get('/v1/audit?limit=1')).body.items;
    expect(entry).toMatchObject({
      act: 'staff-invited-again',
      actorName: 'Ольга',
      subject: first.body.staff.id,
      subjectName: 'Света',
      text: { ru: 'Приглашение отправлено снова', en: 'Sent an invitation again' },
    });
    const rows = await api.rows<{ line: string }>('select row_to_json(audit_entry)::text as line from audit_entry');
    for (const reply of [first, second]) expect(rows.map(({ line }) => line).join('\n')).not.toContain(tokenOf(reply));
  });

  it('is of its own business: nobody invites the people of another', async () => {
    const first = await invite();
    const other = await api.addBusiness('other');
    const reply = await api.ask({ method: 'POST', url: `/v1/staff/${first.body.staff.id}/invite`, key: other.secretKey });
    expect(reply.body.code).toBe('staff_unknown');
    expect((await accept(api, tokenOf(first))).status).toBe(200);
  });
});

it('goes by mail again where mail is set up, and the letter that had not left yet does not leave any more', async () => {
  const shop = await openMailShop();
  shop.receiver.refuse({ code: 450, words: 'come later' });
  const body = { email: 'sveta@tea.example', name: 'Света', role: 'support' };
  const first = await shop.api.post('/v1/staff', body);
  expect(first.body.isMailed, first.text).toBe(true);
  await waitFor(async () => (await shop.log()).some(({ attempts }) => attempts === 1), { limitMs: 20_000, what: 'the first attempt' });
  shop.receiver.refuse(null);
  const second = await shop.api.post(`/v1/staff/${first.body.staff.id}/invite`);
  expect(second.body.isMailed, second.text).toBe(true);
  const [got] = await shop.arrived('sveta@tea.example');
  expect(got?.text).toContain(second.body.link);
  expect((await shop.settled()).map(({ status }) => status).sort()).toEqual(['sent', 'skipped']);
  expect(shop.receiver.to('sveta@tea.example')).toHaveLength(1);
});

describe('owners', () => {
  it('who take each other’s rights at the same moment: one is taken away, the last one stays', async () => {
    const api = await openApi();
    const [one, two] = [await signIn(api, 'owner'), await signIn(api, 'owner')];
    const gate = await api.test.database.connectAsOwner();
    // Both requests have read what they will before either may write: as if they came in the same microsecond.
    await gate.query('begin');
    await gate.query('select staff_id from staff for update');
    const answers = Promise.all([
      one.send('PATCH', `/v1/staff/${two.id}`, { role: 'readOnly' }),
      two.send('PATCH', `/v1/staff/${one.id}`, { disabled: true }),
    ]);
    await waitFor(
      async () => {
        const waiting = 'select count(distinct pid)::int as n from pg_locks where not granted';
        return (await gate.query<{ n: number }>(waiting)).rows[0]?.n === 2;
      },
      { limitMs: 1_900, what: 'both changes to wait for the rows' },
    );
    await gate.query('commit');
    await gate.end();
    const replies = await answers;
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('last_owner');
    const left = await api.rows("select staff_id from staff where role = 'owner' and disabled_at is null");
    expect(left).toHaveLength(1);
  });
});
