import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { Answer } from '../../parts/answer.tsx';
import type { Texts } from '../person/person-api.ts';

interface LowStock {
  readonly items: readonly {
    readonly programId: string;
    readonly program: Texts;
    readonly perk: string;
    readonly name: Texts;
    readonly left: number;
    readonly capacity: number | null;
  }[];
}

export function StockQueue() {
  const { t } = useTranslation();
  const stock = useQuery<LowStock, ApiError>({ queryKey: ['queues', 'lowStock'], queryFn: () => ask('GET', '/v1/queues/low-stock') });
  return (
    <Answer query={stock}>
      {({ items }) => (
        <Stack gap="xs">
          {items.length === 0 ? <Text>{t('queues.none')}</Text> : null}
          {items.map(({ programId, program, perk, name, left, capacity }) => (
            <Card withBorder padding="sm" key={`${programId} ${perk}`}>
              <Group justify="space-between">
                <div>
                  <Text fw={600}>{name[locale()]}</Text>
                  <Text size="sm">{capacity === null ? t('queues.stock.left', { left }) : t('queues.stock.of', { left, capacity })}</Text>
                  <Text size="sm" c="dimmed">
                    {program[locale()]}
                  </Text>
                </div>
                <Button component={Link} to={`/programs/${programId}`} variant="default">
                  {t('queues.stock.add')}
                </Button>
              </Group>
            </Card>
          ))}
        </Stack>
      )}
    </Answer>
  );
}
