import { paperZhCn as words } from '#core/messages/paper.zh-cn.ts'
import type { PersonId } from '#core/ids.ts'
import type { ApprovalStep, Operation } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { PermitOnRecord } from './describe-permit.ts'
import { actOf } from './hands.ts'
import { nameIn } from './name-in.ts'
import type { Signed, SignatureLine } from './permit-paper.ts'

/** Every signature that the form has a line for, in its order: given ones with name, time and hand, the others empty. */
export const signaturesOf = (record: PermitOnRecord, operation: Operation): readonly SignatureLine[] => {
  const { job, startSigned } = record
  const { acceptances, duty } = job.record
  const signed = signedIn(record)
  return [
    ...otherAuthor(record, operation),
    ...briefingLines(record),
    { label: words.guardianSignIn, signed: duty.map(({ signIn }) => signed(signIn.person, signIn.occurredAt)) },
    {
      label: words.leaderOpinion,
      signed: startSigned === null ? [] : [signed(startSigned.by, startSigned.occurredAt)],
    },
    ...stepLines(record, operation),
    ...(words.byHand[operation.id] ?? []).map((label) => ({ label, signed: [] })),
    ...operation.acceptances.map(({ id, name }) => {
      const acceptance = acceptances[id]
      return { label: name.zh, signed: acceptance === undefined ? [] : [signed(acceptance.by, acceptance.occurredAt)] }
    }),
  ]
}

const note = (text: string): Signed => ({ text, hand: null })

const signedIn =
  ({ names, clock, hands }: PermitOnRecord) =>
  (person: string, at: EpochMs, say = (signed: string): string => signed): Signed => {
    const text = say(words.signed(nameIn(names)(person), clock(at)))
    const hand = hands.get(actOf(person, at))
    return hand === 'not-kept' ? note(words.handNotKept(text)) : { text, hand: hand?.svg ?? null }
  }

/** Whoever confirms the last line of the measures wrote what stands in it. */
const otherAuthor = (record: PermitOnRecord, { id, measures }: Operation): readonly SignatureLine[] => {
  if (!measures.some((measure) => measure.id === 'other')) return []
  const written = record.job.record.measures[`${id}.other`]
  const signed =
    written === undefined
      ? []
      : [written.isInvolved ? signedIn(record)(written.by, written.occurredAt) : note(words.notInvolved)]
  return [{ label: words.otherAuthor, signed }]
}

const briefingLines = (record: PermitOnRecord): readonly SignatureLine[] => {
  const { briefing } = record.job.record
  const { briefingSignedAt } = record
  const signed = signedIn(record)
  const told = Object.entries(briefing?.signedAt ?? {}).filter(([person]) => person !== briefing?.briefer)
  return [
    {
      label: words.briefer,
      signed: briefing === null || briefingSignedAt === null ? [] : [signed(briefing.briefer, briefingSignedAt)],
    },
    { label: words.briefed, signed: told.map(([person, at]) => signed(person, at)) },
  ]
}

/**
 * The standard's steps are lines of the form at every level, countersigners as well; an enterprise's own, and a consent that only some
 * work needs, stand there only where they are asked for.
 */
const stepLines = (record: PermitOnRecord, { approvals }: Operation): readonly SignatureLine[] => {
  const { permit } = record
  return approvals.flatMap((step) => {
    const isOfLevel = step.levels.includes(permit.level)
    const isAsked = isOfLevel && !permit.withoutSteps?.includes(step.id)
    const isOnForm = step.clause !== undefined && (step.when === undefined || step.group !== undefined)
    if (!isAsked && !isOnForm) return []
    const given = approvalsOf(record, step)
    const missing = isAsked ? [] : [note(isOfLevel ? words.notInvolved : words.notAtLevel)]
    return [{ label: step.name.zh, signed: given.length === 0 ? missing : given }]
  })
}

const approvalsOf = (record: PermitOnRecord, { id }: ApprovalStep): readonly Signed[] =>
  record.job.record.approvals
    .filter(({ permit, step }) => permit === record.permit.id && step === id)
    .map(({ by, occurredAt, onBehalfOf }) =>
      signedIn(record)(by, occurredAt, onBehalfOf === undefined ? undefined : standingFor(record, onBehalfOf)),
    )

const standingFor =
  ({ names }: PermitOnRecord, absent: PersonId) =>
  (signed: string): string =>
    words.signedFor(signed, nameIn(names)(absent))
