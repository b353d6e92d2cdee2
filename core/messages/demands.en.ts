import type { DemandWords } from './say-demand.ts'

/** What each requirement asks, as a safety officer would say it. */
export const demandsEn: DemandWords = {
  'is-on-roster@1': () => 'Employed and on the roster',
  'holds-valid-credential@1': ({ category, officialCheckAgeDaysMax }, w) =>
    `Holds a valid ${w.category(category)}, looked up at its issuer within ${w.number(officialCheckAgeDaysMax)} days`,
  'is-trained@1': ({ category }, w) => `Has passed ${w.category(category)}, and it is still valid`,
  'is-medically-fit@1': ({ systolicMmHgMax, diastolicMmHgMax }, w) =>
    `Medically fit for this work, blood pressure below ${w.number(systolicMmHgMax)}/${w.number(diastolicMmHgMax)} mmHg`,
  'crew-is-rested@1': ({ dutyHoursMax, restHoursMin }, w) =>
    `On duty for ${w.number(dutyHoursMax)} h at most, after a rest of ${w.number(restHoursMin)} h at least`,
  'may-work-at-level@1': () => 'The matrix of positions allows this level',
  'guardian-is-not-worker@1': () => 'The guardian does none of the work',
  'is-free-for-this-job@1': ({ as }) =>
    as === 'guardian' ? 'Guards one job at a time' : 'Works nowhere else at the same time',
  'window-is-lawful@1': () => 'The time applied for is within the validity',
  'window-is-at-most@1': ({ hoursMax }, w) => `Lasts ${w.number(hoursMax)} h at most`,
  'now-is-within-window@1': () => 'It is the time that was approved',
  'no-neighbour-conflicts@2': () => 'No conflicting work around, whichever of the two is there first',
  'activities-go-together@1': () => 'Nothing goes on inside the job that must not go on beside this work',
  'no-neighbour-conflicts@1': () => 'No conflicting work around',
  'isolation-in-place@1': () => 'The isolation points relied on are locked, tagged and tried',
  'place-names-gases@1': ({ gases }, w) => `The gases of the place include ${w.gases(gases)}`,
  'wind-allows@1': ({ windForceForbidden, ageMinutesMax }, w) =>
    `Outdoors the wind is below force ${w.number(windForceForbidden)}, observed within ${w.number(ageMinutesMax)} min`,
  'sky-allows@1': ({ weatherForbidden }, w) => `Outdoors there is no ${w.weather(weatherForbidden)}`,
  'recording-covers-work@1': ({ protectionLevels, silentMinutesMax, gapSecondsMax, handInHoursMax }, w) =>
    `the whole work is filmed: a camera of protection level ${w.texts(protectionLevels)}, not faulty, silent for at most ${w.number(silentMinutesMax)} minutes; no gap above ${w.number(gapSecondsMax)} seconds, handed in within ${w.number(handInHoursMax)} hours`,
  'answer-is-at-most@1': ({ field, max }, w) => `“${w.field(field)}” is ${w.number(max)} at most`,
  'answer-is-at-least@1': ({ field, min }, w) => `“${w.field(field)}” is ${w.number(min)} at least`,
  'answer-is-yes@1': ({ field }, w) => `“${w.field(field)}” is yes`,
  'answer-names-one@1': ({ field }, w) => `“${w.field(field)}” names one only`,
  'plan-is-uploaded@1': () => 'The approved plan is uploaded as a file',
  'preparations-complete@1': () => 'All preparations are complete',
  'measures-confirmed@1': () => 'Every safety measure is confirmed',
  'briefing-signed@1': () => 'The briefing is signed by both sides',
  'gas-sample-is-fresh@1': ({ ageMinutesMax }, w) =>
    `Gas was sampled within ${w.number(ageMinutesMax)} min before the start`,
  'gas-within-limits@1': (
    { oxygenPercentMin, oxygenPercentMax, combustiblePercentMax, combustibleLowLelPercentMax },
    w,
  ) =>
    `Oxygen ${w.number(oxygenPercentMin)}–${w.number(oxygenPercentMax)} %, combustibles ${w.number(combustiblePercentMax)} % of volume at most (${w.number(combustibleLowLelPercentMax)} % where the explosion limit is low), toxic gases within their limits`,
  'instrument-is-calibrated@1': () => 'The detector is within its calibration',
  'gas-tested-after-break@1': () => 'Tested again after a break longer than allowed',
  'gas-tested-today@1': () => 'Tested before work on each day',
  'air-is-watched@1': ({ silentMinutesMax }, w) =>
    `The air is watched without a gap of more than ${w.number(silentMinutesMax)} min`,
  'fan-ventilates-this-space@1': () => 'The fan is in service and registered for this space',
  'checks-witnessed@1': ({ breakMinutesMax }, w) =>
    `All checks were seen on site and pictured, and anew after a break of more than ${w.number(breakMinutesMax)} min`,
  'guardian-is-present@1': () => 'The guardian has signed in on site and has not left',
  'everything-counted-out@1': () => 'Everybody and every tool that went in is counted out',
  'residue-pictured@1': ({ picturesMin }, w) => `The cleared place is pictured ${w.number(picturesMin)} times at least`,
  'fire-watch-kept@1': ({ minutesMin }, w) => `Embers are watched for ${w.number(minutesMin)} min after the work`,
  'blind-is-registered@1': ({ field }, w) =>
    `“${w.field(field)}” is on the map and register of blinds, where the work is`,
  'blind-fits-action@1': () => 'Only an installed blind is removed, and one is fitted only where none is',
  'cross-work-declared@1': ({ field }, w) => `With other work at the same place and time, “${w.field(field)}” is yes`,
  'fall-line-declared@1': ({ field }, w) => `With work at height above or below, “${w.field(field)}” is yes`,
  'permits-still-fit@1': () => 'Levels and further permits are still those that day and place ask for now',
  'urgent-work-has-reason@1': () => 'What was not booked a day ahead says why it cannot wait',
}
