import { ask, type Home } from '../api.ts';
import { Card, copy, Icon, Plain, useSend } from '../parts.tsx';
import { day, say, t } from '../texts.ts';

type Coupon = Home['coupons'][number];

/** How what was earned is used: the words of the programme, then coupons, choices and accesses at hand. */
export function SpendCard({ home, onChange }: { readonly home: Home; readonly onChange: () => void }) {
  const { coupons, choices, accesses, programs, shop } = home;
  const [isSending, send] = useSend();
  const act = (path: string, body: unknown) => () => void send(() => ask('POST', path, body)).then((done) => done && onChange());
  const usable = coupons.filter(({ status }) => status === 'issued' || status === 'reserved');
  const gone = coupons.filter((coupon) => !usable.includes(coupon));
  // Several programmes may be spent in the same way.
  const sentences = [...new Map(programs.flatMap(({ spend }) => spend.map((text) => [text.en, text]))).values()];
  const toOpen = programs.flatMap(({ id, perks }) => perks.map((perk) => ({ ...perk, programId: id })));
  return (
    <Card id="spend" title={t('home.spend')}>
      {sentences.length === 0 && <p>{t('home.spendLater')}</p>}
      {sentences.map((sentence) => (
        <p key={sentence.en}>{say(sentence)}</p>
      ))}
      {choices.map(({ rewardId, until, options }) => (
        <div class="choice" key={rewardId}>
          <h3>{t('home.choose')}</h3>
          {until === null ? null : <p class="dim">{t('home.chooseUntil', { date: day(until, shop.timeZone) })}</p>}
          <ul class="rows">
            {options.map(({ perk, name, isDefault }) => (
              <li key={perk}>
                <b>{say(name)}</b>
                <Plain disabled={isSending} onClick={act(`rewards/${rewardId}/choose`, { perk })}>
                  {t('home.chooseThis')}
                </Plain>
                {isDefault && <span class="dim">{t('home.chooseDefault')}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {usable.length === 0 ? null : <h3>{t('home.coupons')}</h3>}
      {usable.map((coupon) => (
        <CouponTicket key={coupon.code} coupon={coupon} timeZone={shop.timeZone} />
      ))}
      {accesses.length + toOpen.length === 0 ? null : <h3>{t('home.accesses')}</h3>}
      <ul class="rows">
        {toOpen.map(({ programId, perk, name }) => (
          <li key={programId + perk}>
            <b>{say(name)}</b>
            <Plain disabled={isSending} onClick={act('perks', { programId, perk })}>
              {t('home.open')}
            </Plain>
          </li>
        ))}
        {accesses.map(({ id, name, status, link, code, validUntil }) => (
          <li key={id} class={status === 'active' ? '' : 'gone'}>
            <b>{say(name)}</b>
            <span class="dim">
              {code} {validUntil === null ? '' : t('home.accessUntil', { date: day(validUntil, shop.timeZone) })}
            </span>
            {link !== null && status === 'active' && (
              <a class="button plain" href={link} target="_blank" rel="noopener noreferrer">
                {t('home.opened')}
              </a>
            )}
          </li>
        ))}
      </ul>
      {gone.length === 0 ? null : (
        <details>
          <summary>{t('home.usedCoupons')}</summary>
          <ul class="rows">
            {gone.map(({ code, text, name }) => (
              <li key={code} class="gone">
                <b>{say(name)}</b>
                <span class="dim">
                  {code} · {say(text)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function CouponTicket({ coupon, timeZone }: { readonly coupon: Coupon; readonly timeZone: string }) {
  const { code, name, text, status, validUntil, terms, shopUrl } = coupon;
  const until = validUntil === null ? t('home.couponForever') : t('home.couponUntil', { date: day(validUntil, timeZone) });
  return (
    <div class="ticket">
      <b>{say(name)}</b>
      <p class="dim">{[until, ...(status === 'issued' ? [] : [say(text)]), ...terms.map(say)].join(' · ')}</p>
      <button type="button" class="code" onClick={() => void copy(code, t('app.copied'))}>
        {code}
        <Icon name="copy" />
      </button>
      {shopUrl === null ? null : (
        <a class="button" href={shopUrl} target="_blank" rel="noopener noreferrer">
          {t('home.useInShop')}
        </a>
      )}
    </div>
  );
}
