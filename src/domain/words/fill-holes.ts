/** A sentence with its `{name}`s filled in; one that nobody fills stays, so that it is seen. */
export function fillHoles(text: string, said: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => said[name] ?? hole);
}
