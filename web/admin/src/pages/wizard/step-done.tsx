import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import type { Program } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { formatNumber } from '../../money.ts';
import { Checklist } from '../../parts/checklist.tsx';
import { AddPerson } from '../people/add-person.tsx';

const LOOK_AGAIN_MS = 5_000;

/** It runs: how many people are in it, and what comes next. */
export function DoneStep({ program }: { readonly program: Program }) {
  const { t } = useTranslation();
  const numbers = useQuery<{ readonly members: number }, ApiError>({
    queryKey: ['program-numbers', program.id],
    queryFn: () => ask('GET', `/v1/programs/${program.id}/numbers`),
    // Those who may be members are taken in after the publication too, page by page: the number grows while one looks.
    refetchInterval: LOOK_AGAIN_MS,
  });
  const members = numbers.data?.members ?? 0;
  return (
    <Stack maw={680} mx="auto" gap="lg">
      <Title order={2}>{t('wizard.done.title', { name: program.versions.at(-1)?.document.name[locale()] ?? '' })}</Title>
      <Group align="baseline" gap="xs">
        <Text fz={44} fw={700} lh={1}>
          {formatNumber(members)}
        </Text>
        <Text>{t('wizard.done.members', { count: members })}</Text>
      </Group>
      <Text c="dimmed">{members === 0 ? t('wizard.done.nobody') : t('wizard.done.somebody')}</Text>
      <Card withBorder>
        <Stack>
          <Title order={3} size="h4">
            {t('wizard.done.first')}
          </Title>
          <AddPerson />
        </Stack>
      </Card>
      <Checklist />
      <Group>
        <Button component={Link} to="/">
          {t('wizard.done.home')}
        </Button>
        <Button variant="default" renderRoot={(props) => <Link to="/programs/$id" params={{ id: program.id }} {...props} />}>
          {t('wizard.done.open')}
        </Button>
      </Group>
    </Stack>
  );
}
