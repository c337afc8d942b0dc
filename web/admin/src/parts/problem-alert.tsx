import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api.ts';
import { locale } from '../i18n.ts';

/** What went wrong in the words of the API, each reason on its own line, and a way on. */
export function ProblemAlert({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ApiError ? error.problem : null;
  const text = problem === null ? t('app.broken', { error: String(error) }) : problem.text[locale()];
  return (
    <Alert color="red" title={t('error.title')} role="alert">
      <Stack gap="xs">
        <Text size="sm">{text}</Text>
        {problem?.reasons?.map((reason) => (
          <Text size="sm" key={`${reason.field} ${reason.code}`}>
            — {reason.text[locale()]}
          </Text>
        ))}
        {onRetry === undefined ? null : (
          <Button variant="light" color="red" size="xs" onClick={onRetry} w="fit-content">
            {t('app.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
