import { describe, expect, it } from 'vitest';
import { describeSettings, isLoopbackUrl, readConfig } from './config.ts';

describe('settings', () => {
  it('have working defaults', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: undefined, publicUrl: undefined, trustProxy: [] });
    expect(readConfig({}).dataDirectory).toMatch(/\/data$/);
  });

  it('count as absent when empty', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, publicUrl: undefined });
  });

  it('are read without the spaces a file of settings leaves around them', () => {
    expect(readConfig({ HOST: '0.0.0.0 ', PORT: ' 4000', PUBLIC_URL: '  ' })).toMatchObject({
      host: '0.0.0.0',
      port: 4000,
      publicUrl: undefined,
    });
  });

  it('are frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('read a public address without its trailing slash', () => {
    expect(readConfig({ PUBLIC_URL: 'https://friends.example/shop/' }).publicUrl).toBe('https://friends.example/shop');
  });

  it('read address ranges of proxies', () => {
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1/128' }).trustProxy).toEqual(['10.0.0.0/8', '::1/128']);
  });

  it('read the test clock as an instant', () => {
    expect(readConfig({ SARAFAN_TEST_CLOCK: '2026-11-20T12:00:00+03:00' }).testClock).toEqual(new Date('2026-11-20T09:00:00Z'));
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['PUBLIC_URL', 'friends.example'],
    ['PUBLIC_URL', 'ftp://friends.example'],
    ['PUBLIC_URL', 'https://friends.example/?a=1'],
    ['PUBLIC_URL', 'https://owner:secret@friends.example'],
    ['DATABASE_URL', 'mysql://host/database'],
    ['TRUST_PROXY', '10.0.0.0/8,proxy'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['WEBHOOK_PORTS', '443,'],
    ['WEBHOOK_ALLOW_PRIVATE', '10.0.0.0/8,http://crm'],
    ['WEBHOOK_PROXY', 'proxy:3128'],
    ['SARAFAN_TEST_CLOCK', '2026-11-20T12:00:00'],
    ['FAULT_POINT', 'before commit'],
  ])('refuse %s=%s and name it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^Wrong setting. ${name}: .+`));
  });

  it('refuse a SARAFAN_ name that is no setting, so that a misspelt one is seen', () => {
    expect(() => readConfig({ SARAFAN_DATE: './x' })).toThrow('SARAFAN_DATE: there is no such setting');
  });

  it('are each described with their default, at most 25 of them', () => {
    const described = describeSettings();
    expect(described.match(/default:/g)?.length).toBeLessThanOrEqual(25);
    for (const name of ['HOST', 'PORT', 'SARAFAN_DATA', 'DATABASE_URL', 'PUBLIC_URL', 'TRUST_PROXY']) expect(described).toContain(name);
  });
});

describe('a loopback address', () => {
  it.each([
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://127.9.9.9',
    'http://[::1]:80',
    'http://shop.localhost',
    'http://LOCALHOST.:80',
  ])('is %s', (url) => {
    expect(isLoopbackUrl(url)).toBe(true);
  });

  it.each(['https://friends.example', 'http://192.168.1.2', 'http://127.example'])('is not %s', (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
  });
});

describe('the mail of an installation', () => {
  const from = { MAIL_FROM: 'Чай <mail@tea.example>' };

  it.each([
    ['smtps://tea:p%40ss@smtp.example', { host: 'smtp.example', port: 465, security: 'tls', username: 'tea', password: 'p@ss' }],
    ['smtp://smtp.example', { host: 'smtp.example', port: 587, security: 'starttls', username: null, password: null }],
    ['smtp://127.0.0.1:2525?security=none', { host: '127.0.0.1', port: 2525, security: 'none' }],
    ['smtp://[::1]:25?security=none', { host: '::1', port: 25 }],
  ])('is read from %s', (url, smtp) => {
    expect(readConfig({ SMTP_URL: url, ...from })).toMatchObject({
      smtp,
      mailFrom: { fromName: 'Чай', fromAddress: 'mail@tea.example' },
    });
  });

  it.each([
    [{ SMTP_URL: 'http://smtp.example', ...from }, /SMTP_URL/],
    [{ SMTP_URL: 'smtps://smtp.example?security=none', ...from }, /SMTP_URL/],
    [{ SMTP_URL: 'smtp://smtp.example?tls=off', ...from }, /SMTP_URL/],
    [{ SMTP_URL: 'smtp://smtp.example' }, /MAIL_FROM: is needed with SMTP_URL/],
    [{ MAIL_FROM: 'Tea' }, /MAIL_FROM/],
    [{ SMS_GATEWAY_URL: 'https://sms.example' }, /SMS_GATEWAY_SECRET: is needed with SMS_GATEWAY_URL/],
    [{ SMS_GATEWAY_URL: 'https://sms.example', SMS_GATEWAY_SECRET: 'short' }, /SMS_GATEWAY_SECRET: must be whsec_/],
    [{ MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, /MAIL_FROM/],
  ])('is refused when it is %j', (environment, words) => {
    expect(() => readConfig(environment)).toThrow(words);
  });
});
