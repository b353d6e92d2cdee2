import { createHash } from 'node:crypto'
import { id, type EquipmentId, type PermitId } from '#core/ids.ts'
import type { SubmitJob } from '#core/job/commands.ts'
import type { EvidenceFacts } from '#core/job/facts.ts'
import { gasRecordMinutes, pointsOf, strictest } from '#core/job/hold-points-of.ts'
import { addMinutes, minuteMs, type EpochMs } from '#core/time/epoch.ts'
import type { Random } from '../random.ts'
import { planApplication } from './crew.ts'
import { passages, recordOf, wait, waitUntil, type Course, type Steps } from './course-steps.ts'
import { closeOut } from './course-closing.ts'
import { handInFilm } from './course-film.ts'
import { approverOf, prepareAndApprove } from './course-preparing.ts'
import { testGas } from './gas.ts'
import { uuidAt, type LivingJob, type MemoryPlant } from './memory-plant.ts'
import type { PlannedJob } from './plan-day.ts'

/** What people do with one job from the application to its close. Whatever is refused on the way stays in its history. */
export function* liveJob(
  plant: MemoryPlant,
  living: LivingJob,
  plan: PlannedJob,
  random: Random,
  number: NumberOf,
): Steps {
  const [corner, , opposite] = plant.placeOf(plan.place).fence
  if (!corner || !opposite) throw new Error(`${plan.place} has no fence`)
  const position = {
    latitude: (corner[1] + opposite[1]) / 2,
    longitude: (corner[0] + opposite[0]) / 2,
    accuracyMetres: random.between(3, 12),
  }
  const contentHash = createHash('sha256').update(living.id).digest('hex')
  const course: Course = {
    plant,
    living,
    plan,
    random,
    position,
    signature: { factor: 'pin', contentHash, position },
    // The table of commands is closed; what a course gives is one of them, put together where its parts are known.
    act: (by, command) =>
      plant.give(living, { by, occurredAt: plant.now(), ...command } as Parameters<MemoryPlant['give']>[1]),
  }
  yield plan.appliesAt
  if (!(yield* apply(course, number))) return
  if (!(yield* prepareAndApprove(course))) return
  yield* waitUntil(course, addMinutes(plan.startsAt, -random.between(8, 18)))
  if (!(yield* begin(course))) return
  yield* work(course)
  yield* closeOut(course)
  yield* handInFilm(course)
}

export type NumberOf = (prefix: string, at: EpochMs) => string

/** Refused for somebody's sake, the leader swaps them for somebody else who is free; a fourth time nobody tries. */
function* apply(course: Course, numberOf: NumberOf): Steps<boolean> {
  const { plant, living, plan, random } = course
  const refused = new Set<string>()
  const { operations } = plant.setting.rulebook
  const identities: { [operation: string]: SubmitJob['identities'][string] } = {}
  for (const { id: operation, numberPrefix } of Object.values(operations))
    identities[operation] = {
      id: id<PermitId>(uuidAt(plant.now(), createHash('sha256').update(`${living.id} ${operation}`).digest('hex'))),
      number: numberOf(numberPrefix, plan.appliesAt),
    }
  let application = planApplication(plant, plan, random, refused)
  for (let attempt = 0; application && attempt < 5; attempt++) {
    const decision = plant.give(living, {
      type: 'SubmitJob',
      by: application.applicant,
      occurredAt: plant.now(),
      application,
      identities,
    })
    if (decision.accepted) return true
    const before = refused.size
    for (const { params } of decision.refusals) if ('person' in params) refused.add(params.person)
    if (refused.size === before) return false
    yield* wait(course, random.between(4, 12))
    const again = planApplication(plant, plan, random, refused)
    const kept = application
    // Whoever was not the reason stays on the crew.
    application = again && {
      ...again,
      applicant: kept.applicant,
      leader: refused.has(kept.leader) ? again.leader : kept.leader,
      content: kept.content,
      placeDetail: kept.placeDetail,
      fields: kept.fields,
    }
  }
  return false
}

