import type { RefusalWords } from '../messages.ts'
import { rolesEn } from '../vocabulary.en.ts'

const officials = {
  revoked: 'has been revoked',
  'not-found': 'is not in the official register',
  unchecked: 'has not been checked in the official register',
} as const

const hours = (value: number): number => Math.round(value * 10) / 10
const fatigueEn = {
  'duty-hours': (value, limit) => `has been on duty for ${value} h (at most ${limit})`,
  'rest-hours': (value, limit) => `has rested no longer than ${value} h at a stretch in 24 h (at least ${limit})`,
  nights: (value, limit) => `has been on duty in ${value} nights of 72 h (at most ${limit})`,
  'heavy-hours': (value, limit) => `has worked ${value} h at risk L4 and above in 72 h (at most ${limit})`,
} satisfies { readonly [measure: string]: (value: number, limit: number) => string }

export const peopleEn = {
  'person-unknown': ({ person }, { names }) => `${names.person(person)} is not on the roster`,
  'person-not-employed': ({ person, employment }, { names }) =>
    `${names.person(person)} ${employment === 'left' ? 'has left' : 'is barred from the site for now'}`,
  'credential-missing': ({ person, category }, { names }) =>
    `${names.person(person)} has no ${names.category(category)}`,
  'credential-expired': ({ person, category, validThrough, neededThrough }, { names, date }) =>
    `${names.category(category)} of ${names.person(person)} is valid through ${date(validThrough)}; this job lasts until ${date(neededThrough)}`,
  'credential-not-yet-valid': ({ person, category, validFrom }, { names, date }) =>
    `${names.category(category)} of ${names.person(person)} is valid only from ${date(validFrom)}; this job begins before that`,
  'credential-validity-unknown': ({ person, category }, { names }) =>
    `Nobody has recorded how long ${names.category(category)} of ${names.person(person)} is valid`,
  'credential-review-overdue': ({ person, category, reviewDue }, { names, date }) =>
    `${names.category(category)} of ${names.person(person)} was due for review by ${date(reviewDue)}, and no review is recorded`,
  'credential-holder-mismatch': ({ person, category }, { names }) =>
    `It is not established that ${names.category(category)} names ${names.person(person)}`,
  'credential-not-confirmed': ({ person, category, official }, { names }) =>
    `${names.category(category)} of ${names.person(person)} ${officials[official]}`,
  'credential-check-stale': ({ person, category, checkedOn, ageDaysMax }, { names, date }) =>
    `${names.category(category)} of ${names.person(person)} was last checked in the register on ${date(checkedOn)}; a check counts for ${ageDaysMax} days`,
  'training-missing': ({ person, category }, { names }) =>
    `${names.person(person)} has not passed ${names.category(category)}`,
  'training-expired': ({ person, category, validThrough, neededThrough }, { names, date }) =>
    `${names.category(category)} of ${names.person(person)} is valid through ${date(validThrough)}; this job lasts until ${date(neededThrough)}`,
  'medical-missing': ({ person }, { names }) => `${names.person(person)} has no valid medical verdict`,
  'medical-unfit': ({ person, verdict }, { names }) =>
    verdict === 'unfit'
      ? `The medical found ${names.person(person)} unfit for this work`
      : `The medical verdict on ${names.person(person)} is still pending`,
  'medical-restricted': ({ person, restriction }, { names }) =>
    `By the medical verdict ${names.person(person)} must not do ${names.restriction(restriction)}`,
  'medical-expired': ({ person, validThrough, neededThrough }, { names, date }) =>
    `The medical of ${names.person(person)} is valid through ${date(validThrough)}; this job lasts until ${date(neededThrough)}`,
  'blood-pressure-too-high': ({ person, systolicMmHg, diastolicMmHg, systolicMmHgMax, diastolicMmHgMax }, { names }) =>
    `${names.person(person)} has a blood pressure of ${systolicMmHg}/${diastolicMmHg} mmHg; it must be below ${systolicMmHgMax}/${diastolicMmHgMax}`,
  'blood-pressure-unknown': ({ person }, { names }) => `No blood pressure is recorded for ${names.person(person)}`,
  'medical-follow-up-stale': ({ person, followUpDue, staleDaysMax }, { names, date }) =>
    `${names.person(person)} was due for a medical follow-up on ${date(followUpDue)}; after ${staleDaysMax} days there is still no result`,
  'position-not-allowed': ({ person, operation, level, allowed }, { names }) =>
    allowed === null
      ? `The position of ${names.person(person)} does not allow ${names.operation(operation)} (${names.level(operation, level)})`
      : `The position of ${names.person(person)} allows ${names.operation(operation)} up to ${names.level(operation, allowed)}; this job is ${names.level(operation, level)}`,
  'matrix-unknown': () => 'The table of who may do which work cannot be read, so nobody can be cleared for this job',
  'people-too-few': ({ role, count, countMin }) => `${count} ${rolesEn[role].many} named; at least ${countMin} must be`,
  'duty-missing': ({ person, operation }, { names }) =>
    `The form does not say what ${names.person(person)} does in ${names.operation(operation)}`,
  'guardian-is-worker': ({ person }, { names }) =>
    `${names.person(person)} works on this job and cannot guard it as well`,
  'guardian-guards-elsewhere': ({ person, job }, { names }) =>
    `${names.person(person)} is engaged in “${names.job(job)}” at that time and cannot guard two places`,
  'worker-works-elsewhere': ({ person, job }, { names }) =>
    `${names.person(person)} is engaged in “${names.job(job)}” at that time`,
  'labour-unknown': ({ person }, { names }) =>
    `The recent hours of ${names.person(person)} cannot be told, so nobody knows whether they are tired`,
  'rest-needed': ({ person, measure, value, limit, restedAt }, { names, time }) =>
    `${names.person(person)} ${fatigueEn[measure](hours(value), limit)}: rest is due, work is possible again from ${time(restedAt)}`,
  'engagements-unknown': () => 'It cannot be told where these people are engaged at that time',
  'factor-not-proven': () => 'This signature asks for your PIN as well, to prove that it is you',
  'own-work': ({ person }, { names }) => `${names.person(person)} cannot approve a job they take part in`,
  'authority-missing': ({ person, step }, { names }) =>
    `${names.person(person)} has no authority to sign “${names.step(step)}”`,
  'not-this-role': ({ person, role }, { names }) => `${names.person(person)} is not ${rolesEn[role].one} of this job`,
} satisfies Partial<RefusalWords>
