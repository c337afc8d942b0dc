import { useQuery } from '@tanstack/react-query';
import { type ApiError, ask } from '../api.ts';
import { locale } from '../i18n.ts';
import type { Json } from './pointer.ts';

export interface LocalizedText {
  readonly ru: string;
  readonly en: string;
}

interface GivenAdvice {
  readonly check: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly where: { readonly path: string };
  readonly reason: LocalizedText;
  readonly answer: string | null;
}

export interface Version {
  readonly id: string;
  readonly number: number;
  readonly status: 'draft' | 'published';
  readonly effectiveFrom: string | null;
  /** Which text this is: sent back with what was made from it. */
  readonly documentHash: string;
  readonly document: {
    readonly name: LocalizedText;
    readonly currency: string;
    readonly enrolment?: { readonly if?: readonly object[] | null };
  };
  readonly advice: readonly GivenAdvice[];
}

export interface Program {
  readonly id: string;
  readonly status: 'draft' | 'live' | 'paused' | 'ended';
  readonly endedAt: string | null;
  readonly versions: readonly Version[];
}

export interface Advice {
  readonly check: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly canOverride: boolean;
  readonly where: { readonly path: string };
  readonly reason: LocalizedText;
  readonly evidence: { readonly text: LocalizedText; readonly source: LocalizedText; readonly year: number | null; readonly trust: string };
  readonly cost: {
    readonly amountMinor: string;
    readonly currency: string;
    readonly per: 'order' | 'month' | 'year';
    readonly how: LocalizedText;
  } | null;
  readonly suggestion: LocalizedText & { readonly patch?: { readonly path: string; readonly value: Json } };
}

export interface Texts {
  readonly offer: LocalizedText;
  readonly friendOffer: LocalizedText;
  readonly rules: readonly { readonly path: string; readonly text: LocalizedText }[];
  readonly terms: Readonly<
    Record<'ru' | 'en', readonly { readonly id: string; readonly title: string; readonly paragraphs: readonly string[] }[]>
  >;
}

export interface Tenant {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: 'ru' | 'en';
  readonly landingUrl: string | null;
  readonly margin: { readonly basisPoints: number } | null;
  readonly publicUrl: string;
}

export function useTenant() {
  return useQuery<Tenant, ApiError>({ queryKey: ['tenant'], queryFn: () => ask<Tenant>('GET', '/v1/tenant') });
}

/** Where a programme is asked for and kept. */
export function programQuery(id: string) {
  return { queryKey: ['program', id], queryFn: () => ask<Program>('GET', `/v1/programs/${id}`) };
}

export function useProgram(id: string | undefined) {
  return useQuery<Program, ApiError>({ ...programQuery(id ?? ''), enabled: id !== undefined });
}

/** All of them, to name them and to choose among them. */
export function usePrograms() {
  return useQuery<{ readonly items: readonly Program[] }, ApiError>({
    queryKey: ['programs', 'all'],
    queryFn: () => ask('GET', '/v1/programs?limit=200'),
  });
}

export function programName(programs: readonly Program[], id: string): string {
  const program = programs.find((each) => each.id === id);
  return (program === undefined ? undefined : newestVersion(program))?.document.name[locale()] ?? '…';
}

/** What a document says in words; asked anew whenever the document is another. */
export function useTexts(document: Json) {
  return useQuery<Texts, ApiError>({
    queryKey: ['texts', document],
    queryFn: () => ask<Texts>('POST', '/v1/programs/texts', { document }),
    placeholderData: (before) => before,
    gcTime: 60_000,
  });
}

/** Clocks of two computers are never quite the same: what was published this minute is in force. */
const CLOCKS_APART_MS = 120_000;

/** Whether a version comes into force later. */
export function isAhead({ effectiveFrom }: Version): boolean {
  return effectiveFrom !== null && new Date(effectiveFrom).getTime() > Date.now() + CLOCKS_APART_MS;
}

/** The version people work on: the newest draft, else the newest of all. */
export function newestVersion(program: Program): Version | undefined {
  return program.versions.findLast(({ status }) => status === 'draft') ?? program.versions.at(-1);
}
