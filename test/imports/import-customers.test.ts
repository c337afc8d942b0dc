import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type ProgramId, wireId } from '../../src/domain/ids.ts';
import { openShop, referAFriend, type Shop } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';
import { checksums, readReport, runCommand, runImportOf, writeCsv } from './run-imports.ts';

const withPoints = { ...referAFriend, points: { name: { ru: 'Баллы', en: 'Points' } } };

const LIST = `id клиента;Почта;Телефон;ФИО;Промокод;Рекомендатель;Код пригласившего;Дата приглашения;Баланс;Валюта;Сгорает;Баллы;Дата согласия;Версия согласия;Подтверждение согласия
c-2;;8 912 000 00 01;Пётр;;c-1;;2026-02-01;;;;;;;
c-1;m@example.com;'+79120000000;Марина;МАРИНА;;;;500,00;RUB;31.12.2027;120;01.09.2026;v2;анкета № 7
c-3;p@example.com;;;;;МАРИНА;;;;;;;;
c-4;q@example.com;;;маpинА;;;;;;;;;;
;r@example.com;;Рита;;c-9;;;;;;;;;
c-6;s@example.com;;;;;НЕТТАКОГО;;;;;;;;
c-7;t@nowhere;;;;;;;;;;;;;
`;

async function importList(shop: Shop): ReturnType<typeof runImportOf> {
  const programId = await shop.publish(withPoints, { effectiveFrom: new Date('2026-01-01T00:00:00Z') });
  return runImportOf(shop, 'customers', await writeCsv(LIST), { programId });
}

describe('a list of customers', () => {
  it('brings contacts, code, balances, consents with proof and referrers, in whatever order they stand (issue 2)', async () => {
    const shop = await openShop();
    const summary = await importList(shop);
    expect(summary).toMatchObject({ rows: 7, imported: 5, failed: 2, problems: 4, customersNew: 5 });
    expect(await readReport(summary.reportPath)).toEqual([
      ['5', 'Промокод', 'code-taken'],
      ['8', 'Почта', 'email-invalid'],
      ['6', 'Рекомендатель', 'referrer-unknown'],
      ['7', 'Код пригласившего', 'referrer-code-unknown'],
    ]);
    expect(await shop.rows('select external_id, email, phone, name from person order by external_id nulls last')).toEqual([
      { external_id: 'c-1', email: 'm@example.com', phone: '+79120000000', name: 'Марина' },
      { external_id: 'c-2', email: null, phone: '8 912 000 00 01', name: 'Пётр' },
      { external_id: 'c-3', email: 'p@example.com', phone: null, name: null },
      { external_id: 'c-6', email: 's@example.com', phone: null, name: null },
      { external_id: null, email: 'r@example.com', phone: null, name: 'Рита' },
    ]);
    const lots = await shop.rows<{ unit: string }>('select unit, remaining, expires_at from lot order by remaining');
    expect(lots.map((lot) => ({ ...lot, unit: lot.unit.slice(0, 6) }))).toEqual([
      { unit: 'points', remaining: 120n, expires_at: new Date('2028-01-01T00:00:00Z') },
      { unit: 'RUB', remaining: 50_000n, expires_at: new Date('2028-01-01T00:00:00Z') },
    ]);
    expect(await shop.rows('select purpose, given_at, text_version, proof from consent')).toEqual([
      { purpose: 'personal-data', given_at: new Date('2026-09-01T00:00:00Z'), text_version: 'v2', proof: 'анкета № 7' },
    ]);
    const touches = `select f.external_id as friend, r.external_id as referrer, t.by, t.occurred_at from touch t
      join person f on f.customer_id = t.customer_id join person r on r.customer_id = t.referrer_id order by 1`;
    expect(await shop.rows(touches)).toEqual([
      { friend: 'c-2', referrer: 'c-1', by: 'lead', occurred_at: new Date('2026-02-01T00:00:00Z') },
      { friend: 'c-3', referrer: 'c-1', by: 'lead', occurred_at: shop.clock.now() },
    ]);
    expect(await shop.rows('select 1 from membership')).toEqual([]);
    await expectSound(shop);
  });

  it('changes nothing when it is imported again, and says of changed rows that they were left', async () => {
    const shop = await openShop();
    await importList(shop);
    const before = await checksums(shop);
    const [program] = await shop.rows<{ program_id: ProgramId }>('select program_id from program');
    const again = await runImportOf(
      shop,
      'customers',
      await writeCsv(LIST),
      program === undefined ? {} : { programId: program.program_id },
    );
    expect(again).toMatchObject({ rows: 7, imported: 0, known: 5, failed: 2, problems: 4, customersNew: 0 });
    const changed = await runImportOf(
      shop,
      'customers',
      await writeCsv(LIST.replace('500,00', '900,00').replace(';c-1;;2026-02-01', ';c-3;;2026-02-01')),
    );
    expect((await readReport(changed.reportPath)).map(([, , code]) => code)).toEqual(
      expect.arrayContaining(['customer-conflict', 'referrer-conflict', 'points-program-missing']),
    );
    expect(await checksums(shop)).toEqual(before);
  });

  it.each([
    ['of another file', ['h0;h0@x.ru;Рома;;\nh1;h1@x.ru;Маша;;', 'h1;evil@x.ru;Маша;h0;500']],
    ['of the same file', ['h0;h0@x.ru;Рома;;\nh1;h1@x.ru;Маша;;\nh1;evil@x.ru;Злой;h0;500']],
    ['named by its e-mail alone', [';h1@x.ru;Маша;;\nh0;h0@x.ru;Рома;;', ';H1@X.ru;Злой;h0;500']],
  ])('a row %s that says otherwise is left as a whole: no points, no contact, no referrer of it (I-25)', async (_where, files) => {
    const shop = await openShop();
    const programId = await shop.publish(withPoints, { effectiveFrom: new Date('2026-01-01T00:00:00Z') });
    let failed = 0;
    for (const rows of files) {
      const file = await writeCsv(`customer_id;email;name;referrer_id;opening_points\n${rows}\n`);
      failed += (await runImportOf(shop, 'customers', file, { programId })).failed;
    }
    expect(failed).toBe(1);
    expect(await shop.rows('select email, name from person order by email')).toEqual([
      { email: 'h0@x.ru', name: 'Рома' },
      { email: 'h1@x.ru', name: 'Маша' },
    ]);
    expect(await shop.rows('select unit from lot union all select by from touch')).toEqual([]);
    await expectSound(shop);
  });

  it('lets history earn for the referrer it names, with --earn', async () => {
    const shop = await openShop();
    const programId = await shop.publish(withPoints, { effectiveFrom: new Date('2026-01-01T00:00:00Z') });
    await runImportOf(shop, 'customers', await writeCsv(LIST), { programId });
    shop.clock.set(new Date('2026-11-20T13:00:00Z'));
    await shop.answer({ type: 'membership.joined', programId, by: 'staff' }, { customer: { externalId: 'c-1' } });
    const orders = await writeCsv(
      'order_id,customer_id,date,amount,currency\nA-1,c-2,2026-02-20,2000.00,RUB\nA-2,c-2,2026-02-21,2000.00,RUB\n',
    );
    await runImportOf(shop, 'orders', orders, { earn: true });
    expect(
      await shop.rows(
        'select r.order_id, r.beneficiary, p.external_id from reward r join person p using (tenant_id, customer_id) order by 2',
      ),
    ).toEqual([
      { order_id: 'A-1', beneficiary: 'friend', external_id: 'c-2' },
      { order_id: 'A-1', beneficiary: 'referrer', external_id: 'c-1' },
    ]);
    await expectSound(shop);
  });

  it('keeps contacts out of the log: not even the id of an event tells one (contract 6.3)', async () => {
    const shop = await openShop();
    await importList(shop);
    const events = await shop.rows<{ line: string }>('select e::text as line from event e');
    expect(events.length).toBeGreaterThan(5);
    expect(events.map(({ line }) => line).join()).not.toMatch(/example\.com|7912000|Марина|анкета|c-1\b/);
  });
});

