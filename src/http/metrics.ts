import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The numbers of one server. Labels are path templates and codes: never a customer, a code or an address. */
export class ServerMetrics {
  readonly #own = new Registry();
  #parts = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #problems: Counter<'code'>;

  constructor() {
    collectDefaultMetrics({ register: this.#own, prefix: 'sarafan_' });
    this.#requests = new Histogram({
      name: 'sarafan_http_request_seconds',
      help: 'Time from request to answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [this.#own],
    });
    this.#problems = new Counter({
      name: 'sarafan_http_problems_total',
      help: 'Answers that were problems, by code.',
      labelNames: ['code'],
      registers: [this.#own],
    });
  }

  /** For the parts of a server that begins to serve; what those of one before have counted, which a restore ended, is told no more. */
  openForParts(): Registry {
    this.#parts = new Registry();
    return this.#parts;
  }

  get contentType(): string {
    return this.#own.contentType;
  }

  /** Everything, in the text format of Prometheus. */
  tell(): Promise<string> {
    return Registry.merge([this.#own, this.#parts]).metrics();
  }

  countRequest(request: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void {
    this.#requests.labels(request.method, request.route, String(request.status)).observe(request.seconds);
  }

  countProblem(code: string): void {
    this.#problems.labels(code).inc();
  }
}