/** The hold points before the start, and the start itself. The wind may forbid it for a while, or for the day. */
function* begin(course: Course): Steps<boolean> {
  const { plant, plan, random, act, signature, position } = course
  const { rulebook } = plant.setting
  const { leader, guardians } = recordOf(course).application
  yield* testGas(course, plan.disturbances.has('gas-over-limit') ? 'over' : 'within')
  if (plan.disturbances.has('gas-over-limit')) {
    yield* wait(course, random.between(20, 35))
    yield* testGas(course, 'within')
  }
  const [guardian = leader] = guardians
  if (pointsOf('ventilation', recordOf(course), rulebook).length > 0) {
    yield* wait(course, random.between(1, 3))
    const fan = id<EquipmentId>(`FAN-${plan.place}`)
    const capture = (scanned?: EvidenceFacts['scanned']) =>
      plant.capture(course.living, 'ventilation', guardian, position, scanned)
    act(guardian, {
      type: 'RecordVentilation',
      ventilation: {
        fan,
        scan: capture({ kind: 'fan', id: fan }),
        runningPicture: capture(),
        position,
        startedAt: plant.now(),
      },
    })
  }
  if (plan.disturbances.has('hasty-start')) act(leader, { type: 'StartWork', signature })
  for (const person of guardians) {
    yield* wait(course, random.between(1, 3))
    const picture = plant.capture(course.living, 'guardian-sign-in', person, position)
    act(person, { type: 'SignInGuardian', signIn: { person, method: { kind: 'picture-on-site', picture }, position } })
  }
  yield* waitUntil(course, plan.startsAt)
  for (let attempt = 0; attempt < 4; attempt++) {
    if (act(leader, { type: 'StartWork', signature }).accepted) return true
    yield* wait(course, random.between(25, 40))
    yield* testGas(course, 'within')
  }
  act(leader, { type: 'CancelJob', reason: '条件不具备，改日再作业' })
  const agreedBy = plant.setting.rulebook.changes?.cancelling.agreedBy
  const approver = agreedBy && approverOf(course, { by: agreedBy })
  yield* wait(course, 6)
  if (approver) act(approver, { type: 'AnswerEnding', isAgreed: true, note: '' })
  return false
}

/** Pictures and gas records in their rhythm until the work is done, and what happens in between. */
function* work(course: Course): Steps {
  const { plant, plan, random, act, position, living } = course
  const { rulebook } = plant.setting
  const { application } = recordOf(course)
  const [guardian = application.leader] = application.guardians
  yield* passages(course, 'in')
  const record = recordOf(course)
  const pictureMinutes = strictest(pointsOf('snapshot', record, rulebook).map(({ everyMinutes }) => everyMinutes.value))
  const gasMinutes = gasRecordMinutes(record, rulebook)
  const endsAt = plan.disturbances.has('left-open')
    ? addMinutes(plan.endsAt, random.between(90, 260))
    : addMinutes(plan.endsAt, -random.between(8, 35))
  let disturbAt: EpochMs | null =
    plan.disturbedAt ??
    addMinutes(plant.now(), Math.round(((endsAt - plant.now()) / minuteMs) * (0.35 + 0.3 * random.next())))
  let gasAt = plant.now()
  let pictureAt = plant.now()
  let careless: 'snapshot-late' | 'snapshot-missed' | null = plan.disturbances.has('snapshot-missed')
    ? 'snapshot-missed'
    : plan.disturbances.has('snapshot-late')
      ? 'snapshot-late'
      : null
  while (plant.now() < endsAt) {
    const nextPicture: EpochMs = addMinutes(pictureAt, (pictureMinutes ?? 1e6) + delayOf(careless, random))
    const nextGas: EpochMs = addMinutes(gasAt, (gasMinutes ?? 1e6) - random.between(3, 12))
    const next = Math.min(nextPicture, nextGas, endsAt, disturbAt ?? endsAt) as EpochMs
    yield* waitUntil(course, next)
    if (disturbAt !== null && next === disturbAt) {
      disturbAt = null
      if (yield* disturb(course)) gasAt = pictureAt = plant.now()
    } else if (next === endsAt) break
    else if (next === nextGas) {
      gasAt = plant.now()
      yield* testGas(course, 'within')
    } else {
      careless = null
      pictureAt = plant.now()
      const capture = () => plant.capture(living, 'snapshot', guardian, position)
      act(guardian, {
        type: 'RecordSnapshot',
        snapshot: { workFace: capture(), guardian: capture(), position, capturedAt: plant.now() },
      })
    }
  }
}

const delayOf = (careless: 'snapshot-late' | 'snapshot-missed' | null, random: Random): number => {
  switch (careless) {
    case 'snapshot-late':
      return random.between(8, 16)
    case 'snapshot-missed':
      return random.between(32, 40)
    case null:
      return random.between(-6, 3)
  }
}

/** One interruption, and the way back to work. Returns whether there was one. */
function* disturb(course: Course): Steps<boolean> {
  const { plant, plan, living, random, act, signature, position } = course
  const { leader, guardians } = recordOf(course).application
  const [guardian = leader] = guardians
  const { disturbances } = plan
  if (disturbances.has('guardian-left')) {
    act(guardian, { type: 'RecordPresence', guardian, state: 'outside', position })
    yield* wait(course, random.between(12, 28))
    act(guardian, { type: 'RecordPresence', guardian, state: 'inside', position })
  } else if (disturbances.has('stop-work')) {
    plant.stop(living, { by: guardian, reason: 'stop-work', note: '发现异常气味，先停下来检查' })
    yield* wait(course, random.between(25, 60))
  } else if (disturbances.has('planned-break')) {
    plant.stop(living, { by: leader, reason: 'break', note: '' })
    yield* wait(course, random.between(20, 55))
  } else return false
  for (let attempt = 0; attempt < 3; attempt++) {
    if (act(leader, { type: 'ResumeWork', signature }).accepted) return true
    yield* testGas(course, 'within')
    yield* wait(course, random.between(3, 9))
  }
  return true
}
