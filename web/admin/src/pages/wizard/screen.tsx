import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showBadNumber } from '../../parts/bad-number.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { STEPS, type Step, useWizard } from './use-wizard.ts';

interface ScreenProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
  readonly onNext: () => void;
  readonly next?: string;
  readonly isBusy?: boolean;
  readonly isBlocked?: boolean;
  /** Why the button is quiet. */
  readonly blockedBy?: string;
  readonly error?: unknown;
}

/** One question, one button (0-26). */
export function Screen({ title, lead, children, onNext, next, isBusy = false, isBlocked = false, blockedBy, error = null }: ScreenProps) {
  const { t } = useTranslation();
  const { place, go } = useWizard();
  const heading = useRef<HTMLHeadingElement>(null);
  const index = STEPS.map(String).indexOf(place.step);
  const before = STEPS[index - 1];
  // Who uses a screen reader hears where they are; who uses the keyboard starts at the top.
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBlocked && !showBadNumber()) onNext();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={680} mx="auto" gap="lg" pb={96}>
        <StepLine index={index} />
        <Stack gap={6}>
          <Title order={2} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
            {title}
          </Title>
          {lead === undefined ? null : <Text c="dimmed">{lead}</Text>}
        </Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        {children}
        {isBlocked && blockedBy !== undefined ? (
          <Text size="sm" c="dimmed" role="status">
            {blockedBy}
          </Text>
        ) : null}
        <Group justify="space-between" wrap="wrap-reverse">
          {before === undefined ? <span /> : <BackButton to={before} go={(step) => void go(step)} label={t('app.back')} />}
          <Button type="submit" size="md" loading={isBusy} disabled={isBlocked}>
            {next ?? t('wizard.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function BackButton({ to, go, label }: { readonly to: Step; readonly go: (step: Step) => void; readonly label: string }) {
  return (
    <Button variant="subtle" onClick={() => go(to)}>
      {label}
    </Button>
  );
}

function StepLine({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  const words = t('wizard.stepOf', { number: index + 1, all: STEPS.length });
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {words}
      </Text>
      <Progress value={((index + 1) / STEPS.length) * 100} size="sm" aria-label={words} />
    </Stack>
  );
}
