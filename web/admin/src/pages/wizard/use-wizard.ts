import { useNavigate, useSearch } from '@tanstack/react-router';
import { createContext, useContext } from 'react';

export const STEPS = ['shop', 'goal', 'template', 'numbers', 'sizes', 'advice', 'texts', 'publish'] as const;
export type Step = (typeof STEPS)[number] | 'done';

export const GOALS = ['firstSales', 'loyalty', 'wordOfMouth', 'signUps', 'recurringRevenue'] as const;
export type Goal = (typeof GOALS)[number];

/** Where the owner is: all of it stands in the address, what was made stands on the server; a reload loses nothing. */
export interface WizardPlace {
  readonly step: Step;
  readonly goal: Goal;
  readonly currency?: string;
  readonly template?: string;
  /** A usual order in minor units, as typed. */
  readonly order?: string;
  /** Days between two orders, as typed. */
  readonly days?: string;
  readonly program?: string;
}

export function readWizardPlace(search: Record<string, unknown>): WizardPlace {
  const text = (name: string) => (search[name] === undefined || search[name] === '' ? {} : { [name]: String(search[name]) });
  return {
    step: [...STEPS, 'done' as const].find((step) => step === search['step']) ?? 'shop',
    goal: GOALS.find((goal) => goal === search['goal']) ?? 'firstSales',
    ...text('currency'),
    ...text('template'),
    ...text('order'),
    ...text('days'),
    ...text('program'),
  };
}

interface Run {
  readonly program: string | undefined;
  readonly onDraft: (program: string | undefined) => void;
}

/** The draft made in this run: who goes back by the browser comes to an address from before it was, and works on it all the same. */
const RunContext = createContext<Run>({ program: undefined, onDraft: () => undefined });
export const RunProvider = RunContext.Provider;

export function useWizard() {
  const asked = useSearch({ from: '/frame/start' });
  const run = useContext(RunContext);
  const place: WizardPlace = asked.program === undefined && run.program !== undefined ? { ...asked, program: run.program } : asked;
  const navigate = useNavigate();
  const go = (step: Step, change: Partial<WizardPlace> = {}) => {
    window.scrollTo({ top: 0 });
    if (change.program !== undefined || step === 'done') run.onDraft(step === 'done' ? undefined : change.program);
    return navigate({ to: '/start', search: { ...place, ...change, step } });
  };
  return { place, go };
}
