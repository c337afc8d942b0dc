import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SignInFields, useSignIn } from '../parts/sign-in-fields.tsx';
import { useSessionEnd } from '../session.ts';

/** In front of the page, which stays as it is: what was typed there is sent by pressing again. */
export function SignInAgain({ email }: { readonly email: string }) {
  const { t } = useTranslation();
  const { goOn, putOff } = useSessionEnd();
  const { enter, error, fields } = useSignIn({ email }, goOn);
  return (
    <Dialog title={t('signIn.again')} onClose={putOff}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        <Stack>
          <Text size="sm">{t('problem.unauthorized')}</Text>
          {error === null ? null : <ProblemAlert error={error} />}
          <SignInFields {...fields} />
          <Button type="submit" loading={enter.isPending}>
            {t('signIn.enter')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
