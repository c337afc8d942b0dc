import { Badge, Button, Card, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, ask } from '../api.ts';
import { drawName } from '../draw-name.ts';
import { locale } from '../i18n.ts';
import { formatDate } from '../money.ts';
import { Answer } from '../parts/answer.tsx';
import { type Decision, DecisionCard } from '../parts/decision.tsx';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import {
  eventOf,
  FIELDS,
  fieldOf,
  findWrong,
  KINDS,
  type Kind,
  localNow,
  type Typed,
  type TypedField,
  type Wrong,
} from './by-hand-event.ts';

const KEPT_CURRENCY = 'sarafan.currency';
const HINTED: Partial<Record<TypedField, string>> = {
  total: 'byHand.totalHint',
  refundAmount: 'byHand.refundHint',
  phone: 'byHand.customerHint',
  code: 'byHand.codeHint',
};

function blank(): Typed {
  const currency = localStorage.getItem(KEPT_CURRENCY) ?? (locale() === 'ru' ? 'RUB' : 'EUR');
  const empty = { orderId: '', total: '', paid: '', paymentId: '', refundId: '', refundAmount: '', complaintId: '', score: '' };
  return { ...empty, name: '', phone: '', email: '', externalId: '', code: '', currency, at: localNow() };
}

/** Orders, payments, refunds and the rest as forms over the same events a shop's program sends; the decision is shown before and after. */
export function ByHandPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('order.paid');
  const [typed, setTyped] = useState<Typed>(blank);
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
    if (Object.keys(found).length === 0) run(eventOf(kind, typed, `hand-${id}`));
  };
  const error = send.error ?? preview.error;
  const refused = error instanceof ApiError ? fieldOf(error.problem.field) : null;
  const errorOf = (field: TypedField): string | undefined => {
    const own = wrong[field];
    if (own !== undefined) return t(`byHand.${own}`);
    return refused === field && error instanceof ApiError ? error.problem.text[locale()] : undefined;
  };
  return (
    <Stack>
      <Title order={2}>{t('byHand.title')}</Title>
      <Text c="dimmed">{t('byHand.lead')}</Text>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Card
          withBorder
          component="form"
          onSubmit={(event: React.FormEvent) => {
            event.preventDefault();
            act((body) => preview.mutate(body));
          }}
          noValidate
        >
          <Stack gap="sm">
            <NativeSelect
              label={t('byHand.kind')}
              value={kind}
              onChange={(event) => begin(KINDS.find((each) => each === event.currentTarget.value) ?? 'order.paid', typed)}
              data={KINDS.map((each) => ({ value: each, label: t(`byHand.kinds.${each.replace('.', '-')}`) }))}
            />
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
              <DecisionCard decision={send.data} title={t('byHand.after')} />
              <Button w="fit-content" onClick={() => begin(kind, { ...blank(), currency: typed.currency })}>
                {t('byHand.another')}
              </Button>
            </>
          ) : preview.data === undefined ? null : (
            <>
              <DecisionCard decision={preview.data} title={t('byHand.before')} />
              <Button w="fit-content" loading={send.isPending} onClick={() => act((body) => send.mutate(body))}>
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
  const hint = HINTED[field];
  const label = field === 'code' && kind === 'referral.registered' ? 'referrerCode' : field;
  const mode = INPUT_MODES[field];
  return (
    <TextInput
      label={t(`byHand.${label}`)}
      {...(hint === undefined ? {} : { description: t(hint) })}
      {...(error === undefined ? {} : { error })}
      {...(mode === undefined ? {} : { inputMode: mode })}
      type={field === 'at' ? 'datetime-local' : 'text'}
      autoComplete="off"
      name={field}
      value={value}
      onChange={(event) => onChange(field === 'currency' ? event.currentTarget.value.toUpperCase() : event.currentTarget.value)}
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
                  {t(`byHand.kinds.${act.type.replace('.', '-')}`, { defaultValue: act.type })}
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
