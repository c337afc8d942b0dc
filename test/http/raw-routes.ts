/** What a route beside the API's own table asks of whoever calls it. */
export type Need =
  /** Tells everybody the same. */
  | 'nothing'
  /** This machine, or a key that may read. */
  | 'readKey'
  /** The token of the form on our own page. */
  | 'formToken'
  /** The signature or the secret of the connection. */
  | 'hookSecret'
  /** The signed address under a message of ours. */
  | 'mailToken';

/**
 * Every route that is in no table of endpoints, by hand; a new one without a row fails raw-routes.test.ts. The same under `/t/{slug}` is the same
 * route, as is its HEAD.
 */
export const RAW: Readonly<Record<string, Need>> = {
  'GET /health/live': 'nothing',
  'GET /health/ready': 'nothing',
  'GET /metrics': 'readKey',
  'GET /r/{code}': 'nothing',
  'GET /p/{code}': 'nothing',
  'POST /p/{code}/claim': 'formToken',
  'GET /p/{code}/kept': 'nothing',
  'GET /p/{code}/qr.svg': 'nothing',
  'GET /p/{code}/qr.png': 'nothing',
  'GET /p/{code}/preview.png': 'nothing',
  'GET /p/{code}/materials': 'nothing',
  'GET /p/{code}/card': 'nothing',
  'GET /programs/{program}': 'nothing',
  'GET /programs/{program}/preview.png': 'nothing',
  'GET /brand/{slug}/{hash}': 'nothing',
  'POST /hooks/{address}': 'hookSecret',
  'GET /mail/unsubscribe': 'mailToken',
  'POST /mail/unsubscribe': 'mailToken',
  'GET /console': 'nothing',
  'GET /console/': 'nothing',
  'GET /console/*': 'nothing',
  'GET /cabinet': 'nothing',
  'GET /cabinet/': 'nothing',
  'GET /cabinet/*': 'nothing',
  'GET /embed/cabinet': 'nothing',
  'GET /embed/offer': 'nothing',
  'GET /widget.js': 'nothing',
  'GET /widget/*': 'nothing',
  'GET /openapi.json': 'nothing',
  'GET /docs': 'nothing',
  'GET /docs/problems': 'nothing',
  'GET /docs/json': 'nothing',
  'GET /docs/yaml': 'nothing',
  'GET /docs/static/*': 'nothing',
  'GET /docs/static/index.html': 'nothing',
  'GET /docs/static/swagger-initializer.js': 'nothing',
  // Asked by browsers before a publishable key is sent from a shop's page.
  'OPTIONS /v1/claims': 'nothing',
  'OPTIONS /v1/offers/{code}': 'nothing',
};
