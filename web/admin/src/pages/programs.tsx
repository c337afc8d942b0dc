import { Badge, Button, Card, Group, Select, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newestVersion, type Program } from '../document/program-api.ts';
import { locale } from '../i18n.ts';
import { DeleteProgram } from '../parts/delete-program.tsx';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { KeysetList, useKeyset } from '../parts/keyset-list.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
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
              <ProgramCard
                key={program.id}
                program={program}
                mayDelete={mayChange('programs')}
                // A page that nothing is left on is no page.
                onGone={async () => (items.length === 1 ? navigate({ search: filter }) : undefined)}
              />
            ))}
          </Stack>
        )}
      </KeysetList>
    </Stack>
  );
}

interface ProgramCardProps {
  readonly program: Program;
  readonly mayDelete: boolean;
  readonly onGone: () => Promise<void>;
}

function ProgramCard({ program, mayDelete, onGone }: ProgramCardProps) {
  const { t } = useTranslation();
  const hasDraft = program.status !== 'draft' && program.versions.some(({ status }) => status === 'draft');
  return (
    <Group component="li" gap="xs" wrap="nowrap">
      <UnstyledButton flex={1} miw={0} renderRoot={(props) => <Link to="/programs/$id" params={{ id: program.id }} {...props} />}>
        <Card withBorder>
          <Group justify="space-between">
            <Text fw={600}>{nameOf(program)}</Text>
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
      {mayDelete && program.status === 'draft' ? <DeleteButton program={program} onGone={onGone} /> : null}
    </Group>
  );
}

/** Of what was never published. The draft of a new version goes on its own page, where its text can be brought back. */
function DeleteButton({ program, onGone }: Pick<ProgramCardProps, 'program' | 'onGone'>) {
  const { t } = useTranslation();
  // As it was when it was asked: the list may be read anew meanwhile, and a text that came since was not what the question was about.
  const [asked, setAsked] = useState<Program | null>(null);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-md"
        aria-label={t('programs.deleteNamed', { name: nameOf(program) })}
        onClick={() => setAsked(program)}
      >
        {t('programs.delete')}
      </Button>
      {asked === null ? null : (
        <DeleteProgram
          program={asked}
          name={nameOf(asked)}
          documentHash={newestVersion(asked)?.documentHash ?? ''}
          showProblem={(error) => <ProblemAlert error={error} />}
          onGone={onGone}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function nameOf(program: Program): string {
  return newestVersion(program)?.document.name[locale()] ?? program.id;
}
