import type { RefusalWords } from '../messages.ts'
import { jobsEn } from '../screens/jobs.en.ts'
import { captureStepEn, stopReasonsEn } from '../vocabulary.en.ts'

const { status: statuses, holdPoint: holdPoints } = jobsEn

/** Form and preparation, evidence, and the job's course. */
export const courseEn = {
  'field-missing': ({ operation, field }, { names }) =>
    `“${names.field(operation, field)}” of ${names.operation(operation)} is not filled in`,
  'field-out-of-range': ({ operation, field, min, max }, { names, number }) =>
    `“${names.field(operation, field)}” of ${names.operation(operation)} must lie between ${number(min)} and ${number(max)}`,
  'field-unreadable': ({ operation, field }, { names }) =>
    `The answer to “${names.field(operation, field)}” of ${names.operation(operation)} makes no sense there`,
  'operation-unknown': ({ operation }, { names }) => `The rules know no work called “${names.operation(operation)}”`,
  'level-below-derived': ({ operation, level, derived }, { names }) =>
    `${names.operation(operation)} is ${names.level(operation, derived)} here and cannot be lowered to ${names.level(operation, level)}`,
  'level-outdated': ({ operation, level, derived }, { names }) =>
    `${names.operation(operation)} is ${names.level(operation, derived)} by now, and the permit says ${names.level(operation, level)}: the day or the place has changed since it was applied for`,
  'preparation-missing': ({ operation, preparation }, { names }) =>
    `“${names.preparation(operation, preparation)}” for ${names.operation(operation)} is missing`,
  'preparation-incomplete': ({ operation, preparation, item }, { names }) =>
    `“${names.preparation(operation, preparation)}” for ${names.operation(operation)} still lacks ${names.preparationItem(operation, preparation, item)}`,
  'plan-not-uploaded': ({ operation, preparation }, { names }) =>
    `The approved file of “${names.preparation(operation, preparation)}” for ${names.operation(operation)} is not uploaded`,
  'plan-not-approved-yet': ({ operation, preparation, approvedOn }, { names, date }) =>
    `“${names.preparation(operation, preparation)}” for ${names.operation(operation)} is approved on ${date(approvedOn)} only`,
  'plan-document-unknown': ({ operation, preparation }, { names }) =>
    `The file of “${names.preparation(operation, preparation)}” for ${names.operation(operation)} was not uploaded for this job`,
  'measure-unconfirmed': ({ operation, measure }, { names }) =>
    `A safety measure of ${names.operation(operation)} is not confirmed: ${names.measure(operation, measure)}`,
  'measure-not-optional': ({ operation, measure }, { names }) =>
    `This safety measure of ${names.operation(operation)} always applies: ${names.measure(operation, measure)}`,
  'measure-unknown': ({ operation, measure }, { names }) =>
    `${names.operation(operation)} has no such safety measure: ${names.measure(operation, measure)}`,
  'briefing-unsigned': ({ person }, { names }) => `${names.person(person)} has not signed the safety briefing`,
  'briefer-missing': () => 'No safety briefing has been given; whoever gives it signs first',
  'approval-missing': ({ permit, step }, { names }) =>
    `Permit ${names.permit(permit)} still lacks the signature for “${names.step(step)}”`,
  'approval-not-its-turn': ({ step, waitsFor }, { names }) =>
    `“${names.step(step)}” has its turn after “${names.step(waitsFor)}”`,
  'approval-done-already': ({ step }, { names }) => `“${names.step(step)}” is already signed`,
  'linked-permit-missing': ({ operation }, { names }) =>
    `This job also needs a permit for ${names.operation(operation)}`,
  'evidence-missing': ({ step }) => `The picture taken on site for ${captureStepEn(step)} is missing`,
  'evidence-not-a-picture': () => 'this takes a picture, not a recording',
  'evidence-not-a-recording': () => 'this takes a recording, not a picture',
  'evidence-of-another-job': () => 'This picture was taken for another job',
  'evidence-of-another-person': ({ person }, { names }) =>
    `This picture was taken by ${names.person(person)}; whoever hands in a record takes its pictures`,
  'evidence-of-another-step': ({ step, expected }) =>
    `This picture was taken for ${captureStepEn(step)}; one for ${captureStepEn(expected)} is needed`,
  'evidence-cited-before': ({ citedAt }, { time }) =>
    citedAt === null
      ? 'One picture stands for two things here; each needs its own'
      : `This picture already stands in the record of ${time(citedAt)}; one picture proves one thing`,
  'evidence-taken-elsewhere': ({ distanceMetres, metresMax }, { number }) =>
    `This picture was taken ${number(Math.round(distanceMetres))} m from the place; it counts within ${number(metresMax)} m`,
  'evidence-place-unknown': ({ accuracyMetres }, { number }) =>
    accuracyMetres === null
      ? 'This picture does not say where it was taken: wait for the position, then take it again'
      : `Where this picture was taken is known only to ${number(Math.ceil(accuracyMetres))} m, so it may be elsewhere: wait for a better position, then take it again`,
  'snapshot-time-differs': ({ capturedAt, takenAt }, { time }) =>
    `The snapshot says ${time(capturedAt)}, but its pictures were taken at ${time(takenAt)}`,
  'snapshot-pictures-apart': ({ minutes, minutesMax }, { number }) =>
    `The pictures of one snapshot were taken ${number(Math.ceil(minutes))} minutes apart; ${number(minutesMax)} are allowed`,
  'evidence-reused': ({ reuse }) =>
    reuse === 'same' ? 'This picture has been used before' : 'This picture is almost the same as an earlier one',
  'job-in-wrong-state': ({ status, needed }) =>
    `The job is “${statuses[status]}”; this can be done only when it is ${needed.map((one) => `“${statuses[one]}”`).join(' or ')}`,
  'hold-point-not-open': ({ holdPoint, waitsFor }) =>
    `“${holdPoints[holdPoint]}” opens when “${holdPoints[waitsFor]}” is met`,
  'hold-point-not-applicable': ({ holdPoint }) => `This job does not ask for “${holdPoints[holdPoint]}”`,
  'check-unwitnessed': ({ operation, check }, { names }) =>
    `Nobody has checked on site yet for ${names.operation(operation)}: ${names.check(operation, check)}`,
  'check-before-break': ({ operation, check, breakMinutesMax }, { names, minutes }) =>
    `The break lasted more than ${minutes(breakMinutesMax)}, so this is checked anew for ${names.operation(operation)}: ${names.check(operation, check)}`,
  'evacuations-unknown': () => 'It cannot be told whether the place is being evacuated',
  'evacuation-stands': ({ since }, { time }) =>
    `The place has been evacuated since ${time(since)}; nothing starts before it is called off`,
  'gas-test-after-evacuation': ({ since }, { time }) =>
    `Gas tests from before the evacuation at ${time(since)} no longer count: test again`,
  'stop-stands': ({ since, reason }, { time }) =>
    `Work was stopped at ${time(since)} (${stopReasonsEn[reason]}) and has not been resumed`,
  'people-still-inside': ({ people }, { names }) =>
    `${people.length === 1 ? '1 person is' : `${people.length} people are`} still inside: ${people.map(names.person).join(', ')}`,
  'tools-unaccounted': ({ tool, in: wentIn, out }) => `${tool}: ${wentIn} went in, ${out} came out`,
  'people-not-counted': () => 'Nobody has recorded who and what went in and out',
  'residue-pictures-missing': ({ count, countMin }) =>
    `${count} pictures of the cleared place; at least ${countMin} must be taken`,
  'fire-watch-running': ({ minutesLeft, minutesMin }, { minutes }) =>
    `Embers are watched for ${minutesMin} minutes after the work; ${minutes(minutesLeft)} to go`,
  'fire-watch-missing': ({ minutesMin }) =>
    `No look at the embers is recorded ${minutesMin} minutes or more after the work`,
  'acceptance-unknown': ({ acceptance }, { names }) => `This job has no acceptance “${names.acceptance(acceptance)}”`,
  'acceptance-done-already': ({ acceptance }, { names }) => `“${names.acceptance(acceptance)}” is already signed`,
  'step-unknown': ({ step }, { names }) => `This permit has no step “${names.step(step)}”`,
  'permit-unknown': ({ permit }, { names }) => `This job has no permit ${names.permit(permit)}`,
  'rulebook-edition-unknown': ({ rulebook, edition }) =>
    edition === ''
      ? 'The rulebook of this plant cannot be read, so nothing can be permitted'
      : `Edition ${edition} of the rulebook “${rulebook}”, under which this job was submitted, is not known here`,
} satisfies Partial<RefusalWords>
