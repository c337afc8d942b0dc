import type { FastifyInstance } from 'fastify';
import { invalidJson, problem } from '../contract/problems.ts';
import { RequestRefused } from './request-refused.ts';
import { parseStrictJson } from './strict-json.ts';

const CONTENT_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Takes JSON bodies only, uncompressed and in UTF-8, and reads them strictly. */
export function takeJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'];
    if (!CONTENT_TYPE.test(request.headers['content-type'] ?? '') || (encoding !== undefined && encoding !== 'identity')) {
      done(new RequestRefused(problem('unsupported_media_type')));
      return;
    }
    // A client that always sends the header may send it with an empty body, e.g. on an act without parameters.
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    const parsed = parseStrictJson(body);
    if (parsed.ok) done(null, parsed.value);
    else done(new RequestRefused(invalidJson(parsed.error)));
  });
}
