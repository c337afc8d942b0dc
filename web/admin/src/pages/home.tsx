import { Button, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { useMe } from '../session.ts';
import type { ProgramList } from './programs.tsx';
import { useWaitingRewards } from './queues.tsx';

/** One number and one next step (0-26). */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const programs = useQuery<ProgramList>({ queryKey: ['programs'], queryFn: () => ask<ProgramList>('GET', '/v1/programs?limit=200') });
  const waiting = useWaitingRewards();
  return (
    <Stack>
      <Title order={2}>{t('home.title')}</Title>
      <Text>{t('home.hello', { name: me.data?.name ?? '' })}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Card withBorder>
          <Answer query={programs}>
            {({ items }) => {
              const live = items.filter((each) => each.status === 'live').length;
              return live === 0 ? (
                <Stack>
                  <Title order={3} size="h4">
                    {t('home.next')}
                  </Title>
                  <Text>{t('home.noProgram')}</Text>
                  <Button component={Link} to="/programs" w="fit-content">
                    {t('home.start')}
                  </Button>
                </Stack>
              ) : (
                <Title order={3} size="h4">
                  {t('home.live', { count: live })}
                </Title>
              );
            }}
          </Answer>
        </Card>
        <Card withBorder>
          <Answer query={waiting}>
            {({ items }) => (
              <Stack>
                <Title order={3} size="h4">
                  {t('home.waiting')}
                </Title>
                <Text>{items.length === 0 ? t('home.allDone') : t('home.waitingLead', { count: items.length })}</Text>
                {items.length === 0 ? null : (
                  <Button component={Link} to="/queues" variant="light" w="fit-content">
                    {t('nav.queues')}
                  </Button>
                )}
              </Stack>
            )}
          </Answer>
        </Card>
      </SimpleGrid>
    </Stack>
  );
}
