import { ActionIcon, Badge, Box, Button, Card, Collapse, Group, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Fragment, useEffect, useRef } from 'react';
import { isRecord, type Json } from '../../document/pointer.ts';
import { locale } from '../../i18n.ts';
import { useDesk, useWords } from './draft-context.tsx';
import { ShapeForm } from './shape-form.tsx';
import type { Shape } from './shape-type.ts';
import { type ListActs, useListActs } from './use-list-acts.ts';

type ListShape = Extract<Shape, { kind: 'list' }>;

interface ListFormProps {
  readonly shape: ListShape;
  readonly path: string;
  readonly label: string;
  readonly error: string | undefined;
}

export function ListForm({ shape, path, label, error }: ListFormProps) {
  const words = useWords();
  const acts = useListActs(shape, path);
  const { items, removed } = acts;
  const hint = words.hint(label);
  const gap = (index: number) =>
    removed?.index === index ? <RemovedLine name={`${words.label(shape.name)} ${index + 1}`} onRestore={acts.restore} /> : null;
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
        // Places in a list are what the form is about: an item has no other name while its id is being typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the key.
        <Fragment key={index}>
          {gap(index)}
          <ItemForm shape={shape} path={`${path}/${index}`} item={item} index={index} acts={acts} />
        </Fragment>
      ))}
      {gap(items.length)}
      {error === undefined ? null : (
        <Text size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      <Button variant="light" size="compact-md" w="fit-content" onClick={acts.add}>
        {words.t(`editor.add.${shape.name}`)}
      </Button>
      <VisuallyHidden role="status">{acts.said}</VisuallyHidden>
    </Stack>
  );
}

/** Stands where an item stood: one press puts it back, and the keyboard is on it. */
function RemovedLine({ name, onRestore }: { readonly name: string; readonly onRestore: () => void }) {
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Group gap="xs" role="status">
      <Text size="sm">{words.t('editor.removed', { name })}</Text>
      <Button ref={button} variant="default" size="compact-sm" onClick={onRestore}>
        {words.t('editor.restore')}
      </Button>
    </Group>
  );
}

interface ItemFormProps {
  readonly shape: ListShape;
  readonly path: string;
  readonly item: Json;
  readonly index: number;
  readonly acts: ListActs;
}

function ItemForm(props: ItemFormProps) {
  const { shape, path } = props;
  const words = useWords();
  const form = <ShapeForm shape={shape.item} path={path} label={shape.name} />;
  if (shape.look === 'cards') return <FoldingItem {...props}>{form}</FoldingItem>;
  return (
    <Card withBorder p="sm" data-path={path} role="group" aria-label={`${words.label(shape.name)} ${props.index + 1}`}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" c="dimmed">
          {words.label(shape.name)} {props.index + 1}
        </Text>
        <ItemTools {...props} />
      </Group>
      {form}
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
      <Group align="flex-start" gap="xs" justify="flex-end">
        <UnstyledButton flex="1 1 200px" onClick={() => toggle(path)} aria-expanded={isOpen}>
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

function ItemTools({ index, acts, shape, path }: ItemFormProps) {
  const words = useWords();
  const name = `${words.label(shape.name)} ${index + 1}`;
  const tools = [
    { tool: 'up', sign: '↑', isOff: index === 0, act: () => acts.move(index, -1) },
    { tool: 'down', sign: '↓', isOff: index === acts.items.length - 1, act: () => acts.move(index, 1) },
    { tool: 'copy', sign: <CopySign />, isOff: false, act: () => acts.duplicate(index) },
    { tool: 'remove', sign: '✕', isOff: false, act: () => acts.remove(index) },
  ] as const;
  return (
    <Group gap={2} wrap="nowrap" ms="auto">
      {tools.map(({ tool, sign, isOff, act }) => (
        <ActionIcon
          key={tool}
          variant="subtle"
          color="gray"
          aria-label={`${words.t(`editor.${tool}`)}: ${name}`}
          title={words.t(`editor.${tool}`)}
          data-tool={`${path} ${tool}`}
          disabled={isOff}
          onClick={act}
        >
          {sign}
        </ActionIcon>
      ))}
    </Group>
  );
}

/** Two sheets, one behind the other. */
function CopySign() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <rect x="4.5" y="4.5" width="8" height="8" rx="1.5" />
      <path d="M9.5 2.5v-.5a1 1 0 0 0-1-1h-6.5a1 1 0 0 0-1 1v6.5a1 1 0 0 0 1 1h.5" />
    </svg>
  );
}
