import { endingsEn } from '../events/changes.en.ts'
import type { RefusalWords } from '../messages.ts'

const changes = {
  crew: 'change a worker',
  guardian: 'change a guardian',
  leader: 'change the leader',
  ...endingsEn,
}

export const changesEn = {
  'change-not-foreseen': ({ change }) => `The rules of this plant do not say how to ${changes[change]}`,
  'may-not-agree': ({ person }, { names }) => `${names.person(person)} may not agree to this change`,
  'nothing-asked': () => 'Nothing waits for an answer; somebody may have answered already',
  'takes-part-already': ({ person }, { names }) => `${names.person(person)} takes part in this job already`,
  'ending-undecided': ({ ending, since }, { time }) =>
    `Somebody asked at ${time(since)} to ${endingsEn[ending]}, and nobody has answered`,
} satisfies Partial<RefusalWords>
