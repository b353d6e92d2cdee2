import type { Expected, RequestWords } from './faults.ts'
import { fieldLabelsEn } from './field-labels.en.ts'
import { problemsEn } from './problems.en.ts'

const kinds: { readonly [E in Expected]: string } = {
  text: 'text',
  number: 'a number',
  'whole-number': 'a whole number',
  'yes-no': 'yes or no',
  list: 'a list',
  group: 'a group of fields',
}

export const requestsEn: RequestWords = {
  problems: problemsEn,
  labels: fieldLabelsEn,
  whole: 'What was sent',
  nth: (label, n) => `${label} ${n}`,
  between: ' · ',
  sentence: (label, says, remedy) => `${label}: ${says}. ${remedy}.`,
  faults: {
    missing: { says: () => 'is missing', remedy: () => 'Fill it in and send again' },
    unfit: { says: () => 'is not right', remedy: () => 'Check it and fill it in again' },
    'wrong-type': { says: ({ expected }) => `must be ${kinds[expected]}`, remedy: () => 'Correct it and send again' },
    'fields-unknown': {
      says: ({ names }) => `has fields that nobody knows: ${names}`,
      remedy: () => 'Leave them out, or check their names',
    },
    'choice-unknown': {
      says: () => 'is none of the choices',
      remedy: ({ choices }) => (choices === '' ? 'Choose from the list' : `Choose one of: ${choices}`),
    },
    'text-empty': { says: () => 'is empty', remedy: () => 'Fill it in and send again' },
    'text-too-short': { says: () => 'is too short', remedy: ({ charactersMin }) => `Write ${charactersMin} or more` },
    'text-too-long': {
      says: () => 'is too long',
      remedy: ({ charactersMax }) => `Shorten it to ${charactersMax} characters`,
    },
    'text-unstorable': {
      says: () => 'has a character that cannot be kept (a NUL or half a character)',
      remedy: () => 'Delete it and type again',
    },
    'too-few': { says: () => 'are too few', remedy: ({ countMin }) => `Give ${countMin} or more` },
    'too-many': { says: () => 'are too many', remedy: ({ countMax }) => `Send ${countMax} at most, in several parts` },
    'number-too-small': { says: () => 'is too small', remedy: ({ min }) => `Give no less than ${min}` },
    'number-too-large': { says: () => 'is too large', remedy: ({ max }) => `Give no more than ${max}` },
    'instant-impossible': {
      says: () => 'is no possible time',
      remedy: () => 'Check the clock of the phone or system (2000 to 2100)',
    },
    'no-day': { says: () => 'is no day of the calendar', remedy: () => 'Write year-month-day, such as 2026-11-24' },
    'no-time-of-day': { says: () => 'is no time of day', remedy: () => 'Write hours:minutes, 00:00 to 23:59' },
    'no-id': { says: () => 'is no identifier', remedy: () => 'Use letters, digits and . _ : -, 80 at most' },
    'no-six-digits': { says: () => 'is not six digits', remedy: () => 'Enter six digits' },
    'no-hash': {
      says: () => 'is no hash of 64 small hexadecimal digits',
      remedy: () => 'Read the page again, then sign',
    },
    'no-address': {
      says: () => 'is no address',
      remedy: () => 'Begin with rtsp:// or https://, without account and password',
    },
    'no-login': {
      says: () => 'cannot be an account',
      remedy: () => 'Use 2 to 40 letters, digits, ideographs and . _ -',
    },
    'no-version': { says: () => 'is no version', remedy: () => 'Put the version that you read in quotes, such as "3"' },
    'format-unfit': { says: () => 'has not the right form', remedy: () => 'Check it and fill it in again' },
    'not-percent-encoded': { says: () => 'is not encoded', remedy: () => 'Send the file’s name percent-encoded' },
    'time-zone-unknown': { says: () => 'is no time zone', remedy: () => 'Use a name such as Asia/Shanghai' },
    'in-the-future': { says: () => 'lies in the future', remedy: () => 'Check the clock and send again' },
    'ends-before-begin': {
      says: () => 'ends before it begins',
      remedy: () => 'Send begin and end as they were',
    },
    'stretch-too-long': { says: () => 'is longer than a day', remedy: () => 'Hand it in file by file' },
    'nobody-of-this-plant': {
      says: ({ person }) => `${person} is nobody of this plant`,
      remedy: () => 'Import the roster first',
    },
    'no-camera-of-this-plant': {
      says: ({ camera }) => `${camera} is no camera of this plant`,
      remedy: () => 'Register it first',
    },
    'no-place-of-this-plant': {
      says: ({ place }) => `${place} is no place of this plant`,
      remedy: () => 'Choose one from the list of places',
    },
    'not-in-rulebook': { says: () => 'is not in the rules in force', remedy: () => 'Choose from the list' },
    'other-equipment': { says: () => 'is the number of other equipment', remedy: () => 'Choose another number' },
    twice: { says: ({ name }) => `${name} stands twice`, remedy: () => 'Put its rows together' },
    'recording-differs': {
      says: ({ recording }) => `${recording} was handed in with another time, camera or hash`,
      remedy: () => 'Film does not change: check its number',
    },
    'not-seen-safe': {
      says: ({ people }) => `not seen safe: ${people}`,
      remedy: () => 'Count them, or say where they are',
    },
    'version-is-another': {
      says: ({ version, shown }) => `the job is at version ${version}, not ${shown}`,
      remedy: () => 'Read the job again, then decide',
    },
    'retention-runs': { says: () => 'its retention has not ended', remedy: () => 'Release it after that day' },
    'job-evidence-held': {
      says: () => 'the job is not over, or something is owed or alarming',
      remedy: () => 'Settle that first',
    },
    'hold-released-already': { says: () => 'it was released before', remedy: () => 'Load the page again' },
  },
}
