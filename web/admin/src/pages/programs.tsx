import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { Answer } from '../parts/answer.tsx';

export interface ProgramList {
  readonly items: readonly {
    readonly id: string;
    readonly status: 'draft' | 'live' | 'paused' | 'ended';
    readonly versions: readonly {
      readonly id: string;
      readonly number: number;
      readonly status: string;
      readonly name?: { readonly ru: string; readonly en: string };
    }[];
    readonly name?: { readonly ru: string; readonly en: string };
  }[];
}

const COLORS = { draft: 'gray', live: 'teal', paused: 'yellow', ended: 'dark' } as const;

export function ProgramsPage() {
  const { t } = useTranslation();
  const programs = useQuery<ProgramList>({ queryKey: ['programs'], queryFn: () => ask<ProgramList>('GET', '/v1/programs?limit=200') });
  return (
    <Stack>
      <Title order={2}>{t('programs.title')}</Title>
      <Answer query={programs}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('programs.emptyLead')}</Text>
          ) : (
            <Stack>
              {items.map((program) => (
                <Card withBorder key={program.id}>
                  <Group justify="space-between">
                    <Text fw={600}>{program.name?.[locale()] ?? program.id}</Text>
                    <Badge color={COLORS[program.status]}>{t(`programs.status.${program.status}`)}</Badge>
                  </Group>
                  <Text size="sm" c="dimmed">
                    {t('programs.versions', { count: program.versions.length })}
                  </Text>
                </Card>
              ))}
            </Stack>
          )
        }
      </Answer>
    </Stack>
  );
}
