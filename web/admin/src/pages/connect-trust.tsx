import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Connector, TRUSTS } from './connect-api.ts';

export interface TypedCheck {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

interface TrustProps {
  readonly trust: Connector['trust'];
  readonly check: TypedCheck;
  readonly onTrust: (trust: Connector['trust']) => void;
  readonly onCheck: (check: TypedCheck) => void;
}

/** Whose word an order is taken on: a signature, the shop asked again, or a person. */
export function TrustFields({ trust, check, onTrust, onCheck }: TrustProps) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('connect.trust')}
        value={trust}
        onChange={(event) => onTrust(TRUSTS.find((each) => each === event.currentTarget.value) ?? 'hint')}
        data={TRUSTS.map((each) => ({ value: each, label: t(`connect.trusts.${each}`) }))}
        maw={420}
      />
      {trust === 'checked' ? (
        <Group align="end">
          <TextInput
            label={t('connect.checkUrl')}
            value={check.url}
            onChange={(event) => onCheck({ ...check, url: event.currentTarget.value })}
            miw={280}
          />
          <TextInput
            label={t('connect.checkUser')}
            value={check.user}
            autoComplete="off"
            onChange={(event) => onCheck({ ...check, user: event.currentTarget.value })}
          />
          <TextInput
            label={t('connect.checkPassword')}
            type="password"
            autoComplete="new-password"
            value={check.password}
            onChange={(event) => onCheck({ ...check, password: event.currentTarget.value })}
          />
        </Group>
      ) : null}
    </>
  );
}
