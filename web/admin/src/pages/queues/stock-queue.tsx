import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { Answer } from '../../parts/answer.tsx';
import { ExportButtons } from '../../parts/export-buttons.tsx';
import type { Texts } from '../person/person-api.ts';
import { QueueRows } from './queue-rows.tsx';
import { useBulk } from './use-bulk.ts';

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

/** Perks that are nearly given away. How many there are is said in the programme: the way leads there, nothing is decided here. */
export function StockQueue({ program }: { readonly program: string | undefined }) {
  const { t } = useTranslation();
  const stock = useQuery<LowStock, ApiError>({ queryKey: ['queues', 'lowStock'], queryFn: () => ask('GET', '/v1/queues/low-stock') });
  const items = (stock.data?.items ?? [])
    .filter(({ programId }) => program === undefined || programId === program)
    .map((each) => ({ ...each, id: `${each.programId} ${each.perk}` }));
  const bulk = useBulk<(typeof items)[number]>();
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('queues.stock.lead')}
      </Text>
      <QueueRows
        items={items}
        acts={[]}
        bulk={bulk}
        nameOf={({ name }) => name[locale()]}
        row={({ programId, perk, program: programName, name, left, capacity }) => (
          <>
            <Anchor
              underline="always"
              fw={600}
              renderRoot={(props) => <Link to="/programs/$id" params={{ id: programId }} search={{ tab: 'perks' }} {...props} />}
            >
              {name[locale()]}
            </Anchor>
            <Text size="sm">{capacity === null ? t('queues.stock.left', { left }) : t('queues.stock.of', { left, capacity })}</Text>
            <Text size="sm" c="dimmed">
              {programName[locale()]}
            </Text>
            <Group gap="xs">
              <Text size="sm">{t('queues.stock.entitled')}</Text>
              <ExportButtons list="entitled" query={{ programId, perk }} />
            </Group>
          </>
        )}
        list={(rows) => <Answer query={stock}>{() => (items.length === 0 ? <Text>{t('queues.none')}</Text> : rows)}</Answer>}
      />
    </Stack>
  );
}
