import type { Route } from '../contract/route.ts';
import { eventRoutes } from '../events/events.routes.ts';
import { programRoutes } from '../programs/programs.routes.ts';
import type { ServerDeps } from '../server-deps.ts';

/** Every endpoint of the API, in the order of the document. The document, the fuzzer and the security tests walk this list. */
export function allRoutes(deps: ServerDeps): readonly Route[] {
  return [...eventRoutes(deps), ...programRoutes(deps)];
}
