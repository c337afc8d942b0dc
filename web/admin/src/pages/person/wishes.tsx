import { Card, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { Answer } from '../../parts/answer.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useRights } from '../../rights.ts';
import { type Person, personKey } from './person-api.ts';

interface WishesAnswer {
  readonly noInvitations: boolean;
}

export function Wishes({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const queries = useQueryClient();
  const key = [...personKey(person.id), 'wishes'];
  const wishes = useQuery<WishesAnswer, ApiError>({ queryKey: key, queryFn: () => ask('GET', `/v1/customers/${person.id}/wishes`) });
  const save = useMutation<WishesAnswer, ApiError, boolean>({
    mutationFn: (noInvitations) => ask('PATCH', `/v1/customers/${person.id}/wishes`, { noInvitations }),
    // Seen at once; what the answer or a refusal says replaces it.
    onMutate: (noInvitations) => keepAnswer(queries, key, { noInvitations }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <Card withBorder component="section">
      <Answer query={wishes}>
        {({ noInvitations }) => (
          <>
            {save.error === null ? null : <ProblemAlert error={save.error} />}
            <Switch
              label={t('person.wishes.label')}
              description={t('person.wishes.hint')}
              checked={noInvitations}
              disabled={!mayChange('customers')}
              onChange={(event) => save.mutate(event.currentTarget.checked)}
            />
          </>
        )}
      </Answer>
    </Card>
  );
}
