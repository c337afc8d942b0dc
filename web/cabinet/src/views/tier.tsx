import type { Program } from '../api.ts';
import { Card } from '../parts.tsx';
import { day, say, t } from '../texts.ts';

type Gap = NonNullable<NonNullable<Program['tier']>['next']>['missing'][number];

/** Where the member stands, the owner's thanks, and what is missing to the next tier. */
export function TierCard({ program }: { readonly program: Program }) {
  const { tier } = program;
  if (tier === null) return null;
  const { name, thankYou, invitedTo, willDrop, next } = tier;
  if (name === null && invitedTo === null && next === null) return null;
  return (
    <Card title={t('home.tier')} action={name === null ? null : <span class="chip strong">{say(name)}</span>}>
      {thankYou === null ? null : <p class="thanks">{say(thankYou)}</p>}
      {invitedTo === null ? null : (
        <a class="card notice" href={`#/terms/${program.id}`}>
          <b>{t('home.invited', { name: say(invitedTo.name) })}</b> {t('home.seeTerms')}
        </a>
      )}
      {willDrop === null ? null : (
        <div class="warn">
          <p>{t('home.lose', { date: day(willDrop.at) })}</p>
          <Gaps gaps={willDrop.reasons} />
        </div>
      )}
      {next === null ? null : (
        <>
          <h3>{t('home.nextTier', { name: say(next.name) })}</h3>
          <Gaps gaps={next.missing} />
        </>
      )}
    </Card>
  );
}

function Gaps({ gaps }: { readonly gaps: readonly Gap[] }) {
  return (
    <ul class="gaps">
      {gaps.map((gap) => (
        <li key={gap.metric + gap.text.en}>
          <span>{say(gap.text)}</span>
          <progress aria-label={say(gap.text)} max={1} value={share(gap)} />
        </li>
      ))}
    </ul>
  );
}

/** How much of it is there, from 0 to 1: for the eye only. */
function share({ have, need }: Gap): number {
  const size = (value: Gap['have']): number => (typeof value === 'number' ? value : Number(value.amountMinor));
  return size(need) === 0 ? 0 : Math.min(1, Math.max(0, size(have) / size(need)));
}
