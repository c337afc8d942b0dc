import { mailErrorText, textFaultText } from '../contract/mail-texts.ts';
import * as endpoints from '../contract/messages.endpoints.ts';
import { decodeCursor, EPOCH_MS_PART, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { invalidField, type Problem, problem, tooManyRequests } from '../contract/problems.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { findCustomerId } from '../customers/customers.store.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import { MAIL_KINDS, type MailKind, MEMBER_MAIL_KINDS } from '../domain/messages/mail.ts';
import { err, ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { noteAct } from '../staff/note-act.ts';
import { defaultText, type MailText } from './default-texts.ts';
import { readMailChoices, setMailChoice } from './mail-choices.store.ts';
import { exampleFields, mailFields } from './mail-fields.ts';
import { mailKindText } from './mail-kind-texts.ts';
import { findMailRecord, listMailRecords, type MailRecord, resendFailed } from './mail-log.store.ts';
import { deleteMailSetup, findMailSetup, saveMailSetup } from './mail-setup.store.ts';
import { findTextFaults } from './mail-template.ts';
import { deleteOwnText, findOwnText, listOwnTexts, saveOwnText } from './mail-texts.store.ts';
import { renderMail } from './render-mail.ts';
import { sendTestMail } from './send-test-mail.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import { TestMailThrottle } from './test-mail-throttle.ts';

const LOCALES = ['ru', 'en'] as const;
type MailLocale = (typeof LOCALES)[number];

export function messageRoutes(deps: ServerDeps): readonly Route[] {
  return [...settingsRoutes(deps), ...textRoutes(deps), ...logRoutes(deps), ...choiceRoutes(deps)];
}

function settingsRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock, installationMail } = deps;
  const throttle = new TestMailThrottle();
  const show = async ({ caller }: Call) => settingsToWire(await findMailSetup(db, caller.tenantId), installationMail);
  return [
    route(endpoints.getMailSettings, async (call) => ok(await show(call))),
    route(endpoints.putMailSettings, async (call) => {
      const { tenantId } = call.caller;
      const { password: typed, ...body } = call.body;
      const before = await findMailSetup(db, tenantId);
      // A password kept for another server would be given away to whoever runs that one.
      const isSame = before !== null && before.host === body.host && before.username === body.username;
      const password = typed ?? (isSame ? before.password : null);
      if (body.username !== null && password === null) return err(invalidField({ field: 'password', issue: 'required' }));
      await saveMailSetup(db, tenantId, { ...body, password: body.username === null ? null : password }, clock.now());
      const { host, port, security, fromAddress } = body;
      const after = { host, port, security, fromAddress, passwordChanged: typed !== undefined };
      await noteAct(deps, call, { act: 'mail-set-up', subject: 'mail', before: auditOf(before), after });
      return ok(await show(call));
    }),
    route(endpoints.deleteMailSettings, async (call) => {
      const before = await findMailSetup(db, call.caller.tenantId);
      await deleteMailSetup(db, call.caller.tenantId, clock.now());
      await noteAct(deps, call, { act: 'mail-forgotten', subject: 'mail', before: auditOf(before), after: null });
      return ok(await show(call));
    }),
    route(endpoints.testMail, async (call) => {
      const waitSeconds = await throttle.count(call.caller.tenantId);
      if (waitSeconds > 0) return err(tooManyRequests(waitSeconds));
      const sent = await sendTestMail(deps, call.caller.tenantId, call.body.to);
      if (sent === null) return err(problem('mail_not_set_up'));
      if (sent.kind === 'sent') return ok({ sent: true, error: null, response: null });
      return ok({ sent: false, error: errorToWire(sent.error), response: sent.response });
    }),
  ];
}

function auditOf(settings: SmtpSettings | null): object | null {
  if (settings === null) return null;
  const { host, port, security, fromAddress } = settings;
  return { host, port, security, fromAddress };
}

function settingsToWire(own: SmtpSettings | null, installation: SmtpSettings | undefined) {
  const shown = own ?? installation ?? null;
  return {
    source: own !== null ? ('own' as const) : installation !== undefined ? ('installation' as const) : ('none' as const),
    host: shown?.host ?? null,
    port: shown?.port ?? null,
    security: shown?.security ?? null,
    username: own?.username ?? null,
    hasPassword: (shown?.password ?? null) !== null,
    fromName: shown?.fromName ?? null,
    fromAddress: shown?.fromAddress ?? null,
    replyTo: shown?.replyTo ?? null,
  };
}

function textRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(endpoints.listMailTexts, async ({ caller }) => {
      const own = await listOwnTexts(db, caller.tenantId);
      const items = MAIL_KINDS.flatMap((kind) =>
        LOCALES.map((locale) => textToWire(kind, locale, own.find((each) => each.kind === kind && each.locale === locale) ?? null)),
      );
      return ok({ items });
    }),
    route(endpoints.putMailText, async (call) => {
      const { kind, locale } = call.params;
      const faults = checkText(kind, call.body);
      if (faults !== null) return err(faults);
      const ref = { tenantId: call.caller.tenantId, kind, locale };
      const before = await findOwnText(db, ref);
      await saveOwnText(db, ref, call.body, clock.now());
      await noteAct(deps, call, { act: 'mail-text-changed', subject: `${kind} ${locale}`, before, after: call.body });
      return ok(textToWire(kind, locale, call.body));
    }),
    route(endpoints.deleteMailText, async (call) => {
      const { kind, locale } = call.params;
      const ref = { tenantId: call.caller.tenantId, kind, locale };
      const before = await findOwnText(db, ref);
      await deleteOwnText(db, ref);
      if (before !== null) await noteAct(deps, call, { act: 'mail-text-reset', subject: `${kind} ${locale}`, before, after: null });
      return ok(textToWire(kind, locale, null));
    }),
    route(endpoints.previewMailText, async ({ params: { kind, locale }, body }) => {
      const faults = checkText(kind, body);
      if (faults !== null) return err(faults);
      const fields = exampleFields(kind, locale);
      const unsubscribeUrl = canDecline(kind) ? `${deps.publicUrl}/mail/unsubscribe` : null;
      const shopName = fields['shop'] ?? '';
      return ok(renderMail({ kind, locale, text: body, fields, shopName, notes: [], unsubscribeUrl }));
    }),
  ];
}

function checkText(kind: MailKind, text: MailText): Problem | null {
  const faults = findTextFaults(kind, text);
  const [first] = faults;
  if (first === undefined) return null;
  const reasons = faults.map((fault) => ({ code: fault.fault, field: fault.place, text: textFaultText(fault) }));
  return { ...problem('mail_text_invalid', first.place), reasons };
}

function textToWire(kind: MailKind, locale: MailLocale, own: MailText | null) {
  const original = defaultText(kind, locale);
  const { subject, body } = own ?? original;
  return {
    ...{ kind, locale, subject, body, original },
    name: mailKindText(kind),
    canDecline: canDecline(kind),
    isOwn: own !== null,
    fields: mailFields(kind).map((field) => ({
      name: field.name,
      meaning: field.meaning,
      example: field.example[locale],
      fallback: field.fallback[locale],
    })),
  };
}

function canDecline(kind: MailKind): boolean {
  return MEMBER_MAIL_KINDS.some((each) => each === kind);
}

function logRoutes({ db, clock }: ServerDeps): readonly Route[] {
  return [
    route(endpoints.listMails, async ({ caller, query }) => {
      const cursor = decodeCursor(query.cursor, [EPOCH_MS_PART, UUID_PART]);
      if (!cursor.ok) return cursor;
      const [ms, mailId] = cursor.value ?? [];
      const before = ms === undefined || mailId === undefined ? null : { at: new Date(Number(ms)), mailId };
      const { status, kind, limit } = query;
      const rows = await listMailRecords(db, caller.tenantId, { status, kind, before, limit });
      return ok(pageFrom(rows, { limit, keyOf: (row) => [String(row.createdAt.getTime()), row.mailId], toItem: mailToWire }));
    }),
    route(endpoints.resendMail, async ({ caller, params }) => {
      const { tenantId } = caller;
      if ((await findMailRecord(db, tenantId, params.id)) === null) return err(problem('mail_unknown', 'id'));
      if (!(await resendFailed(db, tenantId, params.id, clock.now()))) return err(problem('mail_state', 'id'));
      const found = await findMailRecord(db, tenantId, params.id);
      return found === null ? err(problem('mail_unknown', 'id')) : ok(mailToWire(found));
    }),
  ];
}

function mailToWire(found: MailRecord): endpoints.MailInput {
  const kind = MAIL_KINDS.find((each) => each === found.kind) ?? 'sign-in-code';
  return {
    id: wireId('msg', found.mailId),
    kind,
    name: mailKindText(kind),
    customerId: found.customerId === null ? null : wireId('cus', found.customerId),
    status: found.status,
    attempts: found.attempts,
    createdAt: found.createdAt.toISOString(),
    settledAt: timeToWire(found.settledAt),
    nextAttemptAt: found.status === 'waiting' ? found.nextAttemptAt.toISOString() : null,
    error: found.lastError === null ? null : errorToWire(found.lastError),
  };
}

function errorToWire(code: string) {
  return { code, text: mailErrorText(code) };
}

function choiceRoutes({ db, clock }: ServerDeps): readonly Route[] {
  const find = async ({ caller, params }: Call<{ readonly id: string }>) => {
    const customerId = await findCustomerId(db, caller, params.id);
    return customerId === null ? err(problem('customer_unknown', 'id')) : ok(customerId);
  };
  const show = async ({ caller }: Call, customerId: CustomerId) => {
    const { declinedAll, declined } = await readMailChoices(db, caller.tenantId, customerId);
    return ok({ declinedAll, declined: [...declined] });
  };
  return [
    route(endpoints.getMailChoices, async (call) => {
      const found = await find(call);
      return found.ok ? show(call, found.value) : found;
    }),
    route(endpoints.putMailChoices, async (call) => {
      const found = await find(call);
      if (!found.ok) return found;
      const { declinedAll, declined } = call.body;
      const of = { tenantId: call.caller.tenantId, customerId: found.value, now: clock.now() };
      await setMailChoice(db, { ...of, kind: 'all', isDeclined: declinedAll });
      for (const kind of MEMBER_MAIL_KINDS) await setMailChoice(db, { ...of, kind, isDeclined: declined.includes(kind) });
      return show(call, found.value);
    }),
  ];
}
