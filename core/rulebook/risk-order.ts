import type { RiskLevel } from './rulebook.ts'

/** Lowest first. */
export const riskOrder: readonly RiskLevel[] = ['L1', 'L2', 'L3', 'L4', 'L5']
