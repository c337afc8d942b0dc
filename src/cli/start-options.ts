import { parseArgs } from 'node:util';
import { StartRefused } from '../start-refused.ts';
import { messageOf } from '../system-error.ts';

export interface StartOptions {
  readonly wantsJson: boolean;
  readonly wantsHelp: boolean;
  /** Fill an empty business with a story to look at. */
  readonly wantsDemo: boolean;
}

/** The options of `npm start --`. Throws `StartRefused` on one that does not exist. */
export function readStartOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, demo: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      strict: true,
    });
    return { wantsJson: values.json === true, wantsHelp: values.help === true, wantsDemo: values.demo === true };
  } catch (error) {
    throw new StartRefused(`${messageOf(error)}. Known are --json, --demo and --help.`);
  }
}
