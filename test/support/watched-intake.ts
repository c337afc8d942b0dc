/** The road of a test, whose errors end the test that waits for an answer. */
import { createIntake, type RunningIntake } from '../../src/intake/create-intake.ts';
import { atFileEnd } from './file-end.ts';

/**
 * Throws what went wrong to whoever submitted, and what nobody waited for when the file ends. Not where it happens: thrown inside the road's
 * own handler an error is lost, and whoever waits for an answer waits for ever.
 */
export function watchedIntake(deps: Omit<Parameters<typeof createIntake>[0], 'onError'>): RunningIntake {
  const errors: unknown[] = [];
  const tell = (): void => {
    const [error] = errors.splice(0);
    if (error !== undefined) throw error;
  };
  atFileEnd(tell);
  const intake = createIntake({ ...deps, onError: (error) => void errors.push(error) });
  return {
    ...intake,
    submit: async (submissions) => {
      const results = await intake.submit(submissions);
      tell();
      return results;
    },
  };
}
