import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataDirectory, type SarafanProcess, startSarafan, watch } from '../support/sarafan-process.ts';
import { referAFriend } from '../support/shop.ts';

const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

async function sarafan(dataDirectory: string, ...args: string[]) {
  const env = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', SARAFAN_DATA: dataDirectory };
  const { exited, output } = watch(spawn(execPath, [command, ...args], { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] }));
  return { code: await exited, stdout: output.stdout, stderr: output.stderr };
}

describe('the commands that prove and keep, beside a running server', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sarafan-test-backup-'));
  const file = join(directory, 'shop.sarafan.gz');
  let server: SarafanProcess;

  beforeAll(async () => {
    server = await startSarafan();
    const post = async (path: string, body: unknown): Promise<{ readonly id?: string }> => {
      const headers = { authorization: `Bearer ${server.secretKey}`, 'content-type': 'application/json' };
      const reply = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(reply.status, await reply.clone().text()).toBeLessThan(300);
      // The answers looked at here are objects; only an id is read.
      return (await reply.json()) as { readonly id?: string };
    };
    const { id } = await post('/v1/programs', { document: { ...referAFriend, enrolment: { mode: 'automatic', if: [] } } });
    await post(`/v1/programs/${id}/versions/1/publish`, {});
    const order = { id: 'o-1', total: { amountMinor: '50000', currency: 'RUB' } };
    const occurredAt = new Date().toISOString();
    await post('/v1/events', { id: 'e-1', type: 'order.paid', occurredAt, customer: { externalId: 'c-1', name: 'Олег' }, order });
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('verify prints every invariant in both languages and replays the log (2-11)', async () => {
    const { code, stdout, stderr } = await sarafan(server.dataDirectory, 'verify', '--replay');
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/^ok {4}I-01 .* \/ Сумма всех счетов/m);
    expect(stdout).toMatch(/^ok {4}replay {2}\d+ events/m);
    expect(stdout).toContain('All holds. / Всё сходится.');
    const asJson = await sarafan(server.dataDirectory, 'verify', '--json');
    expect(JSON.parse(asJson.stdout)).toEqual({ violations: [], replay: null });
  });

  it('explain tells an order in the language asked for', async () => {
    const russian = await sarafan(server.dataDirectory, 'explain', 'order', 'o-1', '--locale', 'ru');
    expect(russian.code, russian.stderr).toBe(0);
    expect(russian.stdout).toContain('Заказ o-1: оплата, Олег (c-1)');
    expect(russian.stdout).toContain('пригласившего нет');
  });

  it.each([
    [
      'en',
      'sarafan: There is no order "o-99" here.',
      'sarafan: There is no business "nobody" here.',
      'there is no such file, check the path',
    ],
    ['ru', 'sarafan: Заказа «o-99» здесь нет.', 'sarafan: Бизнеса «nobody» здесь нет.', 'такого файла нет, проверьте путь'],
  ])('refuses in the language asked for, and says what to do: %s', async (locale, order, business, missing) => {
    const asked = (...words: readonly string[]) => sarafan(server.dataDirectory, ...words, '--locale', locale);
    expect(await asked('explain', 'order', 'o-99')).toMatchObject({ code: 1, stderr: expect.stringContaining(order) });
    expect(await asked('explain', 'order', 'o-1', '--tenant', 'nobody')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(business),
    });
    const unreadable = await asked('import', 'orders', join(directory, 'none.csv'));
    expect(unreadable).toMatchObject({ code: 1, stderr: expect.stringContaining(missing) });
    expect(unreadable.stderr).not.toContain('ENOENT');
  });

  it('every command speaks the language asked for (README: in Russian and English)', async () => {
    const asked = async (...words: readonly string[]) => {
      const { stdout, stderr } = await sarafan(server.dataDirectory, ...words, '--locale', 'ru');
      return `${stdout}${stderr}`;
    };
    const none = join(directory, 'none.gz');
    const copy = join(directory, 'ru.gz');
    expect(await asked('keys', 'revoke', 'nosuchkey')).toBe('sarafan: Ключа nosuchkey нет.\n');
    expect(await asked('keys', 'create', '--name', 'x', '--scopes', 'root')).toContain('Права «root» нет');
    expect(await asked('keys', 'create', '--name', 'x', '--expires', 'завтра')).toContain('«завтра» — не время с поясом');
    expect(await asked('keys', 'list', '--tenant', 'nobody')).toContain('Бизнеса «nobody» здесь нет');
    expect(await asked('staff', 'link', '--email', 'nobody@tea.example')).toContain('Сотрудника с почтой nobody@tea.example нет');
    expect(await asked('codes', 'export', '--file', directory)).toContain('Коды не записать: это папка');
    expect(await asked('backup', copy)).toContain('Копия записана');
    expect(await asked('backup', copy)).toContain('уже есть');
    expect(await asked('restore', none)).toContain('Резервную копию не прочитать: такого файла нет');
    expect(await asked('restore', copy)).toContain('База не пуста');
    writeFileSync(none, 'id,name\n');
    expect(await asked('restore', none)).toContain('не резервная копия');
    writeFileSync(none, readFileSync(copy).subarray(0, -100));
    const elsewhere = await sarafan(createDataDirectory(), 'restore', none, '--locale', 'ru');
    expect(elsewhere.stderr).toMatch(/^sarafan: Копия повреждена или обрезана \([а-яё ]+\): ничего не восстановлено\.\n$/);
    expect(await asked('verify')).toMatch(/Всё сходится\.\n$/);
    expect(await asked('verify')).not.toContain(' / ');
    expect((await sarafan(server.dataDirectory, 'keys', 'list', '--locale', 'de')).stderr).toContain('Allowed choices are ru, en');
  });

  it('backup writes a file for its owner alone and overwrites nothing', async () => {
    const made = await sarafan(server.dataDirectory, 'backup', file);
    expect(made.code, made.stderr).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await sarafan(server.dataDirectory, 'backup', file);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('exists already') });
    const nowhere = await sarafan(server.dataDirectory, 'backup', join(directory, 'no', 'such', 'place'));
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('The backup cannot be written') });
  });

  it('restore fills an empty database while the first is served, which then answers like the first', async () => {
    const copy = createDataDirectory();
    expect((await sarafan(server.dataDirectory, 'restore', file)).code).toBe(1);
    const restored = await sarafan(copy, 'restore', file);
    expect(restored.code, restored.stderr).toBe(0);
    expect(restored.stdout).toContain('Every invariant holds.');
    const second = await startSarafan({ env: { SARAFAN_DATA: copy } });
    const headers = { authorization: `Bearer ${server.secretKey}` };
    for (const { url } of [server, second]) expect((await fetch(`${url}/v1/orders/o-1`, { headers })).status).toBe(200);
    await second.stop();
    expect((await sarafan(copy, 'restore', file)).stderr).toContain('The database is not empty');
    expect((await sarafan(copy, 'restore', file, '--replace')).code).toBe(0);
  });

  it('restore says in a sentence what is wrong with a file', async () => {
    const copy = createDataDirectory();
    const spoilt = join(directory, 'spoilt');
    writeFileSync(spoilt, readFileSync(file).subarray(0, -100));
    expect(await sarafan(copy, 'restore', spoilt)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('sarafan: The backup is damaged or cut short'),
    });
    // One bit: of a row, which stands in no sentence; and of the sum that the file ends with.
    const bytes = readFileSync(file);
    for (const at of [Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 8]) {
      writeFileSync(spoilt, bytes.with(at, (bytes[at] ?? 0) ^ 1));
      const refused = await sarafan(copy, 'restore', spoilt);
      expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/^sarafan: The backup is damaged or cut short \([^\n]*\n$/) });
    }
    writeFileSync(spoilt, 'id,name\n');
    expect(await sarafan(copy, 'restore', spoilt)).toMatchObject({
      code: 1,
      stderr: `sarafan: The file ${spoilt} is not a backup of Sarafan.\n`,
    });
    expect(await sarafan(copy, 'restore', join(directory, 'nowhere'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('cannot be read'),
    });
  });
});
