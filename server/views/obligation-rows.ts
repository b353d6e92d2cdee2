import type { OperationId, PermitId, PersonId, StepId } from '#core/ids.ts'
import type { Obligation, ObligationKind } from '#core/job/obligations.ts'
import type { HoldPointKind } from '#core/rulebook/hold-point.ts'
import type { EpochMs } from '#core/time/epoch.ts'

/** A duty as the table keeps it. */
export type ObligationRow = {
  key: string
  kind: ObligationKind
  hold_point: HoldPointKind | null
  operation: OperationId | null
  permit: PermitId | null
  step: StepId | null
  note: string | null
  about_person: PersonId | null
  escalate_authority: string | null
  escalate_of: 'place-unit' | 'plant' | null
  assignee_person: PersonId | null
  assignee_authority: string | null
  assignee_of: 'place-unit' | 'plant' | null
  opens_at: EpochMs
  due_at: EpochMs
  late_at: EpochMs
  met_at: EpochMs | null
  met_by: PersonId | null
  lapsed_at: EpochMs | null
}

export const toObligationRow = (duty: Obligation): ObligationRow => ({
  key: duty.key,
  kind: duty.kind,
  hold_point: duty.holdPoint ?? null,
  operation: duty.operation ?? null,
  permit: duty.permit ?? null,
  step: duty.step ?? null,
  note: duty.note ?? null,
  about_person: duty.about ?? null,
  escalate_authority: duty.escalateTo?.authority ?? null,
  escalate_of: duty.escalateTo?.of ?? null,
  assignee_person: 'person' in duty.assignee ? duty.assignee.person : null,
  assignee_authority: 'authority' in duty.assignee ? duty.assignee.authority : null,
  assignee_of: 'authority' in duty.assignee ? duty.assignee.of : null,
  opens_at: duty.opensAt,
  due_at: duty.dueAt,
  late_at: duty.lateAt,
  met_at: duty.met?.at ?? null,
  met_by: duty.met?.by ?? null,
  lapsed_at: duty.lapsedAt,
})

export const fromObligationRow = (row: ObligationRow): Obligation => ({
  key: row.key,
  kind: row.kind,
  ...(row.hold_point === null ? {} : { holdPoint: row.hold_point }),
  ...(row.operation === null ? {} : { operation: row.operation }),
  ...(row.permit === null ? {} : { permit: row.permit }),
  ...(row.step === null ? {} : { step: row.step }),
  ...(row.note === null ? {} : { note: row.note }),
  ...(row.about_person === null ? {} : { about: row.about_person }),
  ...(row.escalate_authority === null
    ? {}
    : { escalateTo: { authority: row.escalate_authority, of: row.escalate_of ?? 'place-unit' } }),
  assignee: assigneeOf(row),
  opensAt: row.opens_at,
  dueAt: row.due_at,
  lateAt: row.late_at,
  met: row.met_at === null || row.met_by === null ? null : { at: row.met_at, by: row.met_by },
  lapsedAt: row.lapsed_at,
})

/** The table's own check keeps one of the two; a row without either is an error and never nobody's duty. */
const assigneeOf = ({
  key,
  assignee_person,
  assignee_authority,
  assignee_of,
}: ObligationRow): Obligation['assignee'] => {
  if (assignee_person !== null) return { person: assignee_person }
  if (assignee_authority === null) throw new Error(`the duty ${key} has no owner`)
  return { authority: assignee_authority, of: assignee_of ?? 'place-unit' }
}
