import { kill, pid } from 'node:process';

/**
 * Named places where a test can kill the process as a power cut would: `FAULT_POINT=name` kills at the first pass,
 * `FAULT_POINT=name:3` at the third. Unset, a place costs one comparison.
 */
let armed: { readonly name: string; passesLeft: number } | undefined;

export function armFaultPoint(setting: string | undefined): void {
  if (setting === undefined) return;
  const [name = '', passes = '1'] = setting.split(':');
  armed = { name, passesLeft: Number(passes) };
}

/** Kills this process with SIGKILL when the place is the armed one and its turn has come. */
export function faultPoint(name: string): void {
  if (armed === undefined || armed.name !== name) return;
  armed.passesLeft -= 1;
  if (armed.passesLeft <= 0) kill(pid, 'SIGKILL');
}