describe('the export of codes', () => {
  it('writes customer, code and link of everybody with a code, safe for a spreadsheet (issue 2)', async () => {
    const shop = await openShop();
    const programId = await shop.publish(referAFriend);
    await shop.join('c-1', programId, 'MARINA');
    await shop.join('=1+1', programId, 'ПЁТР');
    await shop.answer(
      { type: 'code.created', text: 'MARINA-2', kind: 'personal' },
      { customer: { externalId: 'c-1' }, at: new Date('2026-11-21T00:00:00Z') },
    );
    await shop.answer({ type: 'code.created', text: 'NOBODY', kind: 'personal' }, { customer: { email: 'n@example.com' } });
    await runImportOf(shop, 'customers', await writeCsv('customer_id\nno-code\n'));
    const run = runCommand(shop, ['codes', 'export'], { PUBLIC_URL: 'https://shop.example/' });
    expect(await run.exited, run.output.stderr).toBe(0);
    expect(run.output.stdout.trim().split('\n').sort()).toEqual([
      "'=1+1,ПЁТР,https://shop.example/r/%D0%9F%D0%81%D0%A2%D0%A0",
      'c-1,MARINA-2,https://shop.example/r/MARINA-2',
      'customer,code,link',
      'n@example.com,NOBODY,https://shop.example/r/NOBODY',
    ]);
    await shop.answer({ type: 'membership.changed', programId, status: 'left' }, { customer: { externalId: '=1+1' } });
    const path = await writeCsv('');
    const members = runCommand(shop, ['codes', 'export', '--file', path, '--program', wireId('prg', programId)], {
      PUBLIC_URL: 'https://shop.example',
    });
    expect(await members.exited, members.output.stderr).toBe(0);
    const exported = await readFile(path, 'utf8');
    expect(exported).toContain('c-1,MARINA-2,');
    expect(exported).not.toContain('1+1');
    const none = runCommand(shop, ['codes', 'export', '--program', 'prg_1']);
    expect([await none.exited, none.output.stderr.trim().split('\n').at(-1)]).toEqual([
      1,
      'sarafan: There is no programme "prg_1" here. Its id begins with prg_ and stands in the address of its page in the console.',
    ]);
  });
});
