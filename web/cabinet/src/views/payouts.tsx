import { useEffect, useState } from 'preact/hooks';
import { ApiError, ask, download, type Home, type Payee, type Payout } from '../api.ts';
import { PagedView } from '../paged-view.tsx';
import { Card, Field, Plain, toast, toastError, useSend } from '../parts.tsx';
import { currentLocale, day, money, say, t } from '../texts.ts';

const TYPES = ['individual', 'selfEmployed', 'soleTrader', 'company'] as const;
const FIELDS = ['name', 'taxId', 'registrationNumber', 'branchCode', 'account', 'bankCode'] as const;
type Type = (typeof TYPES)[number];
type FieldName = (typeof FIELDS)[number];

/** For who earns money: where it goes, what went, and what to print. */
export function PayoutsView({ home }: { readonly home: Home }) {
  const [, send] = useSend();
  return (
    <PagedView<Payout> title={t('home.payouts')} path="payouts">
      {(payouts) => (
        <>
          <PayeeCard />
          {home.code === null ? null : (
            <a class="button plain" target="_blank" rel="noopener" href={materialsOf(home.code.link)}>
              {t('payouts.materials')}
            </a>
          )}
          <Plain onClick={() => void send(() => download(`statement.csv?locale=${currentLocale()}`, 'statement.csv'))}>
            {t('payouts.statement')}
          </Plain>
          <Card title={t('payouts.list')}>
            {payouts.length === 0 ? <p class="dim">{t('payouts.none')}</p> : null}
            <ul class="rows">
              {payouts.map(({ id, amount, text, proposedAt }) => (
                <li key={id}>
                  <span>
                    {say(text)}
                    <small>{day(proposedAt)}</small>
                  </span>
                  <b>{money(amount.amountMinor, amount.currency)}</b>
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
    </PagedView>
  );
}

/** Cards to print and ready texts, on the page of the link. */
function materialsOf(link: string): string {
  return `${link.replace('/r/', '/p/')}/materials?lang=${currentLocale()}`;
}

function needed(type: Type): readonly FieldName[] {
  if (type === 'company') return FIELDS;
  return FIELDS.filter((name) => name !== 'branchCode' && (type === 'soleTrader' || name !== 'registrationNumber'));
}

function PayeeCard() {
  const [known, setKnown] = useState<Payee | null>(null);
  const [type, setType] = useState<Type>('individual');
  const [details, setDetails] = useState<Partial<Record<FieldName, string>>>({});
  const [isSending, send] = useSend();
  useEffect(() => {
    ask<Payee>('GET', 'payee').then(setKnown, (error: unknown) => {
      if (!(error instanceof ApiError && error.code === 'payee_missing')) toastError(error);
    });
  }, []);
  const submit = (event: Event) => {
    event.preventDefault();
    const given = Object.fromEntries(needed(type).map((name) => [name, details[name] ?? '']));
    void send(() =>
      ask<Payee>('PUT', 'payee', { type, ...given }).then(setKnown, (error: unknown) => {
        if (!(error instanceof ApiError && error.code === 'sign_in_again')) throw error;
        toast(t('settings.signInAgain'));
      }),
    );
  };
  return (
    <form class="card" onSubmit={submit}>
      <p>
        {known === null
          ? t('payouts.lead')
          : t('payouts.known', { name: known.name ?? '', taxId: known.taxId ?? '', account: known.account ?? '' })}
      </p>
      <p class="dim">{t('payouts.russia')}</p>
      <Field label={t('payouts.type')}>
        <select value={type} onChange={(event) => setType(TYPES.find((each) => each === event.currentTarget.value) ?? 'individual')}>
          {TYPES.map((each) => (
            <option key={each} value={each}>
              {t(`payouts.types.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      {needed(type).map((name) => (
        <Field key={name} label={t(`payouts.${name}`)}>
          <input
            required
            maxLength={200}
            inputMode={name === 'name' ? 'text' : 'numeric'}
            value={details[name] ?? ''}
            onInput={(event) => setDetails({ ...details, [name]: event.currentTarget.value })}
          />
        </Field>
      ))}
      <button type="submit" disabled={isSending}>
        {t('app.save')}
      </button>
    </form>
  );
}
