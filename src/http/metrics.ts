import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The numbers of one server. Labels are path templates and codes: never a customer, a code or an address. */
export class ServerMetrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #problems: Counter<'code'>;

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'sarafan_' });
    this.#requests = new Histogram({
      name: 'sarafan_http_request_seconds',
      help: 'Time from request to answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [this.registry],
    });
    this.#problems = new Counter({
      name: 'sarafan_http_problems_total',
      help: 'Answers that were problems, by code.',
      labelNames: ['code'],
      registers: [this.registry],
    });
  }

  countRequest(request: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void {
    this.#requests.labels(request.method, request.route, String(request.status)).observe(request.seconds);
  }

  countProblem(code: string): void {
    this.#problems.labels(code).inc();
  }
}
