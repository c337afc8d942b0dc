import type pg from 'pg';
import type { RequestHandler } from './door.ts';

/** Stands in until `src/http/server.ts` is there: the two health addresses alone. */
export function healthHandler(pool: pg.Pool): RequestHandler {
  return (request, response) => {
    const answer = (status: number, text: string): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status: text }));
    };
    if (request.url === '/health/live') answer(200, 'live');
    else if (request.url === '/health/ready') {
      pool.query('select 1').then(
        () => answer(200, 'ready'),
        () => answer(503, 'database unavailable'),
      );
    } else answer(404, 'not found');
  };
}
