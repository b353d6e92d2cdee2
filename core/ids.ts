/** Identities are opaque texts; the brand keeps a person from standing where a place is meant. */
type Id<Of extends string> = string & { readonly of: Of }

export type PlantId = Id<'plant'>
export type PersonId = Id<'person'>
export type EmployerId = Id<'employer'>
export type JobId = Id<'job'>
export type PermitId = Id<'permit'>
export type PlaceId = Id<'place'>
export type EquipmentId = Id<'equipment'>
export type EvidenceId = Id<'evidence'>
/** Where energy is cut off is a valve, a breaker, a blind: equipment with a number on its tag. */
export type PointId = EquipmentId
/** A source is a piece of equipment that speaks to us by itself. */
export type SourceId = EquipmentId
export type ContingencyId = Id<'contingency'>

/** Words of the rulebook: data, so plain texts with a name. */
export type OperationId = Id<'operation'>
export type LevelId = Id<'level'>
export type DutyId = Id<'duty'>
export type MeasureId = Id<'measure'>
export type StepId = Id<'approval-step'>
export type GasId = Id<'gas'>
export type CategoryId = Id<'credential-category'>
export type PositionId = Id<'position'>

/** Names a text as an identity; used where text enters (parsers, tests, generators), nowhere else. */
export const id = <I extends string>(text: string): I => text as I
