/**
 * The program cannot start for a reason its operator can mend: a bad setting, a taken port, an unwritable directory.
 * The message is one clear sentence; the edge prints it alone, without a stack, and exits with code 1.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
