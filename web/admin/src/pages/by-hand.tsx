import { Badge, Button, Card, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, ask } from '../api.ts';
import { newestVersion, usePrograms } from '../document/program-api.ts';
import { drawName } from '../draw-name.ts';
import { locale } from '../i18n.ts';
import { formatDate } from '../money.ts';
import { Answer } from '../parts/answer.tsx';
import { CurrencySelect, isKnownCurrency } from '../parts/currency-select.tsx';
import { type Decision, DecisionCard } from '../parts/decision.tsx';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useWrongField } from '../parts/wrong-field.ts';
import { zoneWords } from '../shop-time.ts';
import { eventOf, FIELDS, fieldOf, findWrong, KINDS, type Kind, type Typed, type TypedField, type Wrong } from './by-hand-event.ts';
import { TakenBack, takesBack } from './by-hand-taken-back.tsx';

const KEPT_CURRENCY = 'sarafan.currency';
const HINTED: Partial<Record<TypedField, string>> = {
  total: 'byHand.totalHint',
  refundAmount: 'byHand.refundHint',
  phone: 'byHand.customerHint',
  code: 'byHand.codeHint',
  at: 'byHand.atHint',
};

const BLANK: Typed = {
  ...{ orderId: '', total: '', paid: '', paymentId: '', refundId: '', refundAmount: '', complaintId: '', score: '' },
  ...{ name: '', phone: '', email: '', externalId: '', code: '', currency: '', at: '' },
};

/** The one chosen last on this device, else that of the programme that runs. */
function useFirstCurrency(): string {
  const { data } = usePrograms();
  const kept = localStorage.getItem(KEPT_CURRENCY);
  if (kept !== null && isKnownCurrency(kept)) return kept;
  const programs = data?.items ?? [];
  const program = programs.findLast(({ status }) => status === 'live') ?? programs.at(-1);
  return (program === undefined ? undefined : newestVersion(program))?.document.currency ?? (locale() === 'ru' ? 'RUB' : 'USD');
}

/** Orders, payments, refunds and the rest as forms over the same events a shop's program sends; the decision is shown before and after. */
export function ByHandPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('order.paid');
  const [given, setTyped] = useState<Typed>(BLANK);
  const firstCurrency = useFirstCurrency();
  const typed = { ...given, currency: given.currency === '' ? firstCurrency : given.currency };
  const [wrong, setWrong] = useState<Wrong>({});
  const [id, setId] = useState(drawName);
  const preview = useMutation<Decision, Error, object>({ mutationFn: (event) => ask<Decision>('POST', '/v1/events/dry-run', event) });
  const send = useMutation<Decision, Error, object>({
    mutationFn: (event) => ask<Decision>('POST', '/v1/events', event),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['by-hand'] }),
  });
  const change = (field: TypedField, value: string): void => {
    setTyped({ ...typed, [field]: value });
    if (field === 'currency') localStorage.setItem(KEPT_CURRENCY, value);
    preview.reset();
    send.reset();
  };
  const begin = (next: Kind, values: Typed): void => {
    setKind(next);
    setTyped(values);
    setWrong({});
    setId(drawName());
    preview.reset();
    send.reset();
  };
  const act = (run: (event: object) => void): void => {
    const found = findWrong(kind, typed);
    setWrong(found);
    if (Object.keys(found).length === 0) run(eventOf(kind, typed, { id: `hand-${id}`, now: new Date() }));
  };
  const error = send.error ?? preview.error;
  const form = useWrongField<HTMLFormElement>(wrong, error);
  const refused = error instanceof ApiError ? fieldOf(error.problem.field) : null;
  const errorOf = (field: TypedField): string | undefined => {
    const own = wrong[field];
    if (own !== undefined) return t(`byHand.${own}`);
    return refused === field && error instanceof ApiError ? error.problem.text[locale()] : undefined;
  };
  const takenBack = (isDone: boolean) => (takesBack(kind) ? { nothing: <TakenBack orderId={typed.orderId.trim()} isDone={isDone} /> } : {});
  return (
    <Stack>
      <Title order={2}>{t('byHand.title')}</Title>
      <Text c="dimmed">{t('byHand.lead')}</Text>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Card
          withBorder
          component="form"
          ref={form}
          onSubmit={(event: React.FormEvent) => {
            event.preventDefault();
            act((body) => preview.mutate(body));
          }}
          noValidate
        >
          <Stack gap="sm">
            <KindSelect value={kind} onChange={(next) => begin(next, typed)} />
            {FIELDS[kind].map((field) => (
              <Field
                key={field}
                kind={kind}
                field={field}
                value={typed[field]}
                error={errorOf(field)}
                onChange={(value) => change(field, value)}
              />
            ))}
            {error !== null && refused === null ? <ProblemAlert error={error} /> : null}
            <Button type="submit" variant={preview.data === undefined ? 'filled' : 'light'} loading={preview.isPending}>
              {t('byHand.preview')}
            </Button>
          </Stack>
        </Card>
        <Stack aria-live="polite">
          {send.data !== undefined ? (
            <>
              <DecisionCard decision={send.data} title={t('byHand.after')} {...takenBack(true)} />
              <Button w="fit-content" onClick={() => begin(kind, BLANK)}>
                {t('byHand.another')}
              </Button>
            </>
          ) : preview.data === undefined ? null : (
            <>
              <DecisionCard decision={preview.data} title={t('byHand.before')} {...takenBack(false)} />
              <Button w="fit-content" loading={send.isPending} onClick={() => send.mutate(preview.variables)}>
                {t('byHand.send')}
              </Button>
            </>
          )}
          <Recent />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

function KindSelect({ value, onChange }: { readonly value: Kind; readonly onChange: (kind: Kind) => void }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('byHand.kind')}
      value={value}
      onChange={(event) => onChange(KINDS.find((each) => each === event.currentTarget.value) ?? 'order.paid')}
      data={KINDS.map((each) => ({ value: each, label: t(`byHand.kinds.${each.replace('.', '-')}`) }))}
    />
  );
}

