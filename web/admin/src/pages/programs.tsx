import { Badge, Button, Card, Group, Select, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { newestVersion, type Program } from '../document/program-api.ts';
import { locale } from '../i18n.ts';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { KeysetList, useKeyset } from '../parts/keyset-list.tsx';
import { useRights } from '../rights.ts';

const COLORS = { draft: 'gray', live: 'teal', paused: 'yellow', ended: 'dark' } as const;
const STATUSES = ['live', 'draft', 'paused', 'ended'] as const;
const ROWS = 20;

export function ProgramsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/programs' });
  const { status, cursor } = useSearch({ from: '/frame/programs' });
  const { mayChange } = useRights();
  const chosen = STATUSES.find((each) => each === status);
  const filter = chosen === undefined ? {} : { status: chosen };
  const programs = useKeyset<Program>({ key: ['programs', 'page'], path: '/v1/programs', filter, cursor, limit: ROWS });
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <Title order={2}>{t('programs.title')}</Title>
        <ExportButtons list="programs" query={filter} />
        {mayChange('programs') ? (
          <Button renderRoot={(props) => <Link to="/start" search={{ step: 'goal', goal: 'firstSales' }} {...props} />}>
            {t('programs.new')}
          </Button>
        ) : null}
      </Group>
      <Select
        label={t('programs.filter')}
        w={240}
        allowDeselect={false}
        data={[
          { value: '', label: t('list.allPrograms') },
          ...STATUSES.map((each) => ({ value: each, label: t(`programs.status.${each}`) })),
        ]}
        value={chosen ?? ''}
        onChange={(next) => void navigate({ search: next === null || next === '' ? {} : { status: next } })}
      />
      <KeysetList
        query={programs}
        cursor={cursor}
        onCursor={(next) => void navigate({ search: { ...filter, ...(next === undefined ? {} : { cursor: next }) } })}
        empty={
          <Card withBorder>
            <Text>{t(chosen === undefined ? 'programs.emptyLead' : 'programs.noneSuch')}</Text>
          </Card>
        }
      >
        {(items) => (
          <Stack component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((program) => (
              <ProgramCard key={program.id} program={program} />
            ))}
          </Stack>
        )}
      </KeysetList>
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
