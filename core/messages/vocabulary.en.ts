import type { OperationId } from '../ids.ts'
import type { Weather } from '../place/weather.ts'
import type { RefusalParams } from '../job/refusal.ts'
import type { GasUnit } from '../job/site-records.ts'
import type { HoldPointKind } from '../rulebook/hold-point.ts'
import type { ConditionFact, Messages, Say } from './messages.ts'
import { jobsEn } from './screens/jobs.en.ts'

/** Words that refusals, events and buttons share. */

export const ownersEn: Messages['owners'] = {
  applicant: 'Applicant',
  leader: 'Work leader',
  guardian: 'Guardian',
  'gas-analyst': 'Gas analyst',
  approver: 'Approver',
  training: 'Training department',
  medical: 'Occupational health',
  personnel: 'Personnel department',
  safety: 'Safety department',
  equipment: 'Equipment department',
  'place-unit': 'Unit that owns the place',
}

export const remediesEn: Messages['remedies'] = {
  'declare-contingency': 'Declare the fallback',
  'compare-again': 'Check again',
  'swap-person': 'Choose somebody else',
  'add-person': 'Add people',
  'request-training': 'Request training',
  'renew-credential': 'Renew the certificate',
  'check-credential': 'Check the certificate',
  'correct-record': 'Correct the record',
  'send-to-medical': 'Arrange a medical',
  'change-window': 'Change the time',
  'change-place': 'Change the place',
  'complete-form': 'Complete the form',
  'complete-place': 'Complete the place’s record',
  'split-job': 'Split the job',
  'agree-with-neighbour': 'Agree with the job nearby',
  'wait-for-weather': 'Wait for the wind to drop',
  'record-weather': 'Record the wind',
  'go-to-site': 'Go to the site',
  prepare: 'Prepare it',
  'confirm-measure': 'Confirm the measure',
  'sign-briefing': 'Sign the briefing',
  'sign-with-pin': 'Sign with the PIN',
  'ask-approver': 'Ask the approver',
  'test-gas': 'Test the gas',
  'witness-check': 'Check on site',
  ventilate: 'Ventilate',
  'change-instrument': 'Use another detector',
  'change-fan': 'Use another fan',
  'register-blind': 'Check the blind register',
  'isolate-point': 'Lock and tag it',
  'try-out-point': 'Try it out',
  'close-other-job': 'Wait until that job is closed',
  'ask-key-holder': 'Ask who carries the key',
  'sign-in-guardian': 'Sign the guardian in',
  'call-guardian': 'Call the guardian',
  'capture-anew': 'Take a new picture',
  'resume-work': 'Resume the work',
  'finish-step-before': 'Finish the step before',
  'count-people': 'Count the people',
  'count-tools': 'Count the tools',
  'picture-residue': 'Photograph the place',
  'watch-fire': 'Watch for embers',
  'check-clock': 'Check the phone’s clock',
  'publish-rulebook': 'Publish the rulebook’s edition',
  'new-job': 'Apply anew',
  'answer-return': 'Mend and send again',
  'call-off-evacuation': 'Wait until the evacuation is called off',
  'register-camera': 'Register a fit camera',
  'mend-camera': 'Mend the camera',
  'change-delegation': 'Change the delegation',
}

export const stopReasonsEn: Messages['stopReasons'] = {
  'stop-work': 'somebody called a stop',
  break: 'a break',
  'guardian-left': 'the guardian left the site',
  'guardian-silent': 'the guardian could not be reached',
  'gas-alarm': 'gas out of limits',
  evacuation: 'the place was evacuated',
  cancelling: 'the job is being cancelled',
  change: 'something has changed',
  other: 'another reason',
}

export const risksEn: Messages['risks'] = {
  L1: 'Low risk',
  L2: 'Fairly low risk',
  L3: 'Medium risk',
  L4: 'High risk',
  L5: 'Very high risk',
}

type Role = RefusalParams['not-this-role']['role'] | RefusalParams['people-too-few']['role']

export const rolesEn: { readonly [R in Role]: { readonly one: string; readonly many: string } } = {
  leader: { one: 'the leader', many: 'leaders' },
  guardian: { one: 'a guardian', many: 'guardians' },
  'gas-analyst': { one: 'the gas analyst', many: 'gas analysts' },
  crew: { one: 'one of the crew', many: 'workers' },
  applicant: { one: 'the applicant', many: 'applicants' },
}

export const unitsEn: { readonly [U in GasUnit]: string } = {
  'percent-vol': '%',
  'percent-lel': '%LEL',
  ppm: 'ppm',
  'mg-per-m3': 'mg/m³',
}

export const weatherEn: { readonly [W in Weather]: string } = {
  rain: 'rain',
  'heavy-rain': 'heavy rain',
  snow: 'snow',
  'heavy-snow': 'heavy snow',
  fog: 'fog',
  'thick-fog': 'thick fog',
  thunderstorm: 'a thunderstorm',
}

const facts: { readonly [F in ConditionFact]: string } = {
  operation: 'the kind of work',
  operations: 'the kinds of work',
  level: 'the level of the work',
  risk: 'the risk level',
  'guardians.meanAge': 'the mean age of the guardians',
  'place.kind': 'the kind of place',
  'place.zone': 'the fire and explosion zone of the place',
  'place.atmosphere': 'what the place contains',
  'place.isInOperation': 'whether the equipment is in operation',
  'place.isInMajorHazardDike': 'whether the place lies inside the dike of a major hazard',
  'place.isPipeRack': 'whether the place is a pipe rack',
  'place.isOutdoor': 'whether the place is outdoors',
  'window.hours': 'how long the work lasts',
  'window.isNight': 'whether the work is done at night',
  'booking.isUrgent': 'whether it was not booked a day ahead',
  'window.days': 'the plant’s calendar',
  window: 'when the work is done',
}

/** A form's answer is named by its label; what is no fact at all, such as a rulebook's row, has no name to tell. */
export const factEn = (fact: string, { names }: Say): string => {
  if (Object.hasOwn(facts, fact)) return facts[fact as ConditionFact]
  const [, operation, field] = /^field\.([^.]+)\.(.+)$/.exec(fact) ?? []
  return operation && field ? `“${names.field(operation as OperationId, field)}”` : 'something about this job'
}

/** A picture's step is mostly a hold point. */
export const captureStepEn = (step: string): string =>
  step === 'signature'
    ? 'a handwritten signature'
    : Object.hasOwn(jobsEn.holdPoint, step)
      ? `“${jobsEn.holdPoint[step as HoldPointKind]}”`
      : 'another step'

/** Where a blind is. */
export const blindStatesEn = {
  planned: 'not fitted yet',
  'in-work': 'being worked on',
  installed: 'installed',
  removed: 'removed',
}

const samplingPoints: { readonly [point: string]: string } = {
  upper: 'the top',
  middle: 'the middle',
  lower: 'the bottom',
  point: 'the sampling point',
}

/** Where the air is taken, within a sentence. A plant that names its points otherwise reads its own names. */
export const samplingPointEn = (point: string): string => samplingPoints[point] ?? point
