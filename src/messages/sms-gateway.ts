/** Text messages leave through a gateway the installation names: a signed `POST {to, text}`, by the client webhooks go through. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { WebhookClient } from '../webhooks/webhook-client.ts';
import { signatures } from '../webhooks/webhook-secret.ts';

export interface TextMessage {
  /** The same for every attempt, so that a gateway sends once what it is handed twice. */
  readonly id: string;
  /** E.164, as in `+79120000000`. */
  readonly to: string;
  readonly text: string;
}

export interface SmsGateway {
  /**
   * Hands a message over and returns at once: how long it takes tells nobody whose number it is. A refused one is tried twice more; what
   * is under way when the process ends is lost, and who waits for it asks anew.
   */
  readonly send: (message: TextMessage) => void;
  /** Breaks off what is under way. */
  readonly stop: () => Promise<void>;
}

export interface SmsGatewayDeps {
  readonly url: string;
  readonly secret: Buffer;
  readonly client: WebhookClient;
  readonly clock: Clock;
  /** Told the gateway's answer, never the number or the text. */
  readonly onTrouble: (message: string) => void;
  readonly waitsMs?: readonly number[];
}

const WAITS_MS = [1_000, 5_000];

export function startSmsGateway(deps: SmsGatewayDeps): SmsGateway {
  const stopped = new AbortController();
  const underWay = new Set<Promise<void>>();
  return {
    send: (message) => {
      const sending = deliver(deps, message, stopped.signal).finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    stop: async () => {
      stopped.abort();
      await Promise.all(underWay);
    },
  };
}

async function deliver(deps: SmsGatewayDeps, message: TextMessage, stop: AbortSignal): Promise<void> {
  const { waitsMs = WAITS_MS, onTrouble } = deps;
  for (let step = 0; ; step += 1) {
    const trouble = await attempt(deps, message, stop);
    if (trouble === null || stop.aborted) return;
    onTrouble(`the text message gateway refused a message: ${trouble}`);
    const pauseMs = waitsMs[step];
    if (pauseMs === undefined) return;
    const isOver = await wait(pauseMs, false, { signal: stop }).catch(() => true);
    if (isOver) return;
  }
}

/** Null when the gateway took it. */
async function attempt(
  { url, secret, client, clock }: SmsGatewayDeps,
  { id, to, text }: TextMessage,
  stop: AbortSignal,
): Promise<string | null> {
  const at = clock.now();
  const body = JSON.stringify({ to, text });
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Sarafan-Sms/1',
    'webhook-id': id,
    'webhook-timestamp': Math.floor(at.getTime() / 1_000).toString(),
    'webhook-signature': signatures({ id, at, body }, [secret]),
  };
  const answer = await client.post({ url, headers, body }, stop);
  if (answer.kind === 'failed') return answer.error;
  return answer.status >= 200 && answer.status < 300 ? null : `status-${answer.status}`;
}
