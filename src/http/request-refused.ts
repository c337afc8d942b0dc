import type { Problem } from '../contract/problems.ts';

/** Carries a problem from a hook or parser to the one place that answers problems. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
