import { id, type JobId, type PermitId } from '#core/ids.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { addHours, addMinutes, type EpochMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { handle } from '#server/handle.ts'
import { onlyRulebook } from '#server/rulebooks/only-rulebook.ts'
import { newId } from '#server/ids.ts'
import type { Database } from '#server/store/database.ts'
import { demoPlant } from './load-plant.ts'
import { demoPlaces } from './places.ts'
import type { Roster, RosterPerson } from './roster.ts'

const timeZone = 'Asia/Shanghai'

const contents = ['更换人孔法兰,焊接', '内壁检查与补焊', '搅拌器支座焊接', '呼吸阀接管更换', '汽包内件检修']

/**
 * The applications that lie on the desks when a visitor arrives. They go through the same decision as any other: who is
 * not qualified is refused, and the job then waits, mended, as a draft in its own history.
 */
export const applyForOpenJobs = async (
  database: Database,
  rulebook: Rulebook,
  { employees }: Roster,
  now: EpochMs,
): Promise<number> => {
  const vessels = demoPlaces.filter(({ facts }) => facts.kind === 'confined-space')
  const of = (position: string, unit: string): readonly RosterPerson[] =>
    employees.filter((one) => one.position === position && one.employer.kind === 'own' && one.employer.unit === unit)
  const leaders = of('crew-leader', 'maintenance')
  const welders = of('welder', 'maintenance')
  const guardians = employees.filter(({ position }) => position === 'guardian')
  const analysts = of('analyst', 'laboratory')
  let accepted = 0
  for (const [i, { id: place }] of vessels.entries()) {
    const leader = leaders[(i + 1) % leaders.length]
    const welder = welders[(i + 3) % welders.length]
    const analyst = analysts[i % analysts.length]
    const pair = guardians.slice(i * 2 + 3, i * 2 + 5)
    if (!leader || !welder || !analyst) continue
    const outcome = await database.withPlant(demoPlant, (tx) =>
      handle(
        tx,
        newId<JobId>(now + i),
        {
          type: 'SubmitJob',
          by: id(leader.number),
          occurredAt: now,
          identities: identitiesFor(rulebook, now, i),
          application: {
            applicant: id(leader.number),
            leader: id(leader.number),
            workUnit: id(demoPlant),
            crew: [{ person: id(welder.number), duties: [id('welder'), id('entrant')] }],
            guardians: pair.map(({ number }) => id(number)),
            gasAnalyst: id(analyst.number),
            operations: [id('hot-work')],
            place: id(place),
            placeDetail: '人孔',
            content: contents[i] ?? '检修',
            window: { from: addMinutes(now, 30 + i * 10), to: addHours(now, 6) },
            urgentReason: '夜班交接时发现,不处理要停车',
            fields: {
              'hot-work.method': 'arc-welding',
              'hot-work.shutdown-agreed': false,
              'confined-space.original-medium': '见设备台账',
              'confined-space.activity': 'maintenance',
            },
          },
        },
        { rulebooks: onlyRulebook(rulebook), timeZone, clock: () => now },
      ),
    )
    if (outcome.decision.accepted) accepted++
  }
  return accepted
}

const identitiesFor = (rulebook: Rulebook, now: EpochMs, i: number) =>
  Object.fromEntries(
    Object.values(rulebook.operations).map(({ id: operation, numberPrefix }) => [
      operation,
      {
        id: newId<PermitId>(),
        number: `${numberPrefix}-${plantClockOf(timeZone).dateOf(now).replaceAll('-', '')}-9${String(i).padStart(2, '0')}`,
      },
    ]),
  )
