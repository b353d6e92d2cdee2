import { authoritiesEn } from '../authorities.en.ts'
import type { RefusalWords } from '../messages.ts'

const rightOf = (authority: string): string => (authoritiesEn[authority] ?? authority).toLowerCase()

export const approvingEn = {
  'job-returned': ({ by, reason }, { names }) =>
    `${names.person(by)} returned it to the applicant (${reason}); it can be signed once it was mended and sent again`,
  'nothing-to-answer': () => 'The application was not returned, so there is nothing to send again',
  'reason-missing': () => 'A reason is needed, so that whoever gets it knows what to change',
  'step-not-earlier': ({ step }, { names }) =>
    `“${names.step(step)}” has not been signed yet, so nothing can go back to it`,
  'signed-after': ({ step, by }, { names }) =>
    `${names.person(by)} has already signed “${names.step(step)}” after it; it can no longer be taken back`,
  'approval-of-another': ({ step, person }, { names }) =>
    `The signature on “${names.step(step)}” is ${names.person(person)}’s own and nobody else’s`,
  'signer-added-already': ({ step, person }, { names }) =>
    `${names.person(person)} signs “${names.step(step)}” already`,
  'signer-lacks-authority': ({ person }, { names }) =>
    `${names.person(person)} holds no authority that an additional signature needs`,
  'delegations-unknown': () => 'Who stands in for whom cannot be looked up, so nobody can sign for another now',
  'delegation-missing': ({ person, onBehalfOf }, { names }) =>
    `${names.person(onBehalfOf)} has not asked ${names.person(person)} to stand in now`,
  'delegate-lacks-authority': ({ person, authority }, { names }) =>
    `${names.person(person)} does not hold the right to sign as ${rightOf(authority)} and cannot stand in`,
  'delegator-lacks-authority': ({ person, authority }, { names }) =>
    `${names.person(person)} does not hold the right to sign as ${rightOf(authority)} and has nothing to delegate`,
  'delegation-cycle': ({ person, delegate }, { names }) =>
    `${names.person(delegate)}’s signature is delegated in that time and comes back to ${names.person(person)}`,
  'delegation-too-long': ({ days, daysMax }) => `The delegation lasts ${days} days; ${daysMax} are the most`,
  'urgent-reason-missing': () => 'It was not booked a day ahead; say why it cannot wait',
  'delegation-backwards': ({ from, to }, { time }) =>
    `The delegation from ${time(from)} to ${time(to)} is the wrong way round or over`,
} satisfies Partial<RefusalWords>
