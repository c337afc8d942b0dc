/** Addresses of the console that are printed or sent: what comes after `#` never reaches a server's log. */
export function consoleSetupLink(publicUrl: string, token: string): string {
  return `${publicUrl}/console/#/setup/${token}`;
}

export function consoleInviteLink(publicUrl: string, token: string): string {
  return `${publicUrl}/console/#/invite/${token}`;
}
