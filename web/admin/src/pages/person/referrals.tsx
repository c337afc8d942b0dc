import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { programName, usePrograms } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { usePeopleNames } from '../../parts/people-names.ts';
import { useRights } from '../../rights.ts';
import { CorrectReferral } from './correct-referral.tsx';
import { type Person, type Referral, usePersonList, usePersonPages } from './person-api.ts';

/** Whom the person invited, and how far each has come. */
export function Friends({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const friends = usePersonPages<Referral>(person.id, 'referrals');
  const nameFor = usePeopleNames(friends.data?.map(({ friendId }) => friendId) ?? []);
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('person.friends')}
        </Title>
        <Answer query={friends}>
          {(items) => (
            <Stack gap="xs">
              {items.length === 0 ? <Text c="dimmed">{t('person.none')}</Text> : null}
              {items.map((referral) => (
                <Group key={referral.id} justify="space-between" gap={4}>
                  <div>
                    <Anchor underline="always" component={Link} to={`/people/${referral.friendId}`} fw={600}>
                      {nameFor(referral.friendId)}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {(referral.whyNotYet ?? referral.texts).staff[locale()]}
                    </Text>
                  </div>
                  <Text size="sm" c="dimmed">
                    {formatDate(referral.startedAt)}
                  </Text>
                </Group>
              ))}
              <MoreButton pages={friends} />
            </Stack>
          )}
        </Answer>
      </Stack>
    </Card>
  );
}

/** Who brought the person, programme by programme, and the way to put it right. */
export function BroughtBy({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const brought = usePersonList<Referral>(person.id, 'referrals', 'as=friend');
  const programs = (usePrograms().data?.items ?? []).filter(({ status }) => status === 'live' || status === 'paused');
  const nameFor = usePeopleNames(brought.data?.items.map(({ referrerId }) => referrerId) ?? []);
  return (
    <Card withBorder component="section">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {t('person.referral.attachTitle')}
        </Title>
        <Answer query={brought}>
          {({ items }) => (
            <Stack gap="sm">
              {programs.length === 0 ? <Text c="dimmed">{t('person.none')}</Text> : null}
              {programs.map((program) => {
                const referral = items.find(({ programId }) => programId === program.id) ?? null;
                return (
                  <Group key={program.id} justify="space-between" gap="xs">
                    <div>
                      <Text size="sm" c="dimmed">
                        {programName(programs, program.id)}
                      </Text>
                      {referral === null ? (
                        <Text>{t('person.referral.nobody')}</Text>
                      ) : (
                        <Anchor underline="always" component={Link} to={`/people/${referral.referrerId}`} fw={600}>
                          {nameFor(referral.referrerId)}
                        </Anchor>
                      )}
                    </div>
                    {mayChange('referrals') ? <CorrectButton person={person} programId={program.id} referral={referral} /> : null}
                  </Group>
                );
              })}
            </Stack>
          )}
        </Answer>
      </Stack>
    </Card>
  );
}

interface CorrectProps {
  readonly person: Person;
  readonly programId: string;
  readonly referral: Referral | null;
}

function CorrectButton({ person, programId, referral }: CorrectProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t(referral === null ? 'person.referral.attach' : 'person.referral.correct')}
      </Button>
      {isOpen ? <CorrectReferral person={person} programId={programId} referral={referral} onClose={close} /> : null}
    </>
  );
}
