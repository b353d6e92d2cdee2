import type { Application } from './application.ts'

/** What a form calls the activity (painting, solvent cleaning) and what comes out while it goes on (draining, venting). */
const questions = ['activity', 'releases']

type Answers = Pick<Application, 'fields'>

/** Some of what is done goes badly together with other work. Of one kind of work, or of the whole job. */
export const activitiesOf = ({ fields }: Answers, operation?: string): readonly string[] =>
  Object.entries(fields).flatMap(([key, value]) => {
    const [of = '', question = ''] = key.split('.')
    const isAsked = questions.includes(question) && (operation === undefined || of === operation)
    return isAsked ? [value].flat().map(String) : []
  })

/** Under which question of a kind of work an activity was named. */
export const questionOf = ({ fields }: Answers, operation: string, activity: string): string | undefined =>
  questions.find((question) => [fields[`${operation}.${question}`]].flat().includes(activity))
