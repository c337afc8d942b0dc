import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** By then what the dialog changed is drawn. */
const GONE_AFTER_MS = 20;

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: 'md' | 'lg';
  readonly children: ReactNode;
}

/**
 * A question in front of the page: it keeps the keyboard inside, and gives it back to where it was asked from. Drawn only while it is asked;
 * the library gives the focus back only where a dialog stays drawn.
 */
export function Dialog({ title, onClose, size = 'md', children }: DialogProps) {
  const { t } = useTranslation();
  const [askedFrom] = useState(() => document.activeElement);
  useEffect(() => () => giveBack(askedFrom), [askedFrom]);
  return (
    <Modal opened onClose={onClose} size={size} title={title} returnFocus={false} closeButtonProps={{ 'aria-label': t('app.cancel') }}>
      {children}
    </Modal>
  );
}

/** To the page itself where what was pressed went with its row, or may not be pressed again. */
function giveBack(askedFrom: Element | null): void {
  setTimeout(() => {
    if (isOn(document.activeElement)) return;
    if (askedFrom instanceof HTMLElement && askedFrom.isConnected) askedFrom.focus({ preventScroll: true });
    if (!isOn(document.activeElement)) document.getElementById('content')?.focus({ preventScroll: true });
  }, GONE_AFTER_MS);
}

function isOn(place: Element | null): boolean {
  return place !== null && place !== document.body;
}
