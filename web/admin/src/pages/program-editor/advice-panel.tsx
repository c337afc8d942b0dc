import { Alert, Button, Card, Collapse, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../document/pointer.ts';
import type { Advice } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { AdviceCard } from '../../parts/advice-card.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import type { Judged } from './use-lint.ts';

interface PanelProps {
  readonly judged: Judged;
  readonly set: (path: string, value: Json) => void;
  readonly show: (path: string) => void;
  readonly mayChange: boolean;
}

/** The offer as people would read it now, and what the linter says, each with the way to its field. */
export function AdvicePanel({ judged, set, show, mayChange }: PanelProps) {
  const { t } = useTranslation();
  const { advice, problems, texts, isJudging, error, retry } = judged;
  const questions = advice.filter(({ severity }) => severity !== 'note');
  const notes = advice.filter(({ severity }) => severity === 'note');
  return (
    <Stack component="aside" id="editor-advice" aria-label={t('editor.panel.title')} aria-busy={isJudging}>
      <Card withBorder>
        <Text size="sm" c="dimmed">
          {t('editor.panel.offer')}
        </Text>
        <Text fw={600}>{texts?.offer[locale()] ?? '…'}</Text>
      </Card>
      <Title order={3} size="h5" role="status">
        {problems.length > 0
          ? t('editor.panel.broken', { count: problems.length })
          : error !== null
            ? t('editor.panel.unasked')
            : questions.length === 0
              ? t('editor.panel.clean')
              : t('editor.panel.questions', { count: questions.length })}
      </Title>
      {error === null ? null : <ProblemAlert error={error} onRetry={retry} />}
      {problems.map((problem) => (
        <Alert key={`${problem.path} ${problem.text.en}`} color="red" p="sm">
          <Text size="sm">{problem.text[locale()]}</Text>
          <Button size="compact-sm" variant="default" mt="xs" onClick={() => show(problem.path)}>
            {t('advice.show')}
          </Button>
        </Alert>
      ))}
      {questions.map((each) => (
        <Finding key={`${each.check} ${each.where.path}`} advice={each} set={set} show={show} mayChange={mayChange} />
      ))}
      {notes.length === 0 ? null : <Notes notes={notes} set={set} show={show} mayChange={mayChange} />}
    </Stack>
  );
}

type FindingProps = Omit<PanelProps, 'judged'>;

function Finding({ advice, set, show, mayChange }: FindingProps & { readonly advice: Advice }) {
  const { patch } = advice.suggestion;
  return (
    <AdviceCard
      advice={advice}
      onShow={() => show(advice.check === 'margin-unknown' ? '/margin' : advice.where.path)}
      {...(patch === undefined || !mayChange ? {} : { onFix: () => set(patch.path, patch.value) })}
    />
  );
}

function Notes({ notes, ...rest }: FindingProps & { readonly notes: readonly Advice[] }) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <div>
      <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={isOpen}>
        {t('editor.panel.notes', { count: notes.length })} {isOpen ? '▴' : '▾'}
      </Button>
      <Collapse expanded={isOpen}>
        <Stack pt="xs">
          {notes.map((note) => (
            <Finding key={`${note.check} ${note.where.path}`} advice={note} {...rest} />
          ))}
        </Stack>
      </Collapse>
    </div>
  );
}
