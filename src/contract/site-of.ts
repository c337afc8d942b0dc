/** Of an address only what tells whose it is: `https://files.tea.example/…`. What follows may be a secret. */
export function siteOf(address: string): string {
  return URL.canParse(address) ? `${new URL(address).origin}/…` : '…';
}
