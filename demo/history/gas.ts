import { pointsOf } from '#core/job/hold-points-of.ts'
import type { GasReading } from '#core/job/site-records.ts'
import type { Gas } from '#core/rulebook/rulebook.ts'
import type { Random } from '../random.ts'
import { recordOf, wait, type Course, type Steps } from './course-steps.ts'

/** Where the rulebook asks for it, the analyst samples every point of the place for every gas that it names, with an instrument that is in calibration. */
export function* testGas(course: Course, outcome: 'within' | 'over'): Steps {
  const { plant, plan, living, random, act, position } = course
  const { gasAnalyst, leader } = recordOf(course).application
  if (pointsOf('gas-test', recordOf(course), plant.setting.rulebook).length === 0) return
  const analyst = gasAnalyst ?? leader
  const place = plant.placeOf(plan.place)
  const today = plant.clock.dateOf(plant.now())
  const calibrated = Object.values(plant.setting.instruments).filter(
    ({ calibratedThrough }) => calibratedThrough !== undefined && calibratedThrough >= today,
  )
  const known = plant.setting.rulebook.gases
  const gases = known.filter((gas) => gas.kind === 'oxygen' || place.gases?.includes(gas.id))
  const displayPicture = plant.capture(living, 'gas-test', analyst, position)
  act(analyst, {
    type: 'RecordGasTest',
    test: {
      samples: (place.samplingPoints ?? []).map((point, i) => ({
        point,
        takenAt: plant.now(),
        readings: gases.map((gas) => readingOf(gas, outcome === 'over' && i === 0, random)),
      })),
      instrument: random.pick(calibrated).id,
      analyst,
      position,
      displayPicture,
    },
  })
  yield* wait(course, random.between(1, 3))
}

const readingOf = (gas: Gas, isOver: boolean, random: Random): GasReading => {
  switch (gas.kind) {
    case 'oxygen':
      return { gas: gas.id, value: random.between(205, 209) / 10, unit: 'percent-vol' }
    case 'combustible':
      return { gas: gas.id, value: isOver ? random.between(26, 45) : random.between(0, 5), unit: 'percent-lel' }
    case 'toxic':
      return { gas: gas.id, value: Math.round(gas.limitMgPerM3Max * random.next() * 3) / 10, unit: 'mg-per-m3' }
  }
}
