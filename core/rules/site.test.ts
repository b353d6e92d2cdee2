import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../ids.ts'
import { facts, guardian, noon, place, rulebook, welder } from '../job/examples.ts'
import type { JobRecord } from '../job/job.ts'
import type { Conflict, Operation } from '../rulebook/rulebook.ts'
import { addHours, addMinutes } from '../time/epoch.ts'
import { everythingCountedOut } from './close-out/everything-counted-out.ts'
import { fireWatchKept } from './close-out/fire-watch-kept.ts'
import { residuePictured } from './close-out/residue-pictured.ts'
import { codesOf, context, startedRecord } from './examples.ts'
import { noNeighbourConflicts } from './place/no-neighbour-conflicts.ts'
import { windAllows } from './place/wind-allows.ts'
import { briefingSigned } from './preparation/briefing-signed.ts'
import { measuresConfirmed } from './preparation/measures-confirmed.ts'
import { preparationsComplete } from './preparation/preparations-complete.ts'
import { guardianIsPresent } from './presence/guardian-is-present.ts'
import { nowIsWithinWindow } from './time/now-is-within-window.ts'
import { windowIsLawful } from './time/window-is-lawful.ts'
import { fanVentilatesThisSpace } from './ventilation/fan-ventilates-this-space.ts'

const fire = rulebook.operations['fire'] as Operation
const recorded = (change: Partial<JobRecord>) => context({ record: { ...startedRecord, ...change } })
const at = (now: typeof noon, record: JobRecord = startedRecord) => context({ facts: facts({ now }), record })

test('work goes on up to the end of the window and not at it', () => {
  const { to } = context().application.window
  assert.deepEqual(codesOf(nowIsWithinWindow, {}, at(addMinutes(to, -1))), [])
  assert.deepEqual(codesOf(nowIsWithinWindow, {}, at(to)), ['outside-window'])
})

test('a window may be as long as the level allows and not a minute longer', () => {
  const { application, level } = context()
  const lasting = (hours: number) =>
    context({ application: { ...application, window: { from: noon, to: addHours(noon, hours) } } })
  assert.deepEqual(codesOf(windowIsLawful, {}, lasting(level.validHoursMax.value)), [])
  assert.deepEqual(codesOf(windowIsLawful, {}, lasting(level.validHoursMax.value + 1 / 60)), ['window-too-long'])
  assert.deepEqual(codesOf(windowIsLawful, {}, lasting(-1)), ['window-backwards'])
})

test('outdoors wind force 4 passes, 5 does not, and neither does an old or missing observation', () => {
  const parameters = { windForceForbidden: 5, ageMinutesMax: 60 }
  const outdoor = { ...facts().place!, isOutdoor: true }
  const wind = (windForce: number, ageMinutes = 0) =>
    codesOf(
      windAllows,
      parameters,
      context({
        facts: facts({
          place: outdoor,
          weather: { windForce, observedAt: addMinutes(noon, -ageMinutes), revision: 'w@1' },
        }),
      }),
    )
  assert.deepEqual([wind(4), wind(5), wind(4, 60), wind(4, 61)], [[], ['wind-too-strong'], [], ['weather-stale']])
  assert.deepEqual(codesOf(windAllows, parameters, context({ facts: facts({ place: outdoor }) })), ['weather-unknown'])
})

test('a conflicting neighbour counts up to the distance, and unknown neighbours refuse', () => {
  const conflict: Conflict = {
    id: 'blinding',
    with: { operation: id('blinding') },
    within: { metresMax: 30 },
    clause: '7.6',
  }
  const { window } = context().application
  const near = (distanceMetres: number) => {
    const neighbours = [
      {
        job: id<never>('other'),
        operations: [id<never>('blinding')],
        place,
        window,
        distanceMetres,
        isSamePlace: false,
        activities: [],
      },
    ]
    return codesOf(
      noNeighbourConflicts,
      {},
      context({ operation: { ...fire, conflicts: [conflict] }, facts: facts({ neighbours }) }),
    )
  }
  assert.deepEqual([near(30), near(31)], [['neighbour-conflicts'], []])
  const { neighbours: _, ...unknown } = facts()
  assert.deepEqual(codesOf(noNeighbourConflicts, {}, context({ facts: unknown })), ['neighbours-unknown'])
})

test('papers, measures and briefing are met by the record and missing without it', () => {
  assert.deepEqual(
    [preparationsComplete, measuresConfirmed, briefingSigned].map((one) => codesOf(one, {}, context())),
    [[], [], []],
  )
  assert.deepEqual(codesOf(briefingSigned, {}, recorded({ briefing: null })), ['briefer-missing'])
  const preparations = [{ id: 'hazards', kind: 'hazards', name: { zh: '例', en: 'x' }, clause: '4.1' }] as const
  const measures = [{ id: id<never>('cordon'), text: { zh: '例', en: 'x' }, optional: false, clause: 'A.1' }]
  const asking = context({ operation: { ...fire, preparations, measures }, record: null })
  assert.deepEqual(codesOf(preparationsComplete, {}, asking), ['preparation-missing'])
  assert.deepEqual(codesOf(measuresConfirmed, {}, asking), ['measure-unconfirmed'])
})

test('a guardian is present after signing in, and nobody is who did not', () => {
  assert.deepEqual(codesOf(guardianIsPresent, {}, context({ person: guardian })), [])
  assert.deepEqual(codesOf(guardianIsPresent, {}, context({ person: welder })), ['guardian-not-signed-in'])
})

test('only a fan in service that ventilates this very space counts', () => {
  const fan = (change: object) =>
    codesOf(
      fanVentilatesThisSpace,
      {},
      context({ facts: facts({ fans: { fan: { ...facts().fans['fan']!, ...change } } }) }),
    )
  assert.deepEqual(fan({}), [])
  assert.deepEqual(fan({ ventilates: [id('vessel-8')] }), ['fan-of-another-space'])
  assert.deepEqual(fan({ state: 'out-of-service' }), ['fan-out-of-service'])
  assert.deepEqual(codesOf(fanVentilatesThisSpace, {}, recorded({ ventilation: null })), ['ventilation-missing'])
})

test('nothing counted is not everything out', () => {
  assert.deepEqual(codesOf(everythingCountedOut, {}, recorded({ passages: [] })), ['people-not-counted'])
})

test('one picture is none too few where one is asked', () => {
  const pictured = (...residuePictures: JobRecord['residuePictures']) =>
    codesOf(residuePictured, { picturesMin: 1 }, recorded({ residuePictures }))
  assert.deepEqual([pictured(), pictured(id('picture'))], [['residue-pictures-missing'], []])
})

test('the fire watch runs until its last minute and then needs a look', () => {
  const ended = { ...startedRecord, work: [{ ...startedRecord.work[0]!, to: noon }] }
  const after = (minutes: number) => codesOf(fireWatchKept, { minutesMin: 30 }, at(addMinutes(noon, minutes), ended))
  assert.deepEqual([after(29), after(30)], [['fire-watch-running'], ['fire-watch-missing']])
})
