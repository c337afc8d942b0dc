import { Button, Card, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkState } from './bulk-state.tsx';
import { KeysHelp } from './keys-help.tsx';
import type { Bulk } from './use-bulk.ts';
import { type RowKeys, useRowKeys } from './use-row-keys.ts';

/** What may be done with one row, or with all that are selected. */
export interface RowAct<Row> {
  readonly label: string;
  readonly isMain?: true;
  /** `a` for what is usual, `d` for what is refused. */
  readonly key?: 'a' | 'd';
  readonly isOff?: (row: Row) => boolean;
  readonly act: (rows: readonly Row[]) => void;
}

interface QueueRowsProps<Row> {
  readonly items: readonly Row[];
  readonly acts: readonly RowAct<Row>[];
  readonly bulk: Bulk<Row>;
  readonly nameOf: (row: Row) => string;
  /** What a row says; its buttons stand beside. */
  readonly row: (row: Row) => ReactNode;
  /** What only this row needs to be asked, before its buttons. */
  readonly beside?: (row: Row) => ReactNode;
  /** Puts the rows into their list: its pages, its emptiness, its refusal. */
  readonly list: (rows: ReactNode) => ReactNode;
}

/** A queue: one by one or many at once, by mouse or by keys. */
export function QueueRows<Row extends { readonly id: string }>(props: QueueRowsProps<Row>) {
  const { items, acts, bulk, nameOf, list } = props;
  const { t } = useTranslation();
  const [isHelp, help] = useDisclosure(false);
  const maySelect = acts.length > 0;
  const actWith = (key: 'a' | 'd') => acts.find((each) => each.key === key);
  const does = ({ act, isOff }: RowAct<Row>, rows: readonly Row[]) => act(rows.filter((row) => isOff?.(row) !== true));
  const byKey = (key: 'a' | 'd') => {
    const found = actWith(key);
    return found === undefined || bulk.isRunning ? null : () => does(found, chosen());
  };
  const chosen = (): readonly Row[] => {
    const picked = items.filter(({ id }) => keys.selected.has(id));
    const under = items[keys.current];
    return picked.length > 0 || under === undefined ? picked : [under];
  };
  const keys: RowKeys = useRowKeys({
    ids: items.map(({ id }) => id),
    maySelect,
    onYes: byKey('a'),
    onNo: byKey('d'),
    onHelp: help.toggle,
  });
  const picked = items.filter(({ id }) => keys.selected.has(id));
  useKeptFocus(bulk.isRunning, keys.current);
  const [yes, no] = [actWith('a')?.label, actWith('d')?.label];
  return (
    <Stack>
      <BulkState bulk={bulk} nameOf={nameOf} />
      {items.length === 0 ? null : (
        <Group justify="space-between">
          {maySelect ? (
            <SelectedBar acts={acts} picked={picked} all={items.length} keys={keys} isBusy={bulk.isRunning} onAct={does} />
          ) : (
            <span />
          )}
          <Button variant="default" size="compact-sm" onClick={help.open} visibleFrom="sm">
            {t('queues.keys.open')}
          </Button>
        </Group>
      )}
      {list(
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {items.map((row, index) => (
            <li key={row.id}>
              <RowCard {...props} one={row} index={index} keys={keys} onAct={does} />
            </li>
          ))}
        </Stack>,
      )}
      {isHelp ? (
        <KeysHelp acts={{ ...(yes === undefined ? {} : { a: yes }), ...(no === undefined ? {} : { d: no }) }} onClose={help.close} />
      ) : null}
    </Stack>
  );
}

/** When a decided row goes and takes the keyboard with it, the row that comes into its place gets it. */
function useKeptFocus(isRunning: boolean, current: number): void {
  const hasDecided = useRef(false);
  useEffect(() => {
    if (isRunning) hasDecided.current = true;
    if (isRunning || !hasDecided.current) return;
    hasDecided.current = false;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const place = document.querySelector<HTMLElement>(`[data-row="${current}"]`) ?? document.getElementById('content');
    place?.focus({ preventScroll: true });
  }, [isRunning, current]);
}

interface SelectedBarProps<Row> {
  readonly acts: readonly RowAct<Row>[];
  readonly picked: readonly Row[];
  readonly all: number;
  readonly keys: RowKeys;
  readonly isBusy: boolean;
  readonly onAct: (act: RowAct<Row>, rows: readonly Row[]) => void;
}

function SelectedBar<Row>({ acts, picked, all, keys, isBusy, onAct }: SelectedBarProps<Row>) {
  const { t } = useTranslation();
  return (
    <Group>
      <Checkbox
        label={t('queues.selectAll')}
        checked={picked.length === all}
        indeterminate={picked.length > 0 && picked.length < all}
        onChange={(event) => keys.selectAll(event.currentTarget.checked)}
      />
      <Text size="sm" role="status">
        {picked.length === 0 ? '' : t('queues.selected', { count: picked.length })}
      </Text>
      {picked.length === 0
        ? null
        : acts.map((each) => (
            <Button
              key={each.label}
              size="compact-md"
              variant={each.isMain === true ? 'filled' : 'default'}
              loading={isBusy}
              disabled={picked.every((row) => each.isOff?.(row) === true)}
              onClick={() => onAct(each, picked)}
            >
              {each.label}
            </Button>
          ))}
    </Group>
  );
}

interface RowCardProps<Row> extends QueueRowsProps<Row> {
  readonly one: Row;
  readonly index: number;
  readonly keys: RowKeys;
  readonly onAct: (act: RowAct<Row>, rows: readonly Row[]) => void;
}

function RowCard<Row extends { readonly id: string }>({ one, index, keys, acts, bulk, nameOf, row, beside, onAct }: RowCardProps<Row>) {
  const { t } = useTranslation();
  const isCurrent = index === keys.current;
  return (
    <Card
      withBorder
      padding="sm"
      role="group"
      aria-label={nameOf(one)}
      data-row={index}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => keys.setCurrent(index)}
      className={isCurrent ? 'current-row' : ''}
    >
      <Group justify="space-between" gap="sm">
        <Group gap="sm" wrap="nowrap" style={{ flex: 1, minWidth: 220 }}>
          {acts.length === 0 ? null : (
            <Checkbox
              aria-label={t('queues.select', { name: nameOf(one) })}
              checked={keys.selected.has(one.id)}
              onChange={() => keys.toggle(one.id)}
            />
          )}
          <div>{row(one)}</div>
        </Group>
        {acts.length === 0 ? null : (
          <Group gap="xs" align="end">
            {beside?.(one)}
            {acts.map((each) => (
              <Button
                key={each.label}
                variant={each.isMain === true ? 'filled' : 'default'}
                disabled={bulk.isRunning || each.isOff?.(one) === true}
                onClick={() => onAct(each, [one])}
              >
                {each.label}
              </Button>
            ))}
          </Group>
        )}
      </Group>
    </Card>
  );
}
