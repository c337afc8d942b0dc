import { Alert, Badge, Button, Collapse, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Advice } from '../document/program-api.ts';
import { locale } from '../i18n.ts';
import { formatMoney } from '../money.ts';

const COLORS = { error: 'red', warning: 'yellow', note: 'gray' } as const;

interface AdviceCardProps {
  readonly advice: Advice;
  readonly answer?: string;
  readonly onAnswer?: (text: string) => void;
  readonly onFix?: () => void;
  readonly onShow?: () => void;
  readonly isBusy?: boolean;
}

/** One finding in plain words: what is wrong, what it costs, a fix, or a reason to leave it. */
export function AdviceCard({ advice, answer = '', onAnswer, onFix, onShow, isBusy = false }: AdviceCardProps) {
  const { t } = useTranslation();
  const language = locale();
  const { severity, reason, cost, suggestion, canOverride } = advice;
  const mayStay = onAnswer !== undefined && (severity === 'warning' || canOverride);
  const [isTyping, { open }] = useDisclosure(answer !== '');
  return (
    <Alert color={COLORS[severity]} role="group" aria-label={reason[language]}>
      <Stack gap="xs">
        <Group gap="xs">
          <Badge color={COLORS[severity]} variant="outline" c="var(--mantine-color-text)">
            {t(`advice.${severity}`)}
          </Badge>
          {cost === null ? null : (
            <Text size="sm" fw={600}>
              {t(`advice.per.${cost.per}`, { money: formatMoney(cost) })}
            </Text>
          )}
        </Group>
        <Text fw={500}>{reason[language]}</Text>
        <Text size="sm">{advice.check === 'margin-unknown' ? t('advice.typeMargin') : suggestion[language]}</Text>
        <Why advice={advice} />
        <Group gap="xs">
          {suggestion.patch === undefined || onFix === undefined ? null : (
            <Button size="compact-md" onClick={onFix} loading={isBusy}>
              {t('advice.fix')}
            </Button>
          )}
          {onShow === undefined ? null : (
            <Button size="compact-md" variant="default" onClick={onShow}>
              {t('advice.show')}
            </Button>
          )}
          {mayStay && !isTyping ? (
            <Button size="compact-md" variant="default" onClick={open}>
              {t('advice.leave')}
            </Button>
          ) : null}
        </Group>
        {mayStay && isTyping ? (
          <Textarea
            label={t('advice.whyStay')}
            description={t('advice.whyStayHint')}
            autosize
            minRows={1}
            maxLength={1000}
            value={answer}
            onChange={(event) => onAnswer(event.currentTarget.value)}
          />
        ) : null}
      </Stack>
    </Alert>
  );
}

function Why({ advice }: { readonly advice: Advice }) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(false);
  const language = locale();
  const { evidence, cost } = advice;
  return (
    <div>
      <Button variant="subtle" size="compact-xs" onClick={toggle} aria-expanded={isOpen}>
        {t('advice.why')} {isOpen ? '▴' : '▾'}
      </Button>
      <Collapse expanded={isOpen}>
        <Stack gap={4} pt={4}>
          <Text size="sm">{evidence.text[language]}</Text>
          {cost === null ? null : <Text size="sm">{cost.how[language]}</Text>}
          <Text size="xs" c="var(--mantine-color-text)">
            {evidence.source[language]}
            {evidence.year === null ? '' : `, ${evidence.year}`}
          </Text>
        </Stack>
      </Collapse>
    </div>
  );
}
