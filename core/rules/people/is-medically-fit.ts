import type { PersonId } from '../../ids.ts'
import type { MedicalFacts } from '../../job/facts.ts'
import type { Problem } from '../../job/refusal.ts'
import { daysBetween } from '../../time/days-between.ts'
import type { IsoDate } from '../../time/epoch.ts'
import { defineRequirement, metThrough, reasonsAmong, unmet } from '../requirement.ts'

type Limits = {
  readonly restriction: string
  readonly systolicMmHgMax: number
  readonly diastolicMmHgMax: number
  readonly staleFollowUpDaysMax: number
}

/**
 * A current medical verdict lets the person do this kind of work. Only verdicts, restrictions, dates and the blood
 * pressure that the rulebook asks for are known here, never a diagnosis.
 */
export const isMedicallyFit = defineRequirement({
  id: 'is-medically-fit@1',
  parameters: {
    restriction: 'text',
    systolicMmHgMax: 'number',
    diastolicMmHgMax: 'number',
    staleFollowUpDaysMax: 'number',
  },
  check: (limits, { neededThrough, today }, { person, known }) => {
    const medical = known?.medical
    if (medical?.validThrough === undefined) return unmet({ code: 'medical-missing', params: { person } })
    const problems = reasonsAmong(
      judgeVerdict(person, medical, limits.restriction),
      judgeValidity(person, medical.validThrough, neededThrough),
      judgeBloodPressure(person, medical, limits),
      judgeFollowUp(person, medical, today, limits.staleFollowUpDaysMax),
    )
    return problems.length > 0 ? unmet(...problems) : metThrough(medical.validThrough)
  },
})

const judgeVerdict = (person: PersonId, medical: MedicalFacts, restriction: string): Problem | null => {
  switch (medical.verdict) {
    case 'fit':
    case 'restricted':
      return medical.restrictions.includes(restriction)
        ? { code: 'medical-restricted', params: { person, restriction } }
        : null
    case 'unfit':
    case 'pending':
      return { code: 'medical-unfit', params: { person, verdict: medical.verdict } }
  }
}

const judgeValidity = (person: PersonId, validThrough: IsoDate, neededThrough: IsoDate): Problem | null =>
  validThrough < neededThrough ? { code: 'medical-expired', params: { person, validThrough, neededThrough } } : null

/** Both pressures must be known and below the limits: the limit itself already blocks (160/100 is grade 2). */
const judgeBloodPressure = (
  person: PersonId,
  medical: MedicalFacts,
  { systolicMmHgMax, diastolicMmHgMax }: Limits,
): Problem | null => {
  const { systolicMmHg, diastolicMmHg } = medical
  if (systolicMmHg === undefined || diastolicMmHg === undefined)
    return { code: 'blood-pressure-unknown', params: { person } }
  if (systolicMmHg < systolicMmHgMax && diastolicMmHg < diastolicMmHgMax) return null
  return {
    code: 'blood-pressure-too-high',
    params: { person, systolicMmHg, diastolicMmHg, systolicMmHgMax, diastolicMmHgMax },
  }
}

/** A follow-up that was due and has not been recorded for too long makes the verdict doubtful, however long it is valid. */
const judgeFollowUp = (
  person: PersonId,
  { followUpDue, updatedOn }: MedicalFacts,
  today: IsoDate,
  staleDaysMax: number,
): Problem | null => {
  if (followUpDue === undefined || updatedOn >= followUpDue) return null
  return daysBetween(followUpDue, today) <= staleDaysMax
    ? null
    : { code: 'medical-follow-up-stale', params: { person, followUpDue, staleDaysMax } }
}
