import type { WitnessCheck } from '../commands/witness-check.ts'

export type CheckWitnessed = Omit<WitnessCheck, 'type'> & { readonly type: 'CheckWitnessed' }
