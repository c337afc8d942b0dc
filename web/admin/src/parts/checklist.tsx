import { Button, Card, Group, Progress, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { keepAnswer } from '../keep-answer.ts';
import { useRights } from '../rights.ts';
import { Answer } from './answer.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface Item {
  readonly id: 'program' | 'import' | 'landing' | 'publicUrl' | 'mail' | 'shared' | 'backup';
  readonly state: 'todo' | 'done' | 'waived' | 'due';
  readonly title: { readonly ru: string; readonly en: string };
  readonly why: { readonly ru: string; readonly en: string };
}

interface ChecklistAnswer {
  readonly items: readonly Item[];
  readonly left: number;
  readonly next: Item['id'] | null;
}

/** Where a thing is done; what is done on the server has no page. */
const PLACES: Readonly<Partial<Record<Item['id'], string>>> = {
  program: '/start',
  import: '/files',
  landing: '/settings?tab=shop',
  mail: '/settings/messages',
  shared: '/people?add=yes',
};
const MARKED: readonly Item['id'][] = ['import', 'mail', 'backup'];

/** What is left, the next thing first; nothing at all once everything is done. */
export function Checklist() {
  const { t } = useTranslation();
  const checklist = useQuery<ChecklistAnswer, ApiError>({ queryKey: ['checklist'], queryFn: () => ask('GET', '/v1/checklist') });
  return (
    <Answer query={checklist}>
      {({ items, left, next }) =>
        left === 0 ? null : (
          <Card withBorder component="section" aria-labelledby="checklist-title">
            <Stack>
              <Group justify="space-between">
                <Title order={3} size="h4" id="checklist-title">
                  {t('checklist.title')}
                </Title>
                <Text size="sm" c="dimmed">
                  {t('checklist.done', { done: items.length - left, all: items.length })}
                </Text>
              </Group>
              <Progress value={((items.length - left) / items.length) * 100} aria-label={t('checklist.title')} />
              <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
                {items.map((item) => (
                  <ChecklistRow key={item.id} item={item} isNext={item.id === next} />
                ))}
              </Stack>
            </Stack>
          </Card>
        )
      }
    </Answer>
  );
}

function ChecklistRow({ item, isNext }: { readonly item: Item; readonly isNext: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: () => ask<ChecklistAnswer>('POST', `/v1/checklist/${item.id}`, {}),
    onSuccess: (kept) => keepAnswer(queries, ['checklist'], kept),
  });
  const unmark = useMutation({
    mutationFn: () => ask<ChecklistAnswer>('DELETE', `/v1/checklist/${item.id}`),
    onSuccess: (kept) => keepAnswer(queries, ['checklist'], kept),
  });
  const { mayChange } = useRights();
  const place = PLACES[item.id];
  const isDone = item.state === 'done' || item.state === 'waived';
  const error = mark.error ?? unmark.error;
  return (
    <Group component="li" wrap="nowrap" align="flex-start" gap="sm">
      <ThemeIcon size={22} radius="xl" variant={isDone ? 'filled' : 'default'} aria-hidden="true">
        {isDone ? '✓' : ''}
      </ThemeIcon>
      <Stack gap={4} style={{ flex: 1 }}>
        <Text fw={isNext ? 700 : 500} {...(isDone ? { c: 'dimmed' } : {})}>
          {item.title[locale()]}
          <Text span size="sm" c="dimmed">
            {' '}
            — {t(`checklist.state.${item.state}`)}
          </Text>
        </Text>
        {error === null ? null : <ProblemAlert error={error} />}
        {item.state === 'waived' && mayChange('settings') ? (
          <Button variant="subtle" size="compact-sm" w="fit-content" loading={unmark.isPending} onClick={() => unmark.mutate()}>
            {t('checklist.unmark')}
          </Button>
        ) : null}
        {isDone || !(isNext || item.state === 'due') ? null : (
          <>
            <Text size="sm" c="dimmed">
              {item.why[locale()]}
            </Text>
            <Group gap="xs">
              {place === undefined ? null : (
                <Button component="a" href={`#${place}`} size="compact-md">
                  {t('checklist.go')}
                </Button>
              )}
              {MARKED.includes(item.id) && mayChange('settings') ? (
                <Button variant="default" size="compact-md" loading={mark.isPending} onClick={() => mark.mutate()}>
                  {t(`checklist.mark.${item.id}`)}
                </Button>
              ) : null}
            </Group>
          </>
        )}
      </Stack>
    </Group>
  );
}
