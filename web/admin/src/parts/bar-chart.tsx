import { Button, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

export interface Bar {
  readonly name: string;
  /** Its length compared with the others'; what people read is `text`. */
  readonly size: number;
  readonly text: string;
}

interface BarChartProps {
  readonly label: string;
  readonly columns: readonly [string, string];
  readonly bars: readonly Bar[];
}

const ROW = 34;
const WIDTH = 400;

/** Bars of our own, and the same as a table: what the bars say is never said by length alone. */
export function BarChart({ label, columns, bars }: BarChartProps) {
  const { t } = useTranslation();
  const [isTable, { toggle }] = useDisclosure(false);
  const most = Math.max(1, ...bars.map(({ size }) => size));
  return (
    <Stack gap="xs">
      {isTable ? (
        <Table aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{columns[0]}</Table.Th>
              <Table.Th scope="col">{columns[1]}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {bars.map(({ name, text }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{text}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <Stack gap={6} role="img" aria-label={`${label}: ${bars.map(({ name, text }) => `${name} ${text}`).join(', ')}`}>
          {bars.map(({ name, size, text }) => (
            <div key={name}>
              <Text size="sm">
                {name} — <b>{text}</b>
              </Text>
              <svg width="100%" height={10} viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
                <rect x={0} y={0} width={WIDTH} height={10} rx={3} fill="var(--mantine-color-default-border)" />
                <rect x={0} y={0} width={(size / most) * WIDTH} height={10} rx={3} fill="var(--mantine-color-teal-7)" />
              </svg>
            </div>
          ))}
        </Stack>
      )}
      <Button variant="default" size="compact-sm" w="fit-content" onClick={toggle} mih={ROW}>
        {t(isTable ? 'home.asChart' : 'home.asTable')}
      </Button>
    </Stack>
  );
}