interface FieldProps {
  readonly kind: Kind;
  readonly field: TypedField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

const INPUT_MODES: Partial<Record<TypedField, 'decimal' | 'numeric' | 'tel' | 'email'>> = {
  total: 'decimal',
  paid: 'decimal',
  refundAmount: 'decimal',
  score: 'numeric',
  phone: 'tel',
  email: 'email',
};

function Field({ kind, field, value, error, onChange }: FieldProps) {
  const { t } = useTranslation();
  if (field === 'currency') return <CurrencySelect label={t('byHand.currency')} value={value} onChange={onChange} />;
  const hint = HINTED[field];
  const label = field === 'code' && kind === 'referral.registered' ? 'referrerCode' : field;
  const mode = INPUT_MODES[field];
  return (
    <TextInput
      label={t(`byHand.${label}`)}
      {...(hint === undefined ? {} : { description: t(hint, { zone: zoneWords() }) })}
      {...(error === undefined ? {} : { error })}
      {...(mode === undefined ? {} : { inputMode: mode })}
      type={field === 'at' ? 'datetime-local' : 'text'}
      autoComplete="off"
      name={field}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface Act extends Decision {
  readonly eventId: string;
  readonly type: string;
  readonly orderId: string | null;
  readonly storedAt: string;
}

function Recent() {
  const { t } = useTranslation();
  const recent = useQuery<{ readonly items: readonly Act[] }>({
    queryKey: ['by-hand'],
    queryFn: () => ask<{ readonly items: readonly Act[] }>('GET', '/v1/events?by=hand&limit=10'),
  });
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t('byHand.recent')}
        </Title>
        <ExportButtons list="events" query={{ by: 'hand' }} />
      </Group>
      <Answer query={recent}>
        {({ items }) => (
          <Stack gap="xs" mt="xs">
            {items.length === 0 ? <Text c="dimmed">{t('byHand.recentNone')}</Text> : null}
            {items.map((act) => (
              <Group key={act.eventId} justify="space-between">
                <Text size="sm">
                  {t(`byHand.kinds.${act.type.replace('.', '-')}`)}
                  {act.orderId === null ? '' : ` · ${act.orderId}`}
                </Text>
                <Group gap="xs" wrap="nowrap">
                  {act.rewards.length === 0 ? null : <Badge variant="light">{t('byHand.rewards', { count: act.rewards.length })}</Badge>}
                  <Text size="sm" c="dimmed">
                    {formatDate(act.storedAt)}
                  </Text>
                </Group>
              </Group>
            ))}
          </Stack>
        )}
      </Answer>
    </Card>
  );
}
