/** A name for one act, drawn where no secure context is needed either: a console in a shop's own network may be on http. */
export function drawName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
