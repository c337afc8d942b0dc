import { ActionIcon, Badge, Box, Button, Card, Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { isList, isRecord, type Json } from '../../document/pointer.ts';
import { locale } from '../../i18n.ts';
import { freshValue, useDesk, usePlace, useWords } from './draft-context.tsx';
import { ShapeForm } from './shape-form.tsx';
import type { Shape } from './shape-type.ts';

type ListShape = Extract<Shape, { kind: 'list' }>;

interface ListFormProps {
  readonly shape: ListShape;
  readonly path: string;
  readonly label: string;
  readonly error: string | undefined;
}

export function ListForm({ shape, path, label, error }: ListFormProps) {
  const words = useWords();
  const { currency, toggle } = useDesk();
  const { value, set } = usePlace(path);
  const items = isList(value) ? value : [];
  const ids = items.filter(isRecord).map((item) => String(item['id'] ?? ''));
  const add = () => {
    set([...items, freshValue(shape.blank, currency, ids)]);
    if (shape.look === 'cards') toggle(`${path}/${items.length}`);
  };
  const hint = words.hint(label);
  return (
    <Stack gap="sm" component="section" aria-label={words.label(label)}>
      <div>
        <Text fw={600} size="sm">
          {words.label(label)}
        </Text>
        {hint === undefined ? null : (
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        )}
      </div>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.t(`editor.none.${shape.name}`)}
        </Text>
      ) : null}
      {items.map((item, index) => (
        <ItemForm
          // Places in a list are what the form is about: an item has no other name while its id is being typed.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the key.
          key={index}
          shape={shape}
          path={`${path}/${index}`}
          item={item}
          index={index}
          change={(next) => set(next(items))}
        />
      ))}
      {error === undefined ? null : (
        <Text size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      <Button variant="light" size="compact-md" w="fit-content" onClick={add}>
        {words.t(`editor.add.${shape.name}`)}
      </Button>
    </Stack>
  );
}

interface ItemFormProps {
  readonly shape: ListShape;
  readonly path: string;
  readonly item: Json;
  readonly index: number;
  readonly change: (next: (items: readonly Json[]) => readonly Json[]) => void;
}

function ItemForm(props: ItemFormProps) {
  const { shape, path } = props;
  const words = useWords();
  const form = <ShapeForm shape={shape.item} path={path} label={shape.name} />;
  if (shape.look === 'cards') return <FoldingItem {...props}>{form}</FoldingItem>;
  return (
    <Card withBorder p="sm" data-path={path} role="group" aria-label={`${words.label(shape.name)} ${props.index + 1}`}>
      <Group align="flex-start" wrap="nowrap" gap="xs">
        <Box flex={1}>{form}</Box>
        <ItemTools {...props} />
      </Group>
    </Card>
  );
}

function FoldingItem({ children, ...props }: ItemFormProps & { readonly children: React.ReactNode }) {
  const { path, shape, index } = props;
  const { opened, toggle, problems, advice } = useDesk();
  const words = useWords();
  const isOpen = opened.has(path);
  const inside = (at: string) => at === path || at.startsWith(`${path}/`);
  const faults = problems.filter((problem) => inside(problem.path)).length;
  const warnings = advice.filter(({ where, severity }) => severity !== 'note' && inside(where.path)).length;
  return (
    <Card withBorder p="sm" data-path={path}>
      <Group wrap="nowrap" align="flex-start" gap="xs">
        <UnstyledButton flex={1} onClick={() => toggle(path)} aria-expanded={isOpen}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Text aria-hidden="true">{isOpen ? '▾' : '▸'}</Text>
            <ItemTitle {...props} />
            {faults + warnings === 0 ? null : (
              <Badge color={faults > 0 ? 'red' : 'yellow'} variant="outline" c="var(--mantine-color-text)" style={{ flexShrink: 0 }}>
                {words.t('editor.findings', { count: faults + warnings })}
              </Badge>
            )}
          </Group>
        </UnstyledButton>
        <ItemTools {...props} />
      </Group>
      <Collapse expanded={isOpen}>
        {isOpen ? (
          <Box pt="sm" role="group" aria-label={`${words.label(shape.name)} ${index + 1}`}>
            {children}
          </Box>
        ) : null}
      </Collapse>
    </Card>
  );
}

/** A rule is its sentence, as the API words it; a tier or a perk is its name. */
function ItemTitle({ path, item, shape, index }: ItemFormProps) {
  const { texts } = useDesk();
  const words = useWords();
  const record = isRecord(item) ? item : {};
  const name = isRecord(record['name']) ? String(record['name'][locale()] ?? '') : '';
  const sentence = texts?.rules.find((rule) => rule.path === path)?.text[locale()];
  return (
    <div>
      <Text fw={600}>{name !== '' ? name : `${words.label(shape.name)} ${index + 1}`}</Text>
      {sentence === undefined ? null : (
        <Text size="sm" c="dimmed">
          {sentence}
        </Text>
      )}
    </div>
  );
}

function ItemTools({ index, change, shape, item }: ItemFormProps) {
  const words = useWords();
  const name = words.label(shape.name);
  const move = (by: number) =>
    change((items) => {
      const other = items[index + by];
      return other === undefined ? items : items.map((each, at) => (at === index ? other : at === index + by ? item : each));
    });
  const remove = () => change((items) => items.filter((_, at) => at !== index));
  return (
    <Group gap={2} wrap="nowrap">
      {index === 0 ? null : (
        <ActionIcon variant="subtle" color="gray" aria-label={`${words.t('editor.up')}: ${name} ${index + 1}`} onClick={() => move(-1)}>
          ↑
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={`${words.t('editor.remove')}: ${name} ${index + 1}`} onClick={remove}>
        ✕
      </ActionIcon>
    </Group>
  );
}
