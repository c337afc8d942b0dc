import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Program, type Tenant, useProgram, useTenant } from '../../document/program-api.ts';
import { Answer } from '../../parts/answer.tsx';
import { AdviceStep } from './step-advice.tsx';
import { DoneStep } from './step-done.tsx';
import { GoalStep } from './step-goal.tsx';
import { NumbersStep } from './step-numbers.tsx';
import { PublishStep } from './step-publish.tsx';
import { ShopStep } from './step-shop.tsx';
import { SizesStep } from './step-sizes.tsx';
import { TemplateStep } from './step-template.tsx';
import { TextsStep } from './step-texts.tsx';
import { RunProvider, type Step, useWizard } from './use-wizard.ts';

/** From an empty installation to a programme that runs: one question on a screen, everything answered beforehand. */
export function WizardPage() {
  const tenant = useTenant();
  const [program, onDraft] = useState<string | undefined>();
  return (
    <RunProvider value={{ program, onDraft }}>
      <Answer query={tenant}>{(found) => <Steps tenant={found} />}</Answer>
    </RunProvider>
  );
}

function Steps({ tenant }: { readonly tenant: Tenant }) {
  const { place } = useWizard();
  switch (place.step) {
    case 'shop':
      return <ShopStep tenant={tenant} />;
    case 'goal':
      return <GoalStep />;
    case 'template':
      return <TemplateStep tenant={tenant} />;
    case 'numbers':
      return <NumbersStep tenant={tenant} />;
    case 'sizes':
    case 'advice':
    case 'texts':
    case 'publish':
    case 'done':
      return <StepOfDraft step={place.step} tenant={tenant} id={place.program} />;
  }
}

interface DraftProps {
  readonly step: Extract<Step, 'sizes' | 'advice' | 'texts' | 'publish' | 'done'>;
  readonly tenant: Tenant;
  readonly id: string | undefined;
}

function StepOfDraft({ step, tenant, id }: DraftProps) {
  const { place } = useWizard();
  const program = useProgram(id);
  if (id === undefined) return <Navigate to="/start" search={{ ...place, step: 'numbers' }} replace />;
  return <Answer query={program}>{(found) => <DraftStep step={step} tenant={tenant} program={found} />}</Answer>;
}

function DraftStep({ step, tenant, program }: { readonly step: DraftProps['step']; readonly tenant: Tenant; readonly program: Program }) {
  const { place } = useWizard();
  const [version] = program.versions;
  if (version === undefined) return <Navigate to="/programs" />;
  if (step !== 'done' && version.status === 'published') return <Navigate to="/start" search={{ ...place, step: 'done' }} replace />;
  switch (step) {
    case 'sizes':
      return <SizesStep program={program} version={version} tenant={tenant} />;
    case 'advice':
      return <AdviceStep program={program} version={version} />;
    case 'texts':
      return <TextsStep program={program} version={version} />;
    case 'publish':
      return <PublishStep program={program} version={version} />;
    case 'done':
      return <DoneStep program={program} />;
  }
}
