import { Badge, Button, Card, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { newestVersion, type Program } from '../document/program-api.ts';
import { locale } from '../i18n.ts';
import { Answer } from '../parts/answer.tsx';

export interface ProgramList {
  readonly items: readonly Program[];
}

const COLORS = { draft: 'gray', live: 'teal', paused: 'yellow', ended: 'dark' } as const;

export function ProgramsPage() {
  const { t } = useTranslation();
  const programs = useQuery<ProgramList, ApiError>({ queryKey: ['programs'], queryFn: () => ask('GET', '/v1/programs?limit=200') });
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <Title order={2}>{t('programs.title')}</Title>
        <Button renderRoot={(props) => <Link to="/start" search={{ step: 'goal', goal: 'firstSales' }} {...props} />}>
          {t('programs.new')}
        </Button>
      </Group>
      <Answer query={programs}>
        {({ items }) =>
          items.length === 0 ? (
            <Card withBorder>
              <Text>{t('programs.emptyLead')}</Text>
            </Card>
          ) : (
            <Stack component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.map((program) => (
                <ProgramCard key={program.id} program={program} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Stack>
  );
}

function ProgramCard({ program }: { readonly program: Program }) {
  const { t } = useTranslation();
  const hasDraft = program.status !== 'draft' && program.versions.some(({ status }) => status === 'draft');
  return (
    <li>
      <UnstyledButton w="100%" renderRoot={(props) => <Link to="/programs/$id" params={{ id: program.id }} {...props} />}>
        <Card withBorder>
          <Group justify="space-between">
            <Text fw={600}>{newestVersion(program)?.document.name[locale()] ?? program.id}</Text>
            <Badge color={COLORS[program.status]} variant="outline" c="var(--mantine-color-text)">
              {t(`programs.status.${program.status}`)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {t('programs.versions', { count: program.versions.length })}
            {hasDraft ? ` · ${t('programs.hasDraft')}` : ''}
          </Text>
        </Card>
      </UnstyledButton>
    </li>
  );
}
