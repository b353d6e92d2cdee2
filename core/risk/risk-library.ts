import type { HazardOwner } from '../job/site-records.ts'
import type { OperationId } from '../ids.ts'
import type { EpochMs } from '../time/epoch.ts'

/** Kinds of equipment that work is done in, on or beside. A place says which it is; where it does not, only rows for any kind fit. */
export const equipmentKinds = [
  'reactor',
  'tank',
  'tower',
  'exchanger',
  'boiler',
  'pipe',
  'pump',
  'structure',
  'electrical',
  'ground',
  'road',
] as const
export type EquipmentKind = (typeof equipmentKinds)[number]

/** What a row is about; null stands for any. An area is the unit that owns the place. */
export type RiskKey = {
  readonly operation: OperationId | null
  readonly equipment: EquipmentKind | null
  readonly area: string | null
}

/** One row of the plant's library (风险库): what may go wrong in a step of such work, what against it, and whose it is. */
export type RiskEntry = {
  readonly id: string
  readonly version: number
  readonly key: RiskKey
  readonly step: string
  readonly hazard: string
  readonly consequence: string
  readonly measures: string
  readonly owner: HazardOwner
}

/** A row as it stood from then on. A withdrawn one is proposed no more and stays in the history. */
export type RiskEntryVersion = RiskEntry & {
  readonly isWithdrawn: boolean
  readonly changedBy: string
  readonly changedAt: EpochMs
}

export type RiskSubject = {
  readonly operation: OperationId
  readonly equipment: EquipmentKind | undefined
  readonly area: string | undefined
}

/**
 * What the library has to say about work of this kind, on this equipment, in this area: the most specific rows first, and among equals the
 * order in which the library keeps them. A key that nobody knows fits "any" alone: a guess would propose the wrong measures.
 */
export const proposeRisks = (library: readonly RiskEntry[], subject: RiskSubject): readonly RiskEntry[] =>
  library
    .filter(
      ({ key }) =>
        fits(key.operation, subject.operation) &&
        fits(key.equipment, subject.equipment) &&
        fits(key.area, subject.area),
    )
    .toSorted((a, b) => specificity(b.key) - specificity(a.key))

const fits = (wanted: string | null, is: string | undefined): boolean => wanted === null || wanted === is

/** The more parts are named, the more specific; the kind of work says more than the equipment, and that more than the area. */
const specificity = ({ operation, equipment, area }: RiskKey): number => {
  const named = [operation, equipment, area].filter((part) => part !== null).length
  return named * 8 + (operation === null ? 0 : 4) + (equipment === null ? 0 : 2) + (area === null ? 0 : 1)
}
