import { describe, expect, it } from 'vitest';
import { MAIL_KINDS } from '../domain/messages/mail.ts';
import { defaultText } from './default-texts.ts';
import { exampleFields } from './mail-fields.ts';
import { findTextFaults, renderText } from './mail-template.ts';
import { renderMail } from './render-mail.ts';

const LOCALES = ['ru', 'en'] as const;
const friend = (body: string) => findTextFaults('friend-joined', { subject: 'Hi', body });

describe('a text of a message', () => {
  it.each(MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const)))(
    '%s (%s): the product’s own is usable, and prints no blank even where nothing is known (2-14)',
    (kind, locale) => {
      const text = defaultText(kind, locale);
      expect(findTextFaults(kind, text)).toEqual([]);
      for (const fields of [{}, exampleFields(kind, locale)]) {
        const mail = renderMail({ kind, locale, text: null, fields, shopName: 'Чай', notes: [], unsubscribeUrl: null });
        expect(mail.subject).not.toBe('');
        expect(`${mail.subject}\n${mail.text}`).not.toMatch(/: \.|: ,|«»|“”|\{\{|undefined|null| {2}|: *$(?!\n\n)/m);
      }
    },
  );

  it('names the place of a fault and the unknown field', () => {
    expect(friend('Hello {{ name }}\n\n  {{ freind }} came')).toEqual([
      { place: 'body', line: 3, column: 6, fault: 'unknown-field', found: 'freind' },
    ]);
    expect(friend('{{ name | upcsae }}')).toMatchObject([{ place: 'body', line: 1, fault: 'unknown-filter', found: 'upcsae' }]);
    expect(friend('ok\n{% if name %}never closed')).toMatchObject([{ line: 2, column: 1, fault: 'syntax' }]);
    expect(friend('{{ name')).toMatchObject([{ line: 1, column: 1, fault: 'syntax' }]);
    expect(friend('   ')).toMatchObject([{ fault: 'blank' }]);
    expect(friend('x'.repeat(5_001))).toMatchObject([{ fault: 'too-long' }]);
    expect(findTextFaults('friend-joined', { subject: '{{ code }}', body: 'x' })).toMatchObject([{ place: 'subject', found: 'code' }]);
  });

  it.each([
    '{% for i in (1..10000000) %}x{% endfor %}',
    '{% tablerow i in (1..10000000) %}x{% endtablerow %}',
    '{% assign a = "xxxxxxxx" %}{% assign a = a | append: a %}',
    '{% include "/etc/passwd" %}',
    '{% render "../../etc/passwd" %}',
    '{% layout "/etc/passwd" %}',
    '{{ constructor.constructor("return process")() }}',
    '{{ name.constructor.prototype }}',
    '{{ name["__proto__"] }}',
    '{{ "".constructor }}',
    '{{ __proto__ }}',
    '{{ name | where_exp: "x", "x" }}',
    '{{ name | replace: "a", "aaaaaaaaaa" }}',
    '{{ name | sha256 }}',
    '{{ toString }}',
  ])('is refused when it is %s', (body) => {
    expect(friend(body)).not.toEqual([]);
    const before = performance.now();
    const mail = renderMail({
      kind: 'friend-joined',
      locale: 'en',
      text: { subject: 'Hi', body },
      fields: {},
      shopName: 'Tea',
      notes: [],
      unsubscribeUrl: null,
    });
    expect(performance.now() - before).toBeLessThan(500);
    expect(mail.text).not.toMatch(/function|native code|\[object|root:/);
  });

  it.each([
    ['sign-in-code', 'code', 'Your code is in the subject'],
    ['sign-in-code', 'code', 'The {{ shop }} {% if minutes == "10" %}{{ code }}{% endif %}'],
    ['staff-invitation', 'link', 'Come to {{ shop }}'],
    ['staff-invitation', 'link', 'Come: {{ link | upcase }}'],
  ] as const)('of the kind %s is refused without its %s: %s', (kind, found, body) => {
    expect(findTextFaults(kind, { subject: 'Hi', body })).toMatchObject([{ place: 'body', fault: 'missing-field', found }]);
  });

  it.each([
    ['ok\nhttps://evil.example/?c={{ code }}', 'code', 2, 25],
    ['www.evil.example/{{code}}', 'code', 1, 18],
    ['evil.example/{% if code %}{{ code }}{% endif %}', 'code', 1, 27],
    ['{{ shop_link }}?c={{ code }}', 'code', 1, 19],
    ['{% if minutes == "9" %}https://evil.example/{{ code }}{% endif %}', 'code', 1, 45],
    ['{{ code | prepend: "https://evil.example/" }}', 'code', 1, 1],
    ['https://evil.example/\n{{- code }}', 'code', 1, 1],
  ] as const)('is refused with a field inside a link: %j', (body, found, line, column) => {
    expect(findTextFaults('sign-in-code', { subject: '{{ code }}', body: `${body}\n{{ code }}` })).toEqual([
      { place: 'body', fault: 'field-in-link', found, line, column },
    ]);
  });

  it('is read in no time, however it is made', () => {
    const before = performance.now();
    for (const piece of ['www.{% comment %}{% endcomment %}', '{{link', 'www.{']) friend(piece.repeat(140));
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('may have links beside its fields', () => {
    const body = 'https://tea.example/help {{ code }}. {{ shop_link }}\n{{ code }} {{ shop_link | default: "https://tea.example" }}';
    expect(findTextFaults('sign-in-code', { subject: '{{ code }}', body })).toEqual([]);
  });

  it('keeps what a person wrote in a field from being read as a template', () => {
    const name = `{{ 7 | times: 7 }}{% if x %}${'$'}{7*7}`;
    expect(renderText('{{ name }}', { name })).toEqual({ ok: true, value: name });
  });

  it('has fallbacks and conditions', () => {
    expect(renderText('{{ name | default: "friend" | upcase }}{% if has_code %}!{% endif %}', { name: '', has_code: '' })).toEqual({
      ok: true,
      value: 'FRIEND',
    });
  });
});

describe('a message', () => {
  const render = (fields: Readonly<Record<string, string>>, text: { subject: string; body: string } | null = null) =>
    renderMail({
      kind: 'friend-joined',
      locale: 'ru',
      text,
      fields,
      shopName: 'Чай & <Мёд>',
      notes: [],
      unsubscribeUrl: 'https://tea.example/u?t=1&x=2',
    });

  it('escapes all that is shown as HTML', () => {
    const { html } = render({ friend: '"><img src=x onerror=alert(1)>', greeting: '<script>alert(1)</script>' });
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('Чай &amp; &lt;Мёд&gt;');
    expect(html).toContain('href="https://tea.example/u?t=1&amp;x=2"');
  });

  it('makes links of addresses only, without the full stop after them', () => {
    const { html } = render({}, { subject: 'x', body: 'См. https://tea.example/a?b=1. javascript:alert(1)' });
    expect(html).toContain('<a href="https://tea.example/a?b=1">https://tea.example/a?b=1</a>. javascript:alert(1)');
  });

  it('has no line end in its subject, whatever a name holds', () => {
    const { subject } = render({ name: 'Eve\r\nBcc: all@example.com\u2028x' }, { subject: 'Hi {{ name }}', body: 'x' });
    expect(subject).toBe('Hi Eve Bcc: all@example.com x');
  });
});
