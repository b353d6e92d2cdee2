import { contingencyState } from '../../contingency/contingency.ts'
import type { FormField, Rulebook } from '../../rulebook/rulebook.ts'
import { assess } from '../assess.ts'
import type { Application, FieldValue } from '../application.ts'
import type { SubmitJob } from '../commands.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job, Permit } from '../job.ts'
import { planPermits } from '../plan-permits.ts'
import type { Problem, Refusal } from '../refusal.ts'
import { reliedOn } from '../relied-on.ts'

/** An application is accepted with all its permits, or refused with every reason that can be known now. */
export const submitJob = (command: SubmitJob, job: Job, rulebook: Rulebook, facts: Facts): Decision => {
  if (job.status !== 'none' && job.status !== 'drafted' && job.status !== 'submitted')
    return refuse([
      ground(
        { code: 'job-in-wrong-state', params: { status: job.status, needed: ['none', 'drafted', 'submitted'] } },
        { source: 'product' },
      ),
    ])

  const { application } = command
  const plan = planPermits(application, command.levelsRaisedTo ?? {}, rulebook, facts)
  const assessment = assess('submit', { application, permits: plan.permits, record: null }, rulebook, facts)
  const relied = reliedOn(application, facts)
  const refusals = [
    ...checkPlace(application, facts),
    ...plan.refusals,
    ...checkFields(application, plan.permits, rulebook),
    ...assessment.refusals,
  ]
  if (refusals.length > 0) return refuse(refusals, relied)

  const permits = plan.permits.map((permit): Permit => ({ ...permit, ...identityOf(command, permit.operation) }))
  const { id, edition } = rulebook
  const open = (facts.contingencies ?? []).filter((one) => contingencyState(one, facts.now) === 'open')
  return accept(
    [
      {
        type: 'JobSubmitted',
        by: command.by,
        occurredAt: command.occurredAt,
        application,
        permits,
        rulebook: { id, edition },
      },
      // Whoever applies while a source is silent gets the longer times as those who had applied before.
      ...open.map((contingency) => ({
        type: 'ContingencyOpened' as const,
        by: contingency.declaredBy,
        occurredAt: command.occurredAt,
        contingency,
      })),
    ],
    { validUntil: assessment.validUntil, reliedOn: relied },
  )
}

/** The server prepares an identity for every operation; a missing one is its mistake, not the applicant's. */
const identityOf = ({ identities }: SubmitJob, operation: string): SubmitJob['identities'][string] => {
  const identity = identities[operation]
  if (!identity) throw new Error(`no identity prepared for a permit of ${operation}`)
  return identity
}

const checkPlace = ({ place, operations }: Application, facts: Facts): readonly Refusal[] => {
  const refusals: Refusal[] = []
  if (!facts.place) refusals.push(ground({ code: 'place-unknown', params: { place } }, { source: 'product' }))
  if (operations.length === 0)
    refusals.push(ground({ code: 'operation-unknown', params: { operation: '' as never } }, { source: 'product' }))
  return refusals
}

const checkFields = (
  { fields }: Application,
  permits: readonly Pick<Permit, 'operation'>[],
  rulebook: Rulebook,
): readonly Refusal[] =>
  permits.flatMap(({ operation }) =>
    (rulebook.operations[operation]?.fields ?? []).flatMap((field) => {
      const problem = judgeField(field, fields[`${operation}.${field.id}`], { operation, field: field.id })
      return problem ? [ground(problem, field, operation)] : []
    }),
  )

const judgeField = (
  field: FormField,
  value: FieldValue | undefined,
  where: { readonly operation: Permit['operation']; readonly field: string },
): Problem | null => {
  if (value === undefined || value === '') return field.required ? { code: 'field-missing', params: where } : null
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? null : { code: 'field-unreadable', params: where }
    case 'flag':
      return typeof value === 'boolean' ? null : { code: 'field-unreadable', params: where }
    case 'choices':
      return Array.isArray(value) && value.every((word) => field.options.some(({ id }) => id === word))
        ? null
        : { code: 'field-unreadable', params: where }
    case 'choice':
      return field.options.some(({ id }) => id === value) ? null : { code: 'field-unreadable', params: where }
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'field-unreadable', params: where }
      const { min, max } = field
      return min <= value && value <= max ? null : { code: 'field-out-of-range', params: { ...where, min, max } }
    }
  }
}
