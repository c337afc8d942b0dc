import { Badge, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { formatDate, formatMoney } from '../money.ts';
import { Answer } from '../parts/answer.tsx';
import type { Payload, TestedPayload } from './connect-api.ts';

/** One payload in a line: what it is, of whom, how much, and what became of it. */
export function PayloadLine({ payload }: { readonly payload: Payload }) {
  const { t } = useTranslation();
  const { outcome } = payload;
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed" component="span">
        {formatDate(payload.receivedAt)}
      </Text>
      {outcome?.events.map((event) => (
        <Group key={event.type + (event.orderId ?? '')} gap="xs" component="span">
          <Text size="sm" fw={600} component="span">
            {t(`connect.events.${event.type.replace('.', '-')}`)}
            {event.orderId === null ? '' : ` ${event.orderId}`}
          </Text>
          <Text size="sm" component="span">
            {[event.customer, event.total === null ? null : formatMoney(event.total)].filter((each) => each !== null).join(' · ')}
          </Text>
          {event.answer === null ? null : (
            <Badge variant="light" component="span">
              {t('connect.rewards', { count: event.answer.rewards.length })}
            </Badge>
          )}
          {event.answer === null || event.answer.rewards.length > 0 || event.answer.refusals[0] === undefined ? null : (
            <Text size="sm" c="dimmed" component="span">
              {event.answer.refusals[0].text[locale()]}
            </Text>
          )}
          {event.problem === null ? null : (
            <Text size="sm" c="red" component="span">
              {event.problem.text[locale()]}
            </Text>
          )}
          {event.notes.map(({ field, text }) => (
            <Text key={field} size="sm" c="dimmed" component="span">
              {t(`connect.fieldNames.${field}`)}: {text[locale()]}
            </Text>
          ))}
        </Group>
      ))}
      {outcome === null || outcome.reason === null ? null : (
        <Text size="sm" component="span" c={outcome.events.length === 0 ? 'red' : 'dimmed'}>
          {outcome.reason.field === null ? '' : `${t(`connect.fieldNames.${outcome.reason.field}`)}: `}
          {outcome.reason.text[locale()]}
          {outcome.reason.value === null ? '' : ` «${outcome.reason.value}»`}
        </Text>
      )}
    </Stack>
  );
}

/** Everything a payload holds, place by place, once somebody asks. */
export function PayloadBody({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack gap="xs">
      <Button w="fit-content" size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'connect.close' : 'connect.raw')}
      </Button>
      {isOpen ? <OpenPayload id={id} /> : null}
    </Stack>
  );
}

function OpenPayload({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const query = useQuery<TestedPayload>({
    queryKey: ['payload', id],
    queryFn: () => ask<TestedPayload>('GET', `/v1/connector-payloads/${id}`),
  });
  return (
    <Answer query={query}>
      {({ body, paths }) => (body === null ? <Text size="sm">{t('connect.erased')}</Text> : <Places paths={paths} body={body} />)}
    </Answer>
  );
}

/** What cannot be taken apart is shown as it came. */
export function Places({ paths, body }: Pick<TestedPayload, 'paths' | 'body'>) {
  return (
    <Code block mah={360} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', overflowY: 'auto' }} tabIndex={0}>
      {paths.length === 0 ? body : paths.map((each) => `${each.path}  ${each.value}`).join('\n')}
    </Code>
  );
}
