import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api.ts';
import { useFormKey } from '../../form-key.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SharedLink } from '../../parts/shared-link.tsx';
import { useRights } from '../../rights.ts';
import { Chip } from './chip.tsx';
import { type Person, personKey } from './person-api.ts';

type PersonCode = Person['codes'][number];

export function Codes({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const queries = useQueryClient();
  const form = useFormKey();
  const reload = () => queries.invalidateQueries({ queryKey: personKey(person.id) });
  const give = useMutation<unknown, ApiError>({
    mutationFn: () => form.ask('POST', `/v1/customers/${person.id}/codes`, {}),
    onSuccess: reload,
  });
  const retire = useMutation<unknown, ApiError, PersonCode>({
    mutationFn: ({ id }) => form.ask('POST', `/v1/codes/${id}/retire`, {}),
    onSuccess: async (_, { code }) => {
      notifications.show({ message: t('person.retireCode.done', { code }) });
      await reload();
    },
  });
  const problem = give.error ?? retire.error;
  const hasNone = person.codes.every(({ status }) => status === 'retired');
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('person.codes')}
        </Title>
        {problem === null ? null : <ProblemAlert error={problem} />}
        {person.codes.length === 0 ? <Text c="dimmed">{t('person.none')}</Text> : null}
        {hasNone && mayChange('customers') ? (
          <Button variant="default" w="fit-content" loading={give.isPending} onClick={() => give.mutate()}>
            {t('person.giveCode')}
          </Button>
        ) : null}
        {person.codes.map((code) => (
          <OneCode
            key={code.id}
            code={code}
            isBusy={retire.isPending && retire.variables.id === code.id}
            onRetire={mayChange('customers') ? () => retire.mutate(code) : null}
          />
        ))}
      </Stack>
    </Card>
  );
}

interface OneCodeProps {
  readonly code: PersonCode;
  readonly isBusy: boolean;
  /** Null for those who may only look. */
  readonly onRetire: (() => void) | null;
}

function OneCode({ code: { code, status, link }, isBusy, onRetire }: OneCodeProps) {
  const { t } = useTranslation();
  if (status === 'retired')
    return (
      <Group gap="xs">
        <Text c="dimmed" td="line-through">
          {code}
        </Text>
        <Chip text={t('person.codeRetired')} />
      </Group>
    );
  return (
    <Stack gap={4}>
      <Text fw={600}>{code}</Text>
      <SharedLink link={link} />
      {onRetire === null ? null : (
        <Group>
          <AskFirst
            action={t('person.retireCode.action')}
            title={t('person.retireCode.title', { code })}
            consequence={t('person.retireCode.text')}
            isBusy={isBusy}
            onYes={onRetire}
          />
        </Group>
      )}
    </Stack>
  );
}
