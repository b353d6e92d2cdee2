import { paperZhCn as words } from '#core/messages/paper.zh-cn.ts'
import type { ApprovalStep, Operation } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { PermitOnRecord } from './describe-permit.ts'
import { nameIn } from './name-in.ts'
import type { PermitPaper } from './permit-paper.ts'

type Line = PermitPaper['signatures'][number]

/** Every signature that the form has a line for, in its order: given ones with name and time, the others empty. */
export const signaturesOf = (record: PermitOnRecord, operation: Operation): PermitPaper['signatures'] => {
  const { job, startSigned } = record
  const { acceptances, duty } = job.record
  const signed = signedIn(record)
  return [
    ...otherAuthor(record, operation),
    ...briefingLines(record),
    {
      label: words.guardianSignIn,
      value: duty.map(({ signIn }) => signed(signIn.person, signIn.occurredAt)).join('\n'),
    },
    { label: words.leaderOpinion, value: startSigned === null ? '' : signed(startSigned.by, startSigned.occurredAt) },
    ...stepLines(record, operation),
    ...(words.byHand[operation.id] ?? []).map((label) => ({ label, value: '' })),
    ...operation.acceptances.map(({ id, name }) => {
      const acceptance = acceptances[id]
      return { label: name.zh, value: acceptance === undefined ? '' : signed(acceptance.by, acceptance.occurredAt) }
    }),
  ]
}

const signedIn =
  ({ names, clock }: PermitOnRecord) =>
  (person: string, at: EpochMs): string =>
    words.signed(nameIn(names)(person), clock(at))

/** Whoever confirms the last line of the measures wrote what stands in it. */
const otherAuthor = (record: PermitOnRecord, { id, measures }: Operation): readonly Line[] => {
  if (!measures.some((measure) => measure.id === 'other')) return []
  const written = record.job.record.measures[`${id}.other`]
  const value =
    written === undefined
      ? ''
      : written.isInvolved
        ? signedIn(record)(written.by, written.occurredAt)
        : words.notInvolved
  return [{ label: words.otherAuthor, value }]
}

const briefingLines = (record: PermitOnRecord): readonly Line[] => {
  const { briefing } = record.job.record
  const { briefingSignedAt } = record
  const signed = signedIn(record)
  const told = Object.entries(briefing?.signedAt ?? {}).filter(([person]) => person !== briefing?.briefer)
  return [
    {
      label: words.briefer,
      value: briefing === null || briefingSignedAt === null ? '' : signed(briefing.briefer, briefingSignedAt),
    },
    { label: words.briefed, value: told.map(([person, at]) => signed(person, at)).join('\n') },
  ]
}

/** The standard's steps are lines of the form at every level; an enterprise's own stands there only where it is asked for. */
const stepLines = (record: PermitOnRecord, { approvals }: Operation): readonly Line[] => {
  const { permit } = record
  return approvals.flatMap((step) => {
    const isOfLevel = step.levels.includes(permit.level)
    const isAsked = isOfLevel && !permit.withoutSteps?.includes(step.id)
    if (!isAsked && step.clause === undefined) return []
    const missing = isAsked ? '' : isOfLevel ? words.notInvolved : words.notAtLevel
    return [{ label: step.name.zh, value: approvalsOf(record, step) || missing }]
  })
}

const approvalsOf = (record: PermitOnRecord, { id }: ApprovalStep): string => {
  const { job, permit, names } = record
  return job.record.approvals
    .filter(({ permit: of, step }) => of === permit.id && step === id)
    .map(({ by, occurredAt, onBehalfOf }) => {
      const signed = signedIn(record)(by, occurredAt)
      return onBehalfOf === undefined ? signed : words.signedFor(signed, nameIn(names)(onBehalfOf))
    })
    .join('\n')
}
