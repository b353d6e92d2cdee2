import { id, type PlantId } from '#core/ids.ts'
import type { Facts } from '#core/job/facts.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { isoDate } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { createFiles, shiftDays } from '../credentials.ts'
import { timeZone } from '../load-plant.ts'
import { demoMatrix } from '../position-matrix.ts'
import { equipmentOf, type DemoPlace } from '../places.ts'
import { createRandom } from '../random.ts'
import type { Roster } from '../roster.ts'
import type { PlantSetting } from './memory-plant.ts'
import { createPeopleFacts } from './people-facts.ts'

type SettledPlant = {
  readonly plantId: PlantId
  readonly roster: Roster
  readonly places: readonly DemoPlace[]
}

/** The same people, places and equipment that `loadDemoPlant` writes into the database, as facts in memory. */
export const createPlantSetting = (
  { plantId, roster, places }: SettledPlant,
  rulebook: Rulebook,
  now: EpochMs,
): PlantSetting => {
  const today = plantClockOf(timeZone).dateOf(now)
  const instruments: { [equipment: string]: Facts['instruments'][string] } = {}
  const fans: { [equipment: string]: Facts['fans'][string] } = {}
  for (const { id: equipment, facts } of equipmentOf(places)) {
    if ('calibratedForDays' in facts)
      instruments[equipment] = {
        id: id(equipment),
        gases: facts.gases.map((gas) => id(gas)),
        calibratedThrough: isoDate(shiftDays(today, facts.calibratedForDays)),
        revision: `instrument:${equipment}@1`,
      }
    else
      fans[equipment] = {
        id: id(equipment),
        ventilates: facts.ventilates.map((place) => id(place)),
        state: 'in-service',
        revision: `fan:${equipment}@1`,
      }
  }
  return {
    plantId,
    timeZone,
    rulebook,
    places: places.map((place) => ({ ...place.facts, id: id(place.id), revision: `place:${place.id}@1` })),
    instruments,
    fans,
    matrix: {
      rows: Object.fromEntries(
        Object.entries(demoMatrix).map(([position, operations]) => [
          position,
          Object.fromEntries(Object.entries(operations).map(([operation, level]) => [operation, id(level)])),
        ]),
      ),
      revision: `matrix:${plantId}@${Object.values(demoMatrix).flatMap(Object.keys).length}`,
    },
    people: [...roster.employees, ...roster.contractorPeople],
    personFacts: createPeopleFacts(plantId, roster, createFiles(roster, today)),
    windForceAt,
  }
}

/** A breeze mostly; one stretch of three hours in thirty blows too hard for hot work. */
const windForceAt = (hour: number): number => {
  const random = createRandom(Math.floor(hour / 3))
  return random.chance(1 / 30) ? random.between(5, 6) : random.between(1, 4)
}
