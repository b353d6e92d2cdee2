import type { PersonId, StepId } from '../ids.ts'
import type { ApprovalStep, Rulebook } from '../rulebook/rulebook.ts'
import type { JobRecord, Permit } from './job.ts'

/** The steps that a permit of this level has to pass, in order. */
export const approvalChain = (
  { operation, level, withoutSteps }: Pick<Permit, 'operation' | 'level' | 'withoutSteps'>,
  rulebook: Rulebook,
): readonly ApprovalStep[] =>
  rulebook.operations[operation]?.approvals.filter(
    ({ id, levels }) => levels.includes(level) && !withoutSteps?.includes(id),
  ) ?? []

/** The chain in turns: a countersignature is one turn of several steps, signed in any order. */
export const approvalTurns = (permit: Permit, rulebook: Rulebook): readonly (readonly ApprovalStep[])[] => {
  const turns: ApprovalStep[][] = []
  for (const step of approvalChain(permit, rulebook)) {
    const last = turns.at(-1)
    if (step.group !== undefined && last?.[0]?.group === step.group) last.push(step)
    else turns.push([step])
  }
  return turns
}

/** One signature that a step asks for: of whoever holds its authority, or of somebody named in addition (加签). */
export type Seat = { readonly step: ApprovalStep; readonly addedSigner: PersonId | null }

type Signed = Pick<JobRecord, 'approvals' | 'addedSigners'>

/** The signatures that are missing now; none when the permit is approved. A permit without any step is never approved. */
export const openSeats = (permit: Permit, record: Signed, rulebook: Rulebook): readonly Seat[] | 'no-chain' => {
  const turns = approvalTurns(permit, rulebook)
  if (turns.length === 0) return 'no-chain'
  return (
    turns
      .map((turn) =>
        turn.flatMap((step) => seatsOf(permit, step, record)).filter((seat) => !isSigned(permit, seat, record)),
      )
      .find((open) => open.length > 0) ?? []
  )
}

/** The step whose turn it is, the first of them in a countersignature, or null when the permit is approved. */
export const nextStep = (permit: Permit, record: Signed, rulebook: Rulebook): ApprovalStep | 'no-chain' | null => {
  const open = openSeats(permit, record, rulebook)
  return open === 'no-chain' ? open : (open[0]?.step ?? null)
}

export const seatsOf = (permit: Permit, step: ApprovalStep, record: Signed): readonly Seat[] => [
  { step, addedSigner: null },
  ...addedSignersOf(permit, step.id, record).map((addedSigner) => ({ step, addedSigner })),
]

export const isSigned = (permit: Permit, seat: Seat, record: Signed): boolean =>
  approvalOf(permit, seat, record) !== undefined

/** Whoever was named in addition signs for that and never for the step itself as well: one person, one signature. */
export const approvalOf = (
  permit: Permit,
  { step, addedSigner }: Seat,
  record: Signed,
): JobRecord['approvals'][number] | undefined => {
  const added = addedSignersOf(permit, step.id, record)
  return record.approvals.find(
    (one) =>
      one.permit === permit.id &&
      one.step === step.id &&
      (addedSigner === null ? !added.includes(one.by) : one.by === addedSigner),
  )
}

const addedSignersOf = (permit: Permit, step: StepId, { addedSigners }: Signed): readonly PersonId[] =>
  addedSigners.filter((one) => one.permit === permit.id && one.step === step).map(({ signer }) => signer)
