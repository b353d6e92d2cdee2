import type { PersonId } from '../ids.ts'
import type { PresenceState } from '../job/site-records.ts'
import { changeEventsEn } from './events/changes.en.ts'
import type { EventWords, Say } from './messages.ts'
import { stopReasonsEn } from './vocabulary.en.ts'

const presence: { readonly [S in PresenceState]: string } = {
  inside: 'is on site',
  outside: 'left the site',
  silent: 'cannot be reached',
}
const verdict = {
  agrees: 'the values agree',
  differs: 'the values differ',
  explained: 'could not be compared, explained',
} as const
const whoOf = (by: PersonId | null, { names }: Say): string => (by === null ? 'Somebody' : names.person(by))
const withNote = (sentence: string, note: string): string => (note.trim() === '' ? sentence : `${sentence}: ${note}`)

/** The job's history, one sentence for each thing that happened. */
export const eventsEn: EventWords = {
  JobSubmitted: ({ by, permits }, { names }) =>
    `${names.person(by)} applied for ${permits.map(({ number }) => number).join(', ')}`,
  CommandRefused: ({ by, refusals }, { names }) =>
    `${names.person(by)} was held back: ${refusals.length} ${refusals.length === 1 ? 'thing' : 'things'} not met`,
  PreparationRecorded: ({ by, operation, preparation }, { names }) =>
    `${names.person(by)} completed “${names.preparation(operation, preparation)}”`,
  MeasureConfirmed: ({ by, operation, measure, isInvolved }, { names }) =>
    `${names.person(by)} ${isInvolved ? 'confirmed a safety measure' : 'declared a safety measure not involved'}: ${names.measure(operation, measure)}`,
  BriefingSigned: ({ by, as }, { names }) =>
    `${names.person(by)} ${as === 'briefer' ? 'gave' : 'received'} the safety briefing and signed`,
  StepApproved: ({ by, step, permit, onBehalfOf }, { names }) =>
    `${names.person(by)} signed “${names.step(step)}” on permit ${names.permit(permit)}${onBehalfOf === undefined ? '' : ` on behalf of ${names.person(onBehalfOf)}`}`,
  JobApproved: () => 'Everything is approved; work may start',
  JobReturned: ({ by, reason, toStep }, { names }) =>
    withNote(
      toStep === undefined
        ? `${names.person(by)} returned the application to its applicant`
        : `${names.person(by)} sent permit ${names.permit(toStep.permit)} back to “${names.step(toStep.step)}”`,
      reason,
    ),
  ReturnAnswered: ({ by, note }, { names }) => withNote(`${names.person(by)} mended it and sent it again`, note),
  ApplicationWithdrawn: ({ by, reason }, { names }) => withNote(`${names.person(by)} withdrew the application`, reason),
  ApprovalTakenBack: ({ by, step, permit, reason }, { names }) =>
    withNote(
      `${names.person(by)} took back the signature “${names.step(step)}” on permit ${names.permit(permit)}`,
      reason,
    ),
  SignerAdded: ({ by, step, signer, reason }, { names }) =>
    withNote(`${names.person(by)} asked ${names.person(signer)} to sign “${names.step(step)}” as well`, reason),
  GasTested: ({ test, isWithinLimits }, { names }) =>
    `${names.person(test.analyst)} tested the gas: ${isWithinLimits ? 'within limits' : 'out of limits'}`,
  VentilationRecorded: ({ by, ventilation }, { names }) =>
    `${names.person(by)} confirmed ventilation by the fan “${names.equipment(ventilation.fan)}”`,
  CheckWitnessed: ({ by, operation, check }, { names }) =>
    `${names.person(by)} saw and pictured: ${names.check(operation, check)}`,
  GuardianSignedIn: ({ signIn }, { names }) => `The guardian ${names.person(signIn.person)} signed in`,
  GuardianDutyEnded: ({ guardian }, { names }) => `The guardian ${names.person(guardian)} went off duty`,
  GuardianPresenceChanged: ({ guardian, state }, { names }) =>
    `The guardian ${names.person(guardian)} ${presence[state]}`,
  WorkStarted: ({ by }, { names }) => `${names.person(by)} started the work`,
  WorkStopped: ({ by, reason, note }, say) =>
    withNote(
      reason === 'stop-work'
        ? `${whoOf(by, say)} stopped the work`
        : `Work stopped${by === null ? '' : ` by ${say.names.person(by)}`} (${stopReasonsEn[reason]})`,
      note,
    ),
  WorkResumed: ({ by }, { names }) => `${names.person(by)} resumed the work`,
  SnapshotTaken: ({ by, placing }, { names }) =>
    `${names.person(by)} took the pictures of the work${placing === 'unclear' ? '; where they were taken is not certain' : ''}`,
  PassageRecorded: ({ passage: { what, direction } }, { names }) =>
    'person' in what
      ? `${names.person(what.person)} went ${direction}`
      : `${what.tool}: ${what.count} taken ${direction}`,
  WorkFinished: ({ by }, { names }) => `${names.person(by)} finished the work`,
  FireWatchRecorded: ({ by, isCalm }, { names }) =>
    `${names.person(by)} looked for embers: ${isCalm ? 'all calm' : 'not calm'}`,
  ResidueRecorded: ({ by, pictures }, { names }) =>
    `${names.person(by)} took ${pictures.length} ${pictures.length === 1 ? 'picture' : 'pictures'} of the cleared place`,
  AlarmClosed: ({ by, result }, { names }) => `${names.person(by)} closed an alarm: ${result}`,
  AcceptanceSigned: ({ by, acceptance }, { names }) => `${names.person(by)} signed “${names.acceptance(acceptance)}”`,
  JobClosed: () => 'The job was closed',
  ...changeEventsEn,
  ContingencyOpened: ({ by, contingency: { source, until } }, { names, time }) =>
    `${names.equipment(source)} is silent; ${names.person(by)} opened the fallback until ${time(until)}`,
  ContingencyClosed: ({ by }, { names }) => `${names.person(by)} ended the fallback`,
  DebtSettled: ({ by, outcome }, { names }) =>
    `${names.person(by)} checked what was done by fallback: ${verdict[outcome.verdict]}`,
  RestsForeseen: ({ rests }, { names, time }) =>
    rests.length === 0
      ? 'nobody has to rest before the permit ends'
      : `has to rest: ${rests.map(({ person, at }) => `${names.person(person)} from ${time(at)}`).join(', ')}`,
  RecordingKept: ({ recording: { camera, from, to } }, { names, time }) =>
    `film of “${names.equipment(camera)}” from ${time(from)} to ${time(to)} was handed in`,
  PaperTicketEntered: ({ by, supervisedBy, ticket }, { names }) =>
    `${names.person(by)} entered the emergency paper ticket ${ticket}, supervised by ${names.person(supervisedBy)}`,
  JobCancelled: ({ by, reason }, { names }) => withNote(`${names.person(by)} cancelled the job`, reason),
}
