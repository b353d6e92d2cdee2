import type { RefusalWords } from '../messages.ts'
import { jobsEn } from '../screens/jobs.en.ts'
import { blindStatesEn, factEn, samplingPointEn, unitsEn, weatherEn } from '../vocabulary.en.ts'

/** Where and when, gas and air, and who is present. */
export const siteEn = {
  'place-unknown': ({ place }, { names }) => `The place “${names.place(place)}” is not registered`,
  'level-unknown': ({ operation, fact }, say) =>
    `The level of ${say.names.operation(operation)} cannot be told: ${factEn(fact, say)} is not known`,
  'condition-unknown': ({ operation, fact }, say) =>
    `What ${say.names.operation(operation)} asks for cannot be told: ${factEn(fact, say)} is not known`,
  'window-backwards': ({ from, to }, { time }) => `The end, ${time(to)}, is not after the start, ${time(from)}`,
  'window-in-the-past': ({ to }, { time }) => `The planned time ended at ${time(to)}`,
  'window-too-long': ({ operation, level, hours, hoursMax }, { names, number }) =>
    `A permit for ${names.operation(operation)}, ${names.level(operation, level)}, lasts at most ${hoursMax} hours; ${number(hours)} were asked for`,
  'outside-window': ({ from, to }, { time }) => `It is outside the permit’s time (${time(from)} to ${time(to)})`,
  'answer-out-of-bounds': ({ operation, field, value, min, max }, { names, number }) =>
    `${names.field(operation, field)} of ${names.operation(operation)} is ${number(value)}; it must be ${max === null ? `at least ${number(min ?? 0)}` : `at most ${number(max)}`}`,
  'answer-forbids': ({ operation, field }, { names }) =>
    `${names.operation(operation)} is not allowed with this answer to “${names.field(operation, field)}”`,
  'outside-daily-hours': ({ from, to }) => `Work goes on only between ${from} and ${to} each day`,
  'pipe-unknown': ({ place }, { names }) =>
    `It is not recorded on which pipe ${names.place(place)} lies, and another job works on a pipe at the same time`,
  'neighbours-unknown': () => 'It cannot be told which jobs are nearby, so a conflict cannot be ruled out',
  'neighbour-conflicts': ({ job, operation, distanceMetres, metresMax }, { names }) =>
    metresMax === null
      ? `“${names.job(job)}” does ${names.operation(operation)} at the same place; the two must not go on together`
      : `“${names.job(job)}” does ${names.operation(operation)} ${Math.floor(distanceMetres)} m away; the two must not go on together within ${metresMax} m`,
  'weather-unknown': () => 'The wind is not known, so outdoor work cannot be cleared',
  'weather-stale': ({ ageMinutes, ageMinutesMax }, { minutes }) =>
    ageMinutes < 0
      ? `The wind reading is ${minutes(-ageMinutes)} ahead of the clock; it must be at most ${ageMinutesMax} minutes old`
      : `The wind reading is ${minutes(ageMinutes)} old; it must be at most ${ageMinutesMax} minutes old`,
  'weather-forbids': ({ weather }) => `There is ${weatherEn[weather]}: no work in the open`,
  'wind-too-strong': ({ windForce, windForceMax }) =>
    `The wind is force ${windForce}; at most force ${windForceMax} is allowed`,
  'happened-in-the-future': ({ aheadSeconds }) =>
    `The phone’s clock is ${Math.ceil(aheadSeconds)} seconds ahead of the server`,
  'position-uncertain': ({ accuracyMetres, distanceMetres, metresMax }) =>
    `The position, ${Math.ceil(distanceMetres)} m away, is accurate only to ${Math.ceil(accuracyMetres)} m; it must surely lie within ${metresMax} m`,
  'position-outside': ({ distanceMetres, metresMax }) =>
    `The position is ${Math.ceil(distanceMetres)} m away from the place of work; it must be within ${metresMax} m`,
  'position-missing': () => 'Without a position nothing shows that this was done on site',
  'gas-sample-missing': ({ gas, point }, { names }) =>
    `${names.gas(gas)} has not been tested at ${samplingPointEn(point)}`,
  'gas-sample-stale': ({ gas, point, ageMinutes, ageMinutesMax }, { names, minutes }) =>
    `${names.gas(gas)} at ${samplingPointEn(point)} was tested ${minutes(ageMinutes)} ago; a test counts for ${ageMinutesMax} minutes`,
  'gas-sample-future': ({ gas, point }, { names }) =>
    `The sample of ${names.gas(gas)} at ${samplingPointEn(point)} is dated in the future`,
  'gas-out-of-limits': ({ gas, point, value, min, max, unit }, { names, number }) =>
    `${names.gas(gas)} at ${samplingPointEn(point)} is ${number(value)} ${unitsEn[unit]} (${min === null ? `at most ${number(max)}` : `should be ${number(min)}–${number(max)}`})`,
  'gas-unknown': ({ gas }, { names }) => `No limit is recorded for ${names.gas(gas)}`,
  'gas-value-impossible': ({ gas, value, unit }, { names, number }) =>
    `${names.gas(gas)} cannot be ${number(value)} ${unitsEn[unit]}; read the display again`,
  'gas-unit-unfit': ({ gas, unit }, { names }) => `${names.gas(gas)} cannot be given in ${unitsEn[unit]}`,
  'gases-of-place-unknown': ({ place }, { names }) =>
    `The record of “${names.place(place)}” does not say which gases may be there and where to sample them`,
  'gas-test-after-break': ({ breakMinutes, breakMinutesMax }, { minutes }) =>
    `The break lasted ${minutes(breakMinutes)}; after more than ${breakMinutesMax} minutes the gas is tested again`,
  'gas-test-of-day-missing': ({ date: day }, { date }) => `No gas has been tested on ${date(day)} yet`,
  'instrument-unknown': ({ instrument }, { names }) =>
    `The detector “${names.equipment(instrument)}” is not registered`,
  'instrument-out-of-calibration': ({ instrument, calibratedThrough }, { names, date }) =>
    calibratedThrough === null
      ? `The detector “${names.equipment(instrument)}” has no calibration on record`
      : `The detector “${names.equipment(instrument)}” was calibrated through ${date(calibratedThrough)}, which was over at the test`,
  'instrument-cannot-measure': ({ instrument, gas }, { names }) =>
    `The detector “${names.equipment(instrument)}” cannot measure ${names.gas(gas)}`,
  'sources-unknown': () => 'whether detectors, gateway and positioning are heard could not be looked up',
  'source-unknown': ({ source }, { names }) => `${names.equipment(source)} is not registered`,
  'source-silent': ({ source, since }, { names, time }) =>
    since === null
      ? `${names.equipment(source)} was never heard`
      : `${names.equipment(source)} has been silent since ${time(since)}`,
  'source-not-silent': ({ source, heardAt }, { names, time }) =>
    `${names.equipment(source)} was heard at ${time(heardAt)}, so no fallback is needed`,
  'spoken-reading-missing': ({ source }, { names }) =>
    `${names.equipment(source)} is silent: the gas test needs a picture of the display and the reading spoken aloud`,
  'contingency-unknown': ({ mode }) => `the rulebook has no fallback "${mode}"`,
  'contingency-right-missing': ({ person }, { names }) => `${names.person(person)} does not hold this right`,
  'contingency-stands': ({ source, until }, { names, time }) =>
    `a fallback for ${names.equipment(source)} is open already, until ${time(until)}`,
  'contingency-over': ({ until }, { time }) => `the fallback was over at ${time(until)}`,
  'contingency-too-long': ({ hours, hoursMax }, { number }) =>
    `a fallback lasts ${number(hoursMax)} h at most; ${number(hours)} h were asked`,
  'debt-unknown': () => 'there is no such record made by fallback',
  'debt-settled-already': () => 'this record was checked already',
  'debt-not-comparable': () => 'this record has no values to compare: say how it was checked',
  'own-debt': ({ person }, { names }) => `${names.person(person)} cannot check an own record`,
  'supervisor-missing': ({ person }, { names }) =>
    `${names.person(person)} cannot supervise this: it takes somebody else of the safety department`,
  'comparison-missing': ({ gas, point }, { names }) =>
    `${names.gas(gas)} at ${samplingPointEn(point)} has no value to compare with, or the unit does not fit`,
  'cameras-unknown': () => 'whether a camera films the place could not be looked up',
  'camera-missing': ({ place }, { names }) =>
    `no camera is registered for “${names.place(place)}”, so nothing would film the whole work`,
  'camera-faulty': ({ camera, since }, { names, time }) =>
    `camera “${names.equipment(camera)}” has been faulty since ${time(since)}`,
  'camera-unfit': ({ camera, rating }, { names }) =>
    rating === null
      ? `camera “${names.equipment(camera)}” has no explosion rating and may not be used here`
      : `camera “${names.equipment(camera)}” is rated “${rating}”, which does not suit this place`,
  'camera-silent': ({ camera, since }, { names, time }) =>
    since === null
      ? `camera “${names.equipment(camera)}” has never reported that it records`
      : `whether camera “${names.equipment(camera)}” records has not been known since ${time(since)}`,
  'fan-unknown': ({ fan }, { names }) => `The fan “${names.equipment(fan)}” is not registered`,
  'fan-out-of-service': ({ fan }, { names }) => `The fan “${names.equipment(fan)}” is out of service`,
  'fan-not-scanned': ({ fan }, { names }) =>
    `Nothing shows that the code of the fan “${names.equipment(fan)}” was scanned`,
  'fan-scanned-is-another': ({ fan, scanned }, { names }) =>
    `The code that was scanned is of “${names.equipment(scanned)}”, not of the fan “${names.equipment(fan)}”`,
  'fan-of-another-space': ({ fan, place }, { names }) =>
    `The fan “${names.equipment(fan)}” does not ventilate “${names.place(place)}”`,
  'gas-of-place-missing': ({ place, gas }, { names }) =>
    `${names.gas(gas)} has to be tested here and is not among the gases of ${names.place(place)}`,
  'ventilation-missing': () => 'Ventilation has not been confirmed yet',
  'guardian-not-signed-in': ({ person }, { names }) => `The guardian ${names.person(person)} has not signed in`,
  'guardian-outside': ({ person, since }, { names, time }) =>
    `The guardian ${names.person(person)} left the site at ${time(since)}`,
  'guardian-silent': ({ person, since }, { names, time }) =>
    `The guardian ${names.person(person)} has not been heard of since ${time(since)}; nobody knows whether they are on site`,
  'second-person-missing': ({ person }, { names }) =>
    `${names.person(person)} cannot witness this: somebody else of this job has to confirm the sign-in`,
  'neighbour-distance-unknown': ({ job, operation, metresMax }, { names }) =>
    `“${names.job(job)}” does ${names.operation(operation)} at a place without a shape, so nobody can tell that it is more than ${metresMax} m away`,
  'activity-conflicts': ({ operation, other, field, activity }, { names }) =>
    `${names.operation(operation)} never goes together with “${names.option(other, field, activity)}” in one job`,
  'cross-work-undeclared': ({ job }, { names }) =>
    `“${names.job(job)}” goes on at the same place and time: declare the cross work and name its coordinator`,
  'fall-line-shared': ({ job }, { names }) =>
    `“${names.job(job)}” works at height above or below: declare the cross work, so that barriers are asked for`,
  'blind-unknown': ({ blind }) => `the register knows no blind “${blind}”`,
  'blind-of-another-place': ({ blind, place }, { names }) =>
    `blind “${blind}” is at “${names.place(place)}”, not at this place`,
  'blind-in-wrong-state': ({ blind, state }) =>
    `blind “${blind}” is ${blindStatesEn[state]}, so this cannot be done to it`,
  'isolation-unknown': () => 'the points to isolate cannot be looked up, so nobody can tell that the energy is cut off',
  'point-not-isolated': ({ point }, { names }) =>
    `isolation point “${names.equipment(point)}” is not locked and tagged yet`,
  'point-not-tried-out': ({ point }, { names }) =>
    `isolation point “${names.equipment(point)}” is locked, but nobody has tried out whether anything moves behind it`,
  'point-still-live': ({ point }, { names }) =>
    `isolation point “${names.equipment(point)}” was found live at the try-out and has to be isolated anew`,
  'point-isolated-already': ({ point }, { names }) => `isolation point “${names.equipment(point)}” is locked already`,
  'point-relied-on': ({ point, job, status }, { names }) =>
    `“${names.job(job)}” (${jobsEn.status[status]}) still relies on isolation point “${names.equipment(point)}”: the lock stays on`,
  'point-key-elsewhere': ({ point, person }, { names }) =>
    `${names.person(person)} carries the key of isolation point “${names.equipment(point)}”`,
  'point-witness-is-same': ({ point, person }, { names }) =>
    `${names.person(person)} cannot be the own witness: another person has to watch the try-out of “${names.equipment(point)}”`,
} satisfies Partial<RefusalWords>
