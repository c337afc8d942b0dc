import { getWishes, patchWishes } from '../contract/cabinet.endpoints.ts';
import type { Caller } from '../contract/caller.ts';
import { invalidField } from '../contract/problems.ts';
import { type Route, route } from '../contract/route.ts';
import type { CustomerId } from '../domain/ids.ts';
import { MEMBER_MAIL_KINDS, type MemberMailKind } from '../domain/messages/mail.ts';
import { err, ok } from '../domain/result.ts';
import { readMailChoices, setMailChoice } from '../messages/mail-choices.store.ts';
import { mailKindText } from '../messages/mail-kind-texts.ts';
import type { ServerDeps } from '../server-deps.ts';
import { memberOf } from './member-of.ts';
import { findWishes, saveWishes } from './member-wishes.store.ts';

type Kind = MemberMailKind | 'all';
const KINDS: readonly Kind[] = ['all', ...MEMBER_MAIL_KINDS];

/** Whoever says "not now" is left alone this long. */
const NOT_NOW_MS = 30 * 86_400_000;

/** What a member does not want; it counts at once. */
export function wishRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(getWishes, async (call) => ok(await show(deps, call.caller, memberOf(call).customerId))),
    route(patchWishes, async (call) => {
      const { customerId } = memberOf(call);
      const { noInvitations, notNow, mail = [] } = call.body;
      const unknown = mail.findIndex(({ kind }) => !isKind(kind));
      if (unknown !== -1) return err(invalidField({ field: `mail[${unknown}].kind`, issue: 'choice' }));
      const now = clock.now();
      await saveWishes(db, call.caller, customerId, {
        ...(noInvitations === undefined ? {} : { noInvitationsSince: noInvitations ? now : null }),
        ...(notNow === undefined ? {} : { askAgainAfter: new Date(now.getTime() + NOT_NOW_MS) }),
      });
      const { tenantId } = call.caller;
      for (const { kind, wanted } of mail) {
        if (isKind(kind)) await setMailChoice(db, { tenantId, customerId, kind, isDeclined: !wanted, now });
      }
      return ok(await show(deps, call.caller, customerId));
    }),
  ];
}

function isKind(text: string): text is Kind {
  return KINDS.some((kind) => kind === text);
}

async function show({ db }: Pick<ServerDeps, 'db'>, caller: Caller, customerId: CustomerId) {
  const [wishes, choices] = await Promise.all([findWishes(db, caller, customerId), readMailChoices(db, caller.tenantId, customerId)]);
  const isWanted = (kind: Kind): boolean => (kind === 'all' ? !choices.declinedAll : !choices.declined.includes(kind));
  return {
    noInvitations: wishes.noInvitationsSince !== null,
    mail: KINDS.map((kind) => ({ kind, name: mailKindText(kind), wanted: isWanted(kind) })),
  };
}
