import { useState } from 'react';
import { ApiError, ask } from './api.ts';
import { drawName } from './draw-name.ts';

/**
 * Sends a form under one Idempotency-Key until it is through: pressed twice, or again after an answer that got lost, it acts once. The next
 * form has a key of its own.
 */
export function useFormKey(): FormKey {
  return useState(() => new FormKey())[0];
}

export class FormKey {
  #key: string = drawName();

  async ask<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> {
    const answer = await ask<T>(method, path, body, this.#key).catch((error: unknown) => {
      // The form was changed after it had gone through unseen: the person is told, and the next press is another act.
      if (error instanceof ApiError && error.problem.code === 'idempotency_conflict') this.#key = drawName();
      throw error;
    });
    this.#key = drawName();
    return answer;
  }
}
