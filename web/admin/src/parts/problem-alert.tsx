import { Alert, Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api.ts';
import { locale } from '../i18n.ts';
import { isSessionOver, useSessionEnd } from '../session.ts';

interface ProblemProps {
  readonly error: unknown;
  /** Of what the page asked by itself, which can be asked again here; without it, it is the answer to what was pressed. */
  readonly onRetry?: () => void;
}

/** What went wrong in the words of the API, each reason on its own line, and a way on. */
export function ProblemAlert({ error, onRetry }: ProblemProps) {
  const { t } = useTranslation();
  const session = useSessionEnd();
  const problem = error instanceof ApiError ? error.problem : null;
  const isOver = isSessionOver(error);
  const box = useInSight(error, onRetry === undefined);
  if (isOver && session.state === 'back' && onRetry === undefined)
    return (
      <Alert color="teal" title={t('signIn.isBack')} role="status">
        <Text size="sm">{t('signIn.pressAgain')}</Text>
      </Alert>
    );
  const text = problem === null ? t('app.broken', { error: String(error) }) : problem.text[locale()];
  return (
    <Alert color="red" title={t('error.title')} role="alert" ref={box} tabIndex={-1}>
      <Stack gap="xs">
        <Text size="sm">{text}</Text>
        {problem?.reasons?.map((reason) => (
          <Text size="sm" key={`${reason.field} ${reason.code}`}>
            — {reason.text[locale()]}
          </Text>
        ))}
        {isOver ? (
          <Button variant="light" color="red" size="xs" onClick={session.ask} w="fit-content">
            {t('signIn.again')}
          </Button>
        ) : onRetry === undefined ? null : (
          <Button variant="light" color="red" size="xs" onClick={onRetry} w="fit-content">
            {t('app.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** The answer to a press comes into sight, and the keyboard goes there: the button that was pressed may stand far below, and is quiet. */
function useInSight(error: unknown, isAnswer: boolean) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another refusal of the same form is another answer.
  useEffect(() => {
    if (!isAnswer) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.focus({ preventScroll: true });
  }, [error, isAnswer]);
  return box;
}
