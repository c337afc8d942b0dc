import { useState } from 'preact/hooks';
import { ask, type Share } from './api.ts';
import { copy, Icon, type IconName, Plain, Sheet, toast } from './parts.tsx';
import { say, t } from './texts.ts';

type Channel = Share['channels'][number]['channel'];

const WALLS = { vkWall: 'vk', okWall: 'native', telegramChannel: 'telegram' } as const satisfies Partial<Record<Channel, IconName>>;
type Wall = keyof typeof WALLS;

function isWall(channel: Channel): channel is Wall {
  return channel in WALLS;
}

/** Where a channel's own page or app takes a message. Null: this page does it itself. */
function addressOf(channel: Channel, { text, link }: { readonly text: string; readonly link: string }): string | null {
  const [message, url] = [encodeURIComponent(text), encodeURIComponent(link)];
  const whole = encodeURIComponent(`${text}\n${link}`);
  switch (channel) {
    case 'telegram':
    case 'telegramChannel':
      return `https://t.me/share/url?url=${url}&text=${message}`;
    case 'vk':
      return 'https://vk.com/im';
    case 'whatsapp':
      return `https://wa.me/?text=${whole}`;
    case 'max':
      return `https://max.ru/:share?text=${whole}`;
    case 'email':
      return `mailto:?subject=${encodeURIComponent(t('share.subject'))}&body=${whole}`;
    case 'sms':
      return `sms:?&body=${whole}`;
    case 'vkWall':
      return `https://vk.com/share.php?url=${url}&comment=${message}`;
    case 'okWall':
      return `https://connect.ok.ru/offer?url=${url}&title=${message}`;
    default:
      return null;
  }
}

interface Props {
  readonly share: Share;
  /** The link as a QR code, SVG. */
  readonly qr: string;
  readonly onClose: () => void;
}

/** The second of the two taps (2-04). The message is the member's to change; that they are rewarded stays in it. */
export function ShareSheet({ share, qr, onClose }: Props) {
  const [message, setMessage] = useState(say(share.message));
  const [isShowingCode, setShowingCode] = useState(false);
  const text = [message.trim(), ...(share.disclosure === null ? [] : [say(share.disclosure)])].join('\n');
  const channels = share.channels.filter(({ channel }) => channel !== 'native' || 'share' in navigator);
  const use = (channel: Channel, link: string) => {
    // Counting must not stand in the way of sharing.
    ask('POST', 'shares', { channel }).catch(() => undefined);
    if (channel === 'copy') void copy(`${text}\n${link}`, t('app.copied'));
    // No address of VK's takes a message along: it is pasted there.
    if (channel === 'vk') void copy(`${text}\n${link}`, t('share.copied'));
    if (channel === 'qr') setShowingCode(true);
    // Whoever closes the system's sheet has changed their mind: nothing went wrong.
    if (channel === 'native') navigator.share({ text, url: link }).catch(() => toast(''));
  };
  const buttons = (wanted: boolean) =>
    channels
      .filter(({ channel }) => isWall(channel) === wanted)
      .map(({ channel, link }) => (
        <ChannelButton key={channel} channel={channel} href={addressOf(channel, { text, link })} onUse={() => use(channel, link)} />
      ));
  const walls = buttons(true);
  return (
    <Sheet title={t('home.invite')} onClose={onClose}>
      {isShowingCode ? (
        <div class="shown">
          <img class="qr" src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={t('home.qr')} />
          <p>{t('share.show')}</p>
          <Plain onClick={() => setShowingCode(false)}>{t('app.back')}</Plain>
        </div>
      ) : (
        <>
          {walls.length === 0 ? null : <h3>{t('share.private')}</h3>}
          <ul class="channels">{buttons(false)}</ul>
          {walls.length === 0 ? null : (
            <>
              <h3>{t('share.public')}</h3>
              <ul class="channels">{walls}</ul>
            </>
          )}
          <label class="field">
            <span>{t('share.message')}</span>
            <textarea rows={3} maxLength={600} value={message} onInput={(event) => setMessage(event.currentTarget.value)} />
          </label>
          {share.disclosure === null ? null : (
            <p class="fixed">
              <small>{t('share.fixed')}</small>
              {say(share.disclosure)}
            </p>
          )}
        </>
      )}
    </Sheet>
  );
}

function ChannelButton({ channel, href, onUse }: { readonly channel: Channel; readonly href: string | null; readonly onUse: () => void }) {
  const inside = (
    <>
      <i>
        <Icon name={isWall(channel) ? WALLS[channel] : channel} />
      </i>
      {t(`share.${channel}`)}
    </>
  );
  return (
    <li>
      {href === null ? (
        <button type="button" class="channel" onClick={onUse}>
          {inside}
        </button>
      ) : (
        <a class="channel" href={href} target="_blank" rel="noopener noreferrer" onClick={onUse}>
          {inside}
        </a>
      )}
    </li>
  );
}
