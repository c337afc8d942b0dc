import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAmount } from '../../amounts.ts';
import { type ApiError, ask } from '../../api.ts';
import { textFromMinor } from '../../document/amount-text.ts';
import { programName, usePrograms } from '../../document/program-api.ts';
import { useFormKey } from '../../form-key.ts';
import { formatMoney, type WireMoney } from '../../money.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { type Person, personKey } from './person-api.ts';

interface Payable {
  readonly hasPayee: boolean;
  readonly items: readonly { readonly programId: string; readonly amount: WireMoney }[];
}

/** What commissions brought, and the way to the queue of payouts; four eyes then look at it. */
export function ProposePayout({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const programs = usePrograms().data?.items ?? [];
  const payable = useQuery<Payable, ApiError>({
    queryKey: [...personKey(person.id), 'payable'],
    queryFn: () => ask('GET', `/v1/customers/${person.id}/payable`),
  });
  if (payable.error !== null) return <ProblemAlert error={payable.error} onRetry={() => void payable.refetch()} />;
  if (payable.data === undefined || payable.data.items.length === 0) return null;
  const { hasPayee, items } = payable.data;
  return (
    <Stack gap="xs">
      {items.map(({ programId, amount }) => (
        <Group key={programId} justify="space-between" gap="xs">
          <Text size="sm">{t('person.payout.payable', { amount: formatMoney(amount), program: programName(programs, programId) })}</Text>
          {hasPayee ? <ProposeButton person={person} programId={programId} payable={amount} /> : null}
        </Group>
      ))}
      {hasPayee ? null : (
        <Text size="sm" c="dimmed">
          {t('person.payout.noPayee')}
        </Text>
      )}
    </Stack>
  );
}

interface ProposeProps {
  readonly person: Person;
  readonly programId: string;
  readonly payable: WireMoney;
}

function ProposeButton({ person, programId, payable }: ProposeProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFormKey();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { currency } = payable;
  const [typed, setTyped] = useState('');
  const amount = parseAmount(typed, currency);
  const isTooMuch = amount !== null && amount > BigInt(payable.amountMinor);
  const isReady = amount !== null && amount > 0n && !isTooMuch;
  const propose = useMutation<unknown, ApiError>({
    mutationFn: () =>
      form.ask('POST', '/v1/payouts', {
        customer: person.id,
        programId,
        amount: { amountMinor: String(amount), currency },
      }),
    onSuccess: async () => {
      close();
      notifications.show({ message: t('person.payout.done') });
      await queries.invalidateQueries({ queryKey: personKey(person.id) });
    },
  });
  const start = () => {
    setTyped(textFromMinor(payable.amountMinor, currency));
    propose.reset();
    open();
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={start}>
        {t('person.payout.open')}
      </Button>
      {isOpen ? (
        <Dialog title={t('person.payout.open')} onClose={close}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (isReady) propose.mutate();
            }}
          >
            <Stack>
              {propose.error === null ? null : <ProblemAlert error={propose.error} />}
              <TextInput
                label={t('person.payout.amount', { currency })}
                description={t('person.payout.hint')}
                inputMode="decimal"
                autoComplete="off"
                value={typed}
                error={
                  isReady || typed === ''
                    ? null
                    : t(isTooMuch ? 'person.payout.tooMuch' : 'person.payout.wrong', { amount: formatMoney(payable) })
                }
                onChange={(event) => setTyped(event.currentTarget.value)}
                data-autofocus
              />
              <Button type="submit" disabled={!isReady} loading={propose.isPending}>
                {t('person.payout.open')}
              </Button>
            </Stack>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
