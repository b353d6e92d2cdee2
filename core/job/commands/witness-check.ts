import type { EvidenceId, OperationId } from '../../ids.ts'
import type { Position } from '../../place/position.ts'
import type { Issued } from '../commands.ts'

/** Somebody went there, saw that it is so, and took a picture of it. */
export type WitnessCheck = Issued & {
  readonly type: 'WitnessCheck'
  readonly operation: OperationId
  readonly check: string
  readonly picture: EvidenceId
  readonly position: Position
}
