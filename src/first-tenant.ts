/** What the first start tells its owner. The keys exist in readable form at that moment only. */
export interface FirstTenant {
  readonly tenantId: string | undefined;
  readonly secretKey?: string;
  readonly publishableKey?: string;
}

/** Stands in until `src/tenants/` is there. */
export async function ensureFirstTenant(): Promise<FirstTenant> {
  return { tenantId: undefined };
}
