/** Plays the same actions to the model and to a road, and compares all there is to say after each. */
import { expect } from 'vitest';
import { ShopModel } from './model/shop-model.ts';
import { type ShopAction, type StepAction, stepOf } from './shop-action.ts';
import { CUSTOMERS, PROGRAMS_FROM, type ShopPlan, START } from './shop-plan.ts';
import type { Observation, Road, Step } from './step.ts';

const HOUR_MS = 3_600_000;
const TICK_MS = 1_000;

export interface Play {
  readonly plan: ShopPlan;
  readonly actions: readonly ShopAction[];
}

export interface Onlookers {
  readonly set: (now: Date) => void;
  /** Sees the shop as it is after each step. */
  readonly watch?: (model: ShopModel) => void;
}

export async function play({ plan, actions }: Play, road: Road, clock: Onlookers): Promise<void> {
  const game = new Game(plan, road, clock);
  await game.begin();
  for (const [index, action] of actions.entries()) await game.take(action, index);
}

class Game {
  readonly #plan: ShopPlan;
  readonly #road: Road;
  readonly #model: ShopModel;
  readonly #clock: Onlookers;
  readonly #sent: Step[] = [];
  #now = START;
  #awaited: readonly { readonly program: number; readonly from: Date }[] = [];
  readonly #begun = new Set<string>();

  constructor(plan: ShopPlan, road: Road, clock: Onlookers) {
    this.#plan = plan;
    this.#road = road;
    this.#clock = clock;
    this.#model = new ShopModel(plan);
  }

  async begin(): Promise<void> {
    const none = { at: START, sentAt: START, customer: null, code: null, lead: null };
    const steps = this.#plan.programs.map(
      (_versions, program): Step => ({
        ...none,
        eventId: `first-${program}`,
        body: { type: 'publish', program, version: 0, effectiveFrom: PROGRAMS_FROM },
      }),
    );
    await this.#send(steps, 'publishing');
    const joining = this.#plan.programs.flatMap((_versions, program) =>
      this.#plan.members.map(
        (customer): Step => ({ ...none, eventId: `join-${program}-${customer}`, customer, body: { type: 'join', program } }),
      ),
    );
    await this.#send(joining, 'joining');
  }

  async take(action: ShopAction, index: number): Promise<void> {
    const told = `after action ${index}: ${JSON.stringify(action, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))}`;
    switch (action.do) {
      case 'wait':
        this.#moveTo(new Date(this.#now.getTime() + action.hours * HOUR_MS));
        if (!action.isWorkDone) return;
        await this.#beginVersions(told, index);
        this.#model.runDueWork(this.#now, this.#road.checks());
        await this.#road.runDueWork(this.#now);
        return this.#compare(told);
      case 'restart':
        return this.#road.restart();
      case 'again': {
        const step = this.#sent[action.back % Math.max(1, this.#sent.length)];
        return step === undefined ? undefined : this.#send([step], told);
      }
      case 'together':
        return this.#send(this.#stepsOf(action.actions, index), told);
      default:
        return this.#send(this.#stepsOf([action], index), told);
    }
  }

  /** A version that is in force from now on is told to everybody. */
  async #beginVersions(told: string, index: number): Promise<void> {
    const due = this.#awaited.filter(({ from }) => from <= this.#now);
    if (due.length === 0) return;
    this.#awaited = this.#awaited.filter(({ from }) => from > this.#now);
    await this.#send(
      due.map(({ program }, number): Step => this.#evaluation(program, `begun-${index}-${number}`)),
      `${told}, versions begin`,
    );
  }

  #evaluation(program: number, eventId: string): Step {
    const body = { type: 'evaluate' as const, program, customers: [...CUSTOMERS.keys()] };
    return { eventId, at: this.#now, sentAt: this.#now, customer: null, code: null, lead: null, body };
  }

  /** All are stored at once, however long before they were done. */
  #stepsOf(actions: readonly StepAction[], index: number): Step[] {
    const steps = actions.flatMap((action, number) => {
      this.#moveTo(new Date(this.#now.getTime() + TICK_MS));
      return stepOf(action, { plan: this.#plan, model: this.#model, at: this.#now, eventId: `e-${index}-${number}` }) ?? [];
    });
    return steps.map((step) => ({ ...step, sentAt: this.#now }));
  }

  #moveTo(now: Date): void {
    this.#now = now;
    this.#clock.set(now);
  }

  async #send(steps: readonly Step[], told: string): Promise<void> {
    if (steps.length === 0) return;
    const expected = steps.map((step) => this.#model.perform(step));
    const outcomes = await this.#road.send(steps);
    expect(outcomes, told).toEqual(expected);
    const done = steps.filter((_step, index) => expected[index] === 'processed' || expected[index] === 'parked');
    this.#sent.push(...done);
    await this.#compare(told);
    await this.#afterPublishing(done, told);
  }

  async #afterPublishing(done: readonly Step[], told: string): Promise<void> {
    for (const { body, eventId } of done) {
      if (body.type !== 'publish' || this.#begun.has(eventId)) continue;
      this.#begun.add(eventId);
      if (body.effectiveFrom > this.#now) this.#awaited = [...this.#awaited, { program: body.program, from: body.effectiveFrom }];
      else await this.#send([this.#evaluation(body.program, `looked-${eventId}`)], `${told}, a version begins`);
    }
  }

  async #compare(told: string): Promise<void> {
    const [seen, wanted] = [await this.#road.observe(), this.#model.observe()];
    if (!isSame(seen, wanted)) expect(seen, told).toEqual(wanted);
    this.#clock.watch?.(this.#model);
  }
}

/** Almost always so; what differs is told by the test runner, which takes its time. */
function isSame(a: Observation, b: Observation): boolean {
  const things = Object.keys(a);
  return things.length === Object.keys(b).length && things.every((thing) => a[thing] === b[thing]);
}
