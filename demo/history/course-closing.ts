import type { PersonId } from '#core/ids.ts'
import { acceptancesOf } from '#core/job/decide/closing.ts'
import { pointsOf } from '#core/job/hold-points-of.ts'
import { answersForUnit } from '#core/job/may-accept.ts'
import { isoDate } from '#core/time/epoch.ts'
import { passages, recordOf, wait, type Course, type Steps } from './course-steps.ts'

/** Everybody out, the place clean, the embers watched, accepted by those whom the rulebook names. */
export function* closeOut(course: Course): Steps {
  const { plant, plan, living, act, random, signature, position } = course
  const { rulebook, people } = plant.setting
  const record = recordOf(course)
  const { leader, guardians, crew } = record.application
  const [guardian = leader] = guardians
  yield* passages(course, 'out')
  act(leader, { type: 'FinishWork' })
  yield* wait(course, random.between(2, 6))
  act(guardian, { type: 'RecordResidue', pictures: [plant.capture(living, 'close-out', guardian, position)] })
  const watchMinutes = Math.max(
    0,
    ...pointsOf('close-out', record, rulebook).map(({ fireWatchMinutes }) => fireWatchMinutes.value),
  )
  if (watchMinutes > 0) {
    yield* wait(course, watchMinutes + random.between(0, 4))
    act(guardian, { type: 'RecordFireWatch', isCalm: true })
  }
  const { unit } = plant.placeOf(plan.place)
  const involved = new Set<string>([leader, ...guardians, ...crew.map(({ person }) => person)])
  const today = isoDate(plant.clock.dateOf(plant.now()))
  for (const { id: acceptance, by } of acceptancesOf(record, rulebook)) {
    yield* wait(course, random.between(2, 14))
    const ofUnit = people.find(({ number, employer }) => {
      const known = employer.kind === 'own' ? plant.setting.personFacts(number, today) : undefined
      return known !== undefined && answersForUnit(known, unit) && !involved.has(number)
    })
    const signer = by === 'leader' ? leader : by === 'guardian' ? guardian : (ofUnit?.number as PersonId | undefined)
    if (signer !== undefined) act(signer, { type: 'SignAcceptance', acceptance, signature })
  }
}
