import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { newestVersion, type Program, programName, usePrograms } from '../../document/program-api.ts';
import { drawName } from '../../draw-name.ts';
import type { WireMoney } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SharedLink } from '../../parts/shared-link.tsx';
import { MoneyField } from '../../parts/typed-field.tsx';
import type { Person } from '../person/person-api.ts';

interface Made {
  readonly id: string;
  readonly link: string;
}

export function AddPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('people.add.title')} onClose={onClose}>
      <AddPerson isAsked />
    </Dialog>
  );
}

/** Somebody who has not ordered yet, with a link of their own to pass on: the first one of a shop, or a friend of the house. */
export function AddPerson({ isAsked = false }: { readonly isAsked?: boolean }) {
  const { t } = useTranslation();
  const programs = usePrograms();
  return (
    <Answer query={programs}>
      {({ items }) => {
        const live = items.filter(({ status }) => status === 'live');
        return live.length === 0 ? (
          <Stack gap="xs">
            <Text>{t('people.add.noProgram')}</Text>
            <Button component={Link} to="/start" w="fit-content">
              {t('programs.new')}
            </Button>
          </Stack>
        ) : (
          <AddForm programs={live} isAsked={isAsked} />
        );
      }}
    </Answer>
  );
}

interface AddFormProps {
  readonly programs: readonly Program[];
  /** In a dialog that came for this alone: the keyboard starts in it, though it comes after its programmes. */
  readonly isAsked: boolean;
}

function AddForm({ programs, isAsked }: AddFormProps) {
  const { t } = useTranslation();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsked) first.current?.focus();
  }, [isAsked]);
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [programId, setProgramId] = useState(programs[0]?.id ?? '');
  const [paid, setPaid] = useState<string | null>(null);
  const [paidOn, setPaidOn] = useState(yesterday);
  const document = newestDocument(programs, programId);
  const currency = document?.currency ?? 'RUB';
  const needsOrder = (document?.enrolment?.if ?? []).some((each) => 'paidOrders' in each || 'deliveredOrders' in each);
  const add = useAddPerson();
  if (add.data !== undefined)
    return (
      <Stack role="status">
        <Text fw={600}>{t('people.add.done', { name: name.trim() === '' ? contact : name })}</Text>
        <SharedLink link={add.data.link} />
        <Group>
          <Button component={Link} to={`/people/${add.data.id}`} variant="default">
            {t('people.add.person')}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (contact.trim() !== '')
          add.mutate({ name, contact, programId, order: needsOrder && paid !== null ? { amountMinor: paid, currency, on: paidOn } : null });
      }}
    >
      <Stack>
        {add.error === null ? null : <ProblemAlert error={add.error} />}
        <Text size="sm" c="dimmed">
          {t('people.add.lead')}
        </Text>
        <TextInput
          label={t('people.add.contact')}
          description={t('people.add.contactHint')}
          autoComplete="off"
          required
          value={contact}
          onChange={(event) => setContact(event.currentTarget.value)}
          ref={first}
          data-autofocus
        />
        <TextInput label={t('people.add.name')} autoComplete="off" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        {needsOrder ? <PastOrder currency={currency} paid={paid} onPaid={setPaid} paidOn={paidOn} onPaidOn={setPaidOn} /> : null}
        {programs.length < 2 ? null : (
          <Select
            label={t('list.program')}
            allowDeselect={false}
            data={programs.map(({ id }) => ({ value: id, label: programName(programs, id) }))}
            value={programId}
            onChange={(chosen) => setProgramId(chosen ?? programId)}
          />
        )}
        <Button type="submit" loading={add.isPending} disabled={contact.trim() === ''} w="fit-content">
          {t('people.add.do')}
        </Button>
      </Stack>
    </form>
  );
}

interface PastOrderProps {
  readonly currency: string;
  readonly paid: string | null;
  readonly onPaid: (amountMinor: string | null) => void;
  readonly paidOn: string;
  readonly onPaidOn: (day: string) => void;
}

/** Most programmes take in those who have bought: a shop that has brought no orders in yet says so of this one. */
function PastOrder({ currency, paid, onPaid, paidOn, onPaidOn }: PastOrderProps) {
  const { t } = useTranslation();
  return (
    <>
      <MoneyField
        label={t('people.add.order')}
        hint={t('people.add.orderHint')}
        currency={currency}
        value={paid}
        onChange={onPaid}
        width="100%"
      />
      {paid === null ? null : (
        <TextInput
          type="date"
          label={t('people.add.orderOn')}
          max={yesterday()}
          value={paidOn}
          onChange={(event) => onPaidOn(event.currentTarget.value)}
        />
      )}
    </>
  );
}

const DAY_MS = 86_400_000;

function yesterday(): string {
  return new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
}

function newestDocument(programs: readonly Program[], id: string) {
  const program = programs.find((each) => each.id === id);
  return program === undefined ? undefined : newestVersion(program)?.document;
}

interface Given {
  readonly name: string;
  readonly contact: string;
  readonly programId: string;
  /** Paid and received before: of the day, in minor units. */
  readonly order: (WireMoney & { readonly on: string }) | null;
}

/** Whoever is known by the address already stays who they are, and keeps the link they have. */
function useAddPerson() {
  const queries = useQueryClient();
  const [key] = useState(drawName);
  return useMutation<Made, ApiError, Given>({
    mutationFn: async ({ name, contact, programId, order }) => {
      const known = contact.includes('@') ? { email: contact.trim() } : { phone: contact.trim() };
      const called = name.trim() === '' ? {} : { name: name.trim() };
      const { id } = await ask<Person>('POST', '/v1/customers', { ...known, ...called });
      if (order !== null) await bringOrder(id, key, order);
      await ask('POST', `/v1/customers/${id}/memberships`, { programId });
      // Who joins gets a code with it.
      const { codes } = await ask<Person>('GET', `/v1/customers/${id}`);
      const active = codes.find(({ status }) => status === 'active');
      const { link } = active ?? (await ask<{ readonly link: string }>('POST', `/v1/customers/${id}/codes`, {}));
      return { id, link };
    },
    onSuccess: () => Promise.all(['people', 'checklist'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}

/** The same two events however often the form is sent. */
async function bringOrder(customerId: string, key: string, { amountMinor, currency, on }: NonNullable<Given['order']>): Promise<void> {
  const id = `hand-${key}`;
  const occurredAt = `${on}T12:00:00.000Z`;
  const customer = { id: customerId };
  await ask('POST', '/v1/events', {
    id: `${id}-paid`,
    type: 'order.paid',
    occurredAt,
    customer,
    order: { id, total: { amountMinor, currency } },
  });
  await ask('POST', '/v1/events', { id: `${id}-delivered`, type: 'order.delivered', occurredAt, order: { id } });
}
