import { paperZhCn as words } from '#core/messages/paper.zh-cn.ts'
import type { Operation } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { PermitOnRecord } from './describe-permit.ts'
import type { PermitPaper } from './permit-paper.ts'

/** Every signature that the form has a line for: given ones with name and time, the others empty. */
export const signaturesOf = (
  { job, permit, briefingSignedAt, names, clock }: PermitOnRecord,
  operation: Operation,
): PermitPaper['signatures'] => {
  const { briefing, approvals, acceptances, duty } = job.record
  const signed = (person: string, at: EpochMs): string => words.signed(names.people[person] ?? person, clock(at))
  const briefedAt = Object.entries(briefing?.signedAt ?? {})
  const steps = operation.approvals.filter(
    ({ id, levels }) => levels.includes(permit.level) && !permit.withoutSteps?.includes(id),
  )
  return [
    {
      label: words.briefer,
      value: briefing === null || briefingSignedAt === null ? '' : signed(briefing.briefer, briefingSignedAt),
    },
    {
      label: words.briefed,
      value: briefedAt
        .filter(([person]) => person !== briefing?.briefer)
        .map(([person, at]) => signed(person, at))
        .join('\n'),
    },
    {
      label: words.guardianSignIn,
      value: duty.map(({ signIn }) => signed(signIn.person, signIn.occurredAt)).join('\n'),
    },
    ...steps.map(({ id, name }) => {
      const given = approvals.filter(({ permit: of, step }) => of === permit.id && step === id)
      return {
        label: name.zh,
        value: given
          .map(({ by, occurredAt, onBehalfOf }) =>
            onBehalfOf === undefined
              ? signed(by, occurredAt)
              : words.signedFor(signed(by, occurredAt), names.people[onBehalfOf] ?? onBehalfOf),
          )
          .join('\n'),
      }
    }),
    ...operation.acceptances.map(({ id, name }) => {
      const acceptance = acceptances[id]
      return { label: name.zh, value: acceptance === undefined ? '' : signed(acceptance.by, acceptance.occurredAt) }
    }),
  ]
}
