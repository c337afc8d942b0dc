/** Marks the fields `showBadNumber` looks for. */
export const NUMBER_FIELD = { 'data-number': '' } as const;

/** Whether a number on the page is marked wrong: the first such field gets the keyboard, and nothing may be kept meanwhile. */
export function showBadNumber(): boolean {
  const bad = document.querySelector<HTMLInputElement>('input[data-number]:invalid');
  bad?.focus();
  return bad !== null;
}
