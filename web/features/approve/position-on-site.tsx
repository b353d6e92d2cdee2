import { judgeFence } from '#core/place/position.ts'
import type { ApprovalStep, Rulebook } from '#core/rulebook/rulebook.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import type { Position } from '../../ui/place/use-position.ts'
import { SafetyShape, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import css from './approve.module.css'

type Steps = readonly { readonly permit: string; readonly step: string }[]

/** The rulebook's row of a step, in the operation of the permit that it is of. */
export const stepOf = (
  permit: string,
  step: string,
  { record }: OpenedJob['job'],
  { operations }: Rulebook,
): ApprovalStep | undefined => {
  const operation = record.permits.find(({ id }) => id === permit)?.operation
  return operation && operations[operation]?.approvals.find(({ id }) => id === step)
}

const limitsOf = (steps: Steps, job: OpenedJob['job'], rulebook: Rulebook): readonly number[] =>
  steps.flatMap(({ permit, step }) => {
    const row = stepOf(permit, step, job, rulebook)
    return row?.onSite.required ? [row.onSite.fenceMetresMax] : []
  })

export const standsOnSite = ({ job, readiness, say }: OpenedJob, position: Position, steps: Steps): boolean => {
  const limits = limitsOf(steps, job, say.rulebook)
  if (limits.length === 0) return true
  if (position.status !== 'known' || !readiness.fence) return false
  return judgeFence(position, readiness.fence, Math.min(...limits)).verdict === 'inside'
}

/** Where the approver stands, as the rule will see it: with the doubt of the measurement, before anything is signed. */
export const PositionOnSite = ({
  opened: { job, readiness, say },
  position,
  steps,
}: {
  opened: OpenedJob
  position: Position
  steps: Steps
}) => {
  const { approve: words } = useWords().steps
  const { locale } = useUi()
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const limits = limitsOf(steps, job, say.rulebook)
  if (limits.length === 0) return null

  const found = (): { readonly state: SafetyState; readonly text: string } => {
    switch (position.status) {
      case 'off':
      case 'waiting':
        return { state: 'not-open', text: words.waiting }
      case 'denied':
        return { state: 'stopped', text: words.denied }
      case 'unavailable':
        return { state: 'due', text: words.unavailable }
      case 'known': {
        if (!readiness.fence) return { state: 'due', text: words.fenceUnknown }
        const metresMax = Math.min(...limits)
        const { verdict, distanceMetres } = judgeFence(position, readiness.fence, metresMax)
        const metres = whole.format(distanceMetres)
        const accuracy = whole.format(position.accuracyMetres)
        if (verdict === 'inside') return { state: 'met', text: words.inside(metres, accuracy) }
        return verdict === 'outside'
          ? { state: 'stopped', text: words.outside(metres, whole.format(metresMax)) }
          : { state: 'due', text: words.unclear(accuracy) }
      }
    }
  }
  const { state, text } = found()
  return (
    <p className={css.position} data-state={state} role="status" aria-label={words.position}>
      <SafetyShape state={state} size={28} />
      {text}
    </p>
  )
}
