import { Anchor, Badge, Button, Card, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { useFormKey } from '../form-key.ts';
import { locale } from '../i18n.ts';
import { formatNumber } from '../money.ts';
import { Answer } from '../parts/answer.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { useRights } from '../rights.ts';

interface SelfCheck {
  readonly scripts: readonly { readonly host: string; readonly seenAt: string }[];
  readonly frameSeenAt: string | null;
  readonly tokenAcceptedAt: string | null;
  readonly orderStoredAt: string | null;
  readonly codeSeenAt: string | null;
  readonly offersShown: string;
  readonly domains: readonly string[];
  readonly scriptUrl: string;
}

const ASK_EVERY_MS = 5_000;
const STALE_AFTER_MS = 7 * 86_400_000;

/** Whether the shop's pages and orders reach us; refreshes itself, since people watch it while they try their site. */
export function SelfCheckPage() {
  const { t } = useTranslation();
  const check = useQuery<SelfCheck>({
    queryKey: ['self-check'],
    queryFn: () => ask<SelfCheck>('GET', '/v1/self-check'),
    refetchInterval: ASK_EVERY_MS,
  });
  return (
    <Stack maw={720}>
      <Title order={2}>{t('selfCheck.title')}</Title>
      <Text c="dimmed">{t('selfCheck.lead')}</Text>
      <Answer query={check}>{(found) => <Rows found={found} />}</Answer>
    </Stack>
  );
}

function Rows({ found }: { readonly found: SelfCheck }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const { scripts, domains } = found;
  return (
    <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-live="polite">
      <Row name="script" at={scripts[0]?.seenAt ?? null}>
        <ScriptLine url={found.scriptUrl} />
        {scripts.map(({ host, seenAt }) => (
          <Group key={host} justify="space-between" gap="xs">
            <Text>{host}</Text>
            <Text c="dimmed" size="sm">
              {whenOf(seenAt)}
            </Text>
            {isListed(host, domains) ? null : (
              <Text size="sm" w="100%">
                {t('selfCheck.script.unlisted')}{' '}
                <Anchor component={Link} to="/settings" underline="always" size="sm">
                  {t('selfCheck.script.addDomain')}
                </Anchor>
              </Text>
            )}
          </Group>
        ))}
      </Row>
      <Row name="frame" at={found.frameSeenAt} />
      <Row name="token" at={found.tokenAcceptedAt}>
        {mayChange('settings') ? (
          <Anchor underline="always" size="sm" renderRoot={(props) => <Link to="/settings" search={{ tab: 'keys' }} {...props} />}>
            {t('selfCheck.token.secrets')}
          </Anchor>
        ) : null}
      </Row>
      <Row name="order" at={found.orderStoredAt} />
      <Row name="code" at={found.codeSeenAt} />
      <Text component="li" size="sm" c="dimmed">
        {t('selfCheck.offersShown', { number: formatNumber(found.offersShown) })}
      </Text>
    </Stack>
  );
}

/** To be copied into the shop's pages, with a key of its own: only the moment it is made knows its text. */
function ScriptLine({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const form = useFormKey();
  const make = useMutation<{ readonly key: string }, ApiError>({
    mutationFn: () => form.ask('POST', '/v1/keys', { kind: 'publishable', name: t('selfCheck.script.keyName') }),
  });
  if (make.data === undefined) {
    if (!mayChange('settings')) return <Text size="sm">{t('selfCheck.script.askOwner')}</Text>;
    return (
      <Stack gap="xs">
        {make.error === null ? null : <ProblemAlert error={make.error} />}
        <Button w="fit-content" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {t('selfCheck.script.make')}
        </Button>
      </Stack>
    );
  }
  const line = `<script src="${url}" data-key="${make.data.key}"></script>`;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Code style={{ overflowWrap: 'anywhere', whiteSpace: 'normal', flex: '1 1 16rem' }} p="xs">
          {line}
        </Code>
        <CopyButton value={line}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-md" onClick={copy}>
              {t(copied ? 'app.copied' : 'app.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="dimmed">
        {t('selfCheck.script.open')}
      </Text>
    </Stack>
  );
}

interface RowProps {
  readonly name: 'script' | 'frame' | 'token' | 'order' | 'code';
  readonly at: string | null;
  readonly children?: ReactNode;
}

function Row({ name, at, children }: RowProps) {
  const { t } = useTranslation();
  const state = at === null ? 'none' : Date.now() - Date.parse(at) > STALE_AFTER_MS ? 'stale' : 'ok';
  return (
    <Card withBorder component="li">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={3} size="h5">
            {t(`selfCheck.${name}.title`)}
          </Title>
          <Badge color={state === 'ok' ? 'teal' : 'gray'} variant={state === 'ok' ? 'filled' : 'outline'} autoContrast>
            {t(`selfCheck.state.${state}`)}
          </Badge>
        </Group>
        <Text size="sm">{t(`selfCheck.${name}.${at === null ? 'todo' : 'done'}`)}</Text>
        <Text size="sm" c="dimmed">
          {at === null ? t('selfCheck.never') : whenOf(at)}
        </Text>
        {children}
      </Stack>
    </Card>
  );
}

/** `2 minutes ago`, in the reader's language. */
function whenOf(at: string): string {
  const seconds = Math.round((Date.parse(at) - Date.now()) / 1_000);
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (seconds > -60) return format.format(0, 'minute');
  if (seconds > -3_600) return format.format(Math.trunc(seconds / 60), 'minute');
  if (seconds > -86_400) return format.format(Math.trunc(seconds / 3_600), 'hour');
  return format.format(Math.trunc(seconds / 86_400), 'day');
}

function isListed(host: string, domains: readonly string[]): boolean {
  const name = host.replace(/:\d+$/, '');
  const isLocal = name === 'localhost' || name === '127.0.0.1';
  return isLocal || domains.some((domain) => name === domain.toLowerCase() || name.endsWith(`.${domain.toLowerCase()}`));
}
