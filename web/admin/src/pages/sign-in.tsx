import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Door } from '../parts/door.tsx';
import { SignInFields, useSignIn } from '../parts/sign-in-fields.tsx';

export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { enter, error, fields } = useSignIn({ email: '' }, async () => {
    await queries.invalidateQueries({ queryKey: ['me'] });
    await navigate({ to: '/' });
  });
  return (
    <Door title={t('signIn.title')} action={t('signIn.enter')} isBusy={enter.isPending} error={error} onSubmit={() => enter.mutate()}>
      <SignInFields {...fields} />
    </Door>
  );
}
