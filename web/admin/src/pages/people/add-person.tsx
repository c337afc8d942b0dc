import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { programName, usePrograms } from '../../document/program-api.ts';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SharedLink } from '../../parts/shared-link.tsx';
import type { Person } from '../person/person-api.ts';

interface Made {
  readonly id: string;
  readonly link: string;
}

export function AddPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('people.add.title')} onClose={onClose}>
      <AddPerson />
    </Dialog>
  );
}

/** Somebody who has not ordered yet, with a link of their own to pass on: the first one of a shop, or a friend of the house. */
export function AddPerson() {
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
          <AddForm programs={live.map(({ id }) => ({ value: id, label: programName(items, id) }))} />
        );
      }}
    </Answer>
  );
}

function AddForm({ programs }: { readonly programs: readonly { readonly value: string; readonly label: string }[] }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [programId, setProgramId] = useState(programs[0]?.value ?? '');
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
        if (contact.trim() !== '') add.mutate({ name, contact, programId });
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
          data-autofocus
        />
        <TextInput label={t('people.add.name')} autoComplete="off" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        {programs.length < 2 ? null : (
          <Select
            label={t('list.program')}
            allowDeselect={false}
            data={[...programs]}
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

interface Given {
  readonly name: string;
  readonly contact: string;
  readonly programId: string;
}

/** Whoever is known by the address already stays who they are, and keeps the link they have. */
function useAddPerson() {
  const queries = useQueryClient();
  return useMutation<Made, ApiError, Given>({
    mutationFn: async ({ name, contact, programId }) => {
      const known = contact.includes('@') ? { email: contact.trim() } : { phone: contact.trim() };
      const called = name.trim() === '' ? {} : { name: name.trim() };
      const { id, codes } = await ask<Person>('POST', '/v1/customers', { ...known, ...called });
      await ask('POST', `/v1/customers/${id}/memberships`, { programId });
      const active = codes.find(({ status }) => status === 'active');
      const { link } = active ?? (await ask<{ readonly link: string }>('POST', `/v1/customers/${id}/codes`, {}));
      return { id, link };
    },
    onSuccess: () => Promise.all(['people', 'checklist'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}
