import { useState } from 'react';
import { ApiError, ask } from './api.ts';
import { drawName } from './draw-name.ts';

/** Nobody has read an answer sooner: a press by then is the second half of a double one. */
const SEEN_AFTER_MS = 500;

/**
 * Sends a form under one Idempotency-Key until it is through: pressed again after an answer that got lost, it acts once. Pressed twice
 * before anybody can have seen the answer, it is not even sent again: the first answer alone holds a secret that is shown once, and both
 * presses get it. The next form has a key of its own.
 */
export function useFormKey(): FormKey {
  return useState(() => new FormKey())[0];
}

export class FormKey {
  #key: string = drawName();
  #unseen: { readonly asked: string; readonly answer: Promise<unknown> } | null = null;

  ask<T>(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
    const asked = JSON.stringify([method, path, body]);
    // The same question has the same answer.
    if (this.#unseen?.asked === asked) return this.#unseen.answer as Promise<T>;
    const answer = this.#send<T>(method, path, body);
    const unseen = { asked, answer };
    this.#unseen = unseen;
    const forget = () => {
      if (this.#unseen === unseen) this.#unseen = null;
    };
    answer.then(() => setTimeout(forget, SEEN_AFTER_MS), forget);
    return answer;
  }

  async #send<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> {
    const answer = await ask<T>(method, path, body, this.#key).catch((error: unknown) => {
      // The form was changed after it had gone through unseen: the person is told, and the next press is another act.
      if (error instanceof ApiError && error.problem.code === 'idempotency_conflict') this.#key = drawName();
      throw error;
    });
    this.#key = drawName();
    return answer;
  }
}
