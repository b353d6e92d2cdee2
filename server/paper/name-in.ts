import type { AnswerNames } from '#contract/names.ts'

/** A person's name; somebody whose name nobody knows stands by number. */
export const nameIn =
  ({ people }: Pick<AnswerNames, 'people'>) =>
  (person: string): string =>
    people[person] ?? person
