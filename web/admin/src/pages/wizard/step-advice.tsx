import { Alert, Button, Collapse, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { type Json, withValue } from '../../document/pointer.ts';
import type { Advice, Program, Version } from '../../document/program-api.ts';
import { useReasons } from '../../document/use-reasons.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { AdviceCard } from '../../parts/advice-card.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Screen } from './screen.tsx';
import { useWizard } from './use-wizard.ts';

interface AdviceProps {
  readonly program: Program;
  readonly version: Version;
}

export function AdviceStep(props: AdviceProps) {
  const { program, version } = props;
  const advice = useQuery<{ readonly advice: readonly Advice[] }, ApiError>({
    queryKey: ['advice', program.id, version.number, version.document],
    queryFn: () => ask('GET', `/v1/programs/${program.id}/versions/${version.number}/advice`),
    placeholderData: (before) => before,
  });
  return <Answer query={advice}>{({ advice: found }) => <AdviceList {...props} advice={found} />}</Answer>;
}

function AdviceList({ program, version, advice }: AdviceProps & { readonly advice: readonly Advice[] }) {
  const { t } = useTranslation();
  const { go } = useWizard();
  const reasons = useReasons(program.id);
  const fix = useFix(program, version);
  const questions = advice.filter(({ severity }) => severity !== 'note');
  const notes = advice.filter(({ severity }) => severity === 'note');
  const fixable = questions.filter(({ suggestion }) => suggestion.patch !== undefined);
  const open = questions.filter(
    ({ check, severity, canOverride }) => !((severity === 'warning' || canOverride) && reasons.isAnswered(check)),
  );
  return (
    <Screen
      title={questions.length === 0 ? t('wizard.advice.clean') : t('wizard.advice.title', { count: questions.length })}
      lead={questions.length === 0 ? t('wizard.advice.cleanLead') : t('wizard.advice.lead')}
      onNext={() => void go('texts')}
      isBlocked={open.length > 0}
      blockedBy={t('wizard.advice.left', { count: open.length })}
      error={fix.error}
    >
      <Stack>
        {fixable.length < 2 ? null : (
          <Button variant="light" loading={fix.isPending} onClick={() => fix.mutate(fixable)} w="fit-content">
            {t('wizard.advice.fixAll', { count: fixable.length })}
          </Button>
        )}
        {questions.map((each) => (
          <AdviceCard
            key={`${each.check} ${each.where.path}`}
            advice={each}
            answer={reasons.of(each.check)}
            onAnswer={(text) => reasons.set(each.check, text)}
            isBusy={fix.isPending}
            onFix={() => fix.mutate([each])}
            {...(each.check === 'margin-unknown' ? { onShow: () => void go('numbers') } : {})}
          />
        ))}
        <Notes notes={notes} />
      </Stack>
    </Screen>
  );
}

function Notes({ notes }: { readonly notes: readonly Advice[] }) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  if (notes.length === 0) return null;
  return (
    <Alert color="gray">
      <Stack gap="xs">
        <Button variant="subtle" size="compact-sm" w="fit-content" onClick={toggle} aria-expanded={isOpen}>
          {t('wizard.advice.notes', { count: notes.length })} {isOpen ? '▴' : '▾'}
        </Button>
        <Text size="sm" c="dimmed">
          {t('wizard.advice.notesLead')}
        </Text>
        <Collapse expanded={isOpen}>
          <Stack>
            {notes.map((note) => (
              <AdviceCard key={`${note.check} ${note.where.path}`} advice={note} />
            ))}
          </Stack>
        </Collapse>
      </Stack>
    </Alert>
  );
}

function useFix(program: Program, version: Version) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (advice: readonly Advice[]) => {
      const document = advice.reduce<Json>(
        (next, { suggestion: { patch } }) => (patch === undefined ? next : withValue(next, patch.path, patch.value)),
        version.document,
      );
      return ask<Program>('PUT', `/v1/programs/${program.id}/versions/${version.number}`, { document });
    },
    onSuccess: (kept) => keepAnswer(queries, ['program', program.id], kept),
  });
}
