import { useEffect, useState } from 'preact/hooks';
import { ask, type Program, type Terms } from '../api.ts';
import { Failure, Skeleton, useSend, View } from '../parts.tsx';
import { currentLocale, say, t } from '../texts.ts';

/** The terms in force, what became worse, and the member's yes: to them, or to the tier they are invited to. */
export function TermsView({ program, onChange }: { readonly program: Program; readonly onChange: () => void }) {
  const [terms, setTerms] = useState<Terms | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isSending, send] = useSend();
  const locale = currentLocale();
  const { id, tier } = program;
  useEffect(() => {
    ask<Terms>('GET', `programs/${id}/terms?locale=${locale}`).then(setTerms, setError);
  }, [id, locale]);
  if (error !== null) return <Failure error={error} />;
  if (terms === null) return <Skeleton />;
  const invitation = tier?.invitedTo ?? null;
  const known = program.terms;
  const isAccepted = invitation === null && known?.accepted === terms.version && !known.mustAccept;
  const accept = async () => {
    const body = { version: terms.version, textHash: terms.textHash, locale };
    const path = invitation === null ? 'terms' : 'tier';
    if (await send(() => ask('POST', `programs/${id}/${path}`, body), t('app.saved'))) onChange();
  };
  return (
    <View title={t('home.terms')}>
      {known?.mustAccept === true && known.changes.length > 0 ? (
        <div class="card notice">
          <b>{t('terms.became')}</b>
          <ul>
            {known.changes.map((change) => (
              <li key={change.en}>{say(change)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {invitation === null ? null : <p class="card notice">{t('home.invited', { name: say(invitation.name) })}</p>}
      <div class="card terms">
        {terms.sections.map((section) => (
          <section key={section.id}>
            <h2>{section.title}</h2>
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
      {program.status !== 'active' ? null : isAccepted ? (
        <p class="dim">{t('terms.accepted')}</p>
      ) : (
        <button type="button" disabled={isSending} onClick={() => void accept()}>
          {t('terms.accept')}
        </button>
      )}
    </View>
  );
}
