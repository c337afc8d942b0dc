import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amountToWire, type Balance, parseAmount } from '../../amounts.ts';
import type { ApiError } from '../../api.ts';
import { newestVersion, programName, usePrograms } from '../../document/program-api.ts';
import { useFormKey } from '../../form-key.ts';
import { locale } from '../../i18n.ts';
import { formatUnit } from '../../money.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { type Person, personKey } from './person-api.ts';

/** How long what was done may be read and taken back. */
const UNDO_MS = 15_000;

/** Changes a balance by hand: what it will be is shown before, and one press puts it back after, where that gives back exactly what was. */
export function AdjustButton({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  // Here and not in the form, which is gone by the time the answer comes.
  const adjust = useAdjust(person);
  const undo = useUndo(person);
  return (
    <>
      <Button variant="default" w="fit-content" onClick={open}>
        {t('person.adjust.open')}
      </Button>
      {isOpen ? (
        <Dialog title={t('person.adjust.title')} onClose={close}>
          <AdjustForm person={person} adjust={adjust} undo={undo} onDone={close} />
        </Dialog>
      ) : null}
    </>
  );
}

interface Adjustment {
  readonly unit: string;
  readonly amount: bigint;
  readonly reason: string;
}

function useAdjust(person: Person) {
  const queries = useQueryClient();
  const form = useFormKey();
  return useMutation<unknown, ApiError, Adjustment>({
    mutationFn: ({ unit, amount, reason }) =>
      form.ask('POST', `/v1/customers/${person.id}/adjustments`, { amount: amountToWire(unit, amount), reason }),
    onSuccess: () => queries.invalidateQueries({ queryKey: personKey(person.id) }),
  });
}

/** Told by the act itself: by the time it is answered the person may look at another page. */
function useUndo(person: Person) {
  const { t } = useTranslation();
  const adjust = useAdjust(person);
  return useMutation<unknown, ApiError, Adjustment>({
    mutationFn: ({ unit, amount, reason }) =>
      adjust.mutateAsync({ unit, amount: -amount, reason: t('person.adjust.undoReason', { reason }) }),
    onSuccess: () => notifications.show({ message: t('person.adjust.undone') }),
    onError: ({ problem }) =>
      notifications.show({
        color: 'red',
        message: t('person.adjust.notUndone', { why: problem.text[locale()] }),
        autoClose: UNDO_MS,
      }),
  });
}

interface AdjustFormProps {
  readonly person: Person;
  readonly adjust: ReturnType<typeof useAdjust>;
  readonly undo: ReturnType<typeof useUndo>;
  readonly onDone: () => void;
}

function AdjustForm({ person, adjust, undo, onDone }: AdjustFormProps) {
  const { t } = useTranslation();
  const units = useUnits(person);
  const nameOfUnit = useUnitName();
  const [unit, setUnit] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const chosen = unit ?? units[0] ?? 'RUB';
  const amount = parseAmount(typed, chosen);
  const balance = person.balances.find((each) => each.unit === chosen);
  const now = BigInt(balance?.available ?? '0');
  const isTooMuch = amount !== null && now + amount < 0n;
  const isReady = amount !== null && amount !== 0n && !isTooMuch && reason.trim() !== '';
  const save = () => {
    if (amount === null) return;
    const made = { unit: chosen, amount, reason: reason.trim() };
    adjust.mutate(made, {
      onSuccess: () => {
        onDone();
        notifications.show({
          message: (
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">{t('person.adjust.done', { amount: formatUnit(chosen, amount.toString()) })}</Text>
              {isUndoable(balance) ? <UndoButton onUndo={() => undo.mutateAsync(made)} /> : null}
            </Group>
          ),
          autoClose: UNDO_MS,
        });
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save();
      }}
    >
      <Stack>
        {adjust.error === null ? null : <ProblemAlert error={adjust.error} />}
        {units.length < 2 ? null : (
          <Select
            label={t('person.adjust.unit')}
            data={units.map((value) => ({ value, label: nameOfUnit(value) }))}
            value={chosen}
            onChange={setUnit}
            allowDeselect={false}
          />
        )}
        <TextInput
          label={t('person.adjust.amount')}
          description={t('person.adjust.amountHint')}
          inputMode="text"
          autoComplete="off"
          value={typed}
          error={typed !== '' && amount === null ? t('person.adjust.wrong') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        <Consequence unit={chosen} now={now} amount={amount ?? 0n} isUndoable={isUndoable(balance)} />
        <Textarea
          label={t('person.adjust.reason')}
          description={t('person.adjust.reasonHint')}
          autosize
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!isReady} loading={adjust.isPending}>
          {t('person.adjust.save')}
        </Button>
      </Stack>
    </form>
  );
}

/**
 * The way back is an opposite adjustment, which takes what ends soonest and gives what never ends: where anything has an end, or a debt would
 * be paid on the way, that is not what was.
 */
function isUndoable(balance: Balance | undefined): boolean {
  return balance === undefined || (balance.debt === '0' && balance.lots.every(({ expiresAt }) => expiresAt === null));
}

interface ConsequenceProps {
  readonly unit: string;
  readonly now: bigint;
  readonly amount: bigint;
  readonly isUndoable: boolean;
}

/** What the balance will be, before it is, and that there is no way back where there is none. */
function Consequence({ unit, now, amount, isUndoable }: ConsequenceProps) {
  const { t } = useTranslation();
  const isTooMuch = now + amount < 0n;
  const [before, after] = [formatUnit(unit, now.toString()), formatUnit(unit, (now + amount).toString())];
  return (
    <Text size="sm" role="status" c={isTooMuch ? 'var(--mantine-color-error)' : 'var(--mantine-color-text)'}>
      {amount === 0n
        ? ''
        : isTooMuch
          ? t('person.adjust.tooMuch', { now: before })
          : `${t('person.adjust.consequence', { now: before, after })}${isUndoable ? '' : ` ${t('person.adjust.noWayBack')}`}`}
    </Text>
  );
}

/** Takes one press; another only when the first was refused. */
function UndoButton({ onUndo }: { readonly onUndo: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [isPressed, setIsPressed] = useState(false);
  const press = () => {
    setIsPressed(true);
    onUndo().catch(() => setIsPressed(false));
  };
  return (
    <Button size="compact-sm" variant="default" disabled={isPressed} onClick={press}>
      {t('person.adjust.undo')}
    </Button>
  );
}

/** `RUB`, or what a programme calls its points. */
function useUnitName(): (unit: string) => string {
  const { t } = useTranslation();
  const programs = usePrograms().data?.items ?? [];
  return (unit) =>
    unit.startsWith('points:') ? t('person.adjust.points', { name: programName(programs, unit.slice('points:'.length)) }) : unit;
}

/** Units the person has, and that of each programme they are in: a first bonus must not wait for an order. */
function useUnits(person: Person): readonly string[] {
  const programs = usePrograms().data?.items ?? [];
  const own = person.balances.map((each) => each.unit);
  const offered = programs.flatMap((program) => newestVersion(program)?.document.currency ?? []);
  return [...new Set([...own, ...offered, ...(own.length + offered.length === 0 ? ['RUB'] : [])])];
}
