import type { OperationId } from '../ids.ts'
import type { Operation } from '../rulebook/rulebook.ts'
import type { Application } from './application.ts'

/** What a form calls the activity (painting, solvent cleaning) and what comes out while it goes on (draining, venting). */
const questions = ['activity', 'releases'] as const

type Answers = Pick<Application, 'fields'>

/** Some of what is done goes badly together with other work. Of one kind of work, or of the whole job. */
export const activitiesOf = ({ fields }: Answers, operation?: string): readonly string[] =>
  Object.entries(fields).flatMap(([key, value]) => {
    const [of = '', question = ''] = key.split('.')
    const isAsked = questions.some((one) => one === question) && (operation === undefined || of === operation)
    return isAsked ? [value].flat().map(String) : []
  })

/** The field in which another kind of work would name an activity that this one cannot bear, and which activities these are. */
type ForbiddenAnswers = {
  readonly other: OperationId
  readonly question: (typeof questions)[number]
  readonly field: string
  readonly activities: readonly string[]
}

const known = new WeakMap<Operation, readonly ForbiddenAnswers[]>()

/** Worked out once for a kind of work: it is asked of every application, and hardly any names such an activity. */
const forbiddenBy = (operation: Operation): readonly ForbiddenAnswers[] => {
  const before = known.get(operation)
  if (before) return before
  const forbidden = [...new Set(operation.conflicts.map(({ with: { operation: other } }) => other))].flatMap(
    (other) => {
      const activities = operation.conflicts.flatMap(({ with: one }) =>
        one.operation === other && one.activity !== undefined ? [one.activity] : [],
      )
      return activities.length === 0
        ? []
        : questions.map((question) => ({ other, question, field: `${other}.${question}`, activities }))
    },
  )
  known.set(operation, forbidden)
  return forbidden
}

export type ForbiddenActivity = Pick<ForbiddenAnswers, 'other' | 'question'> & { readonly activity: string }

const none: readonly ForbiddenActivity[] = []

/** Which activities that this kind of work cannot bear were named in the same application. */
export const forbiddenIn = ({ fields }: Answers, operation: Operation): readonly ForbiddenActivity[] => {
  let named: ForbiddenActivity[] | null = null
  for (const { other, question, field, activities } of forbiddenBy(operation)) {
    const answer = fields[field]
    for (const activity of activities)
      if (answer === activity || (Array.isArray(answer) && answer.includes(activity)))
        (named ??= []).push({ other, question, activity })
  }
  return named ?? none
}
