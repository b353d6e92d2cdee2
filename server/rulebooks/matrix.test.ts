import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id } from '#core/ids.ts'
import { guardian, welder } from '#core/job/examples.ts'
import type { FieldValue } from '#core/job/application.ts'
import { approvalChain } from '#core/job/approval-chain.ts'
import { assess } from '#core/job/assess.ts'
import type { Gate } from '#core/job/demands-at.ts'
import type { Facts, PlaceFacts } from '#core/job/facts.ts'
import { planPermits } from '#core/job/plan-permits.ts'
import type { Operation } from '#core/rulebook/rulebook.ts'
import { addHours } from '#core/time/epoch.ts'
import { levelCases as cases, type LevelCase as Case } from './testing/level-cases.ts'
import { readRulebook } from './read-rulebook.ts'
import { applicationFor, morning, person, worldOf } from './testing/rulebook-world.ts'

/** Every kind of work at every level: what leads there, and what stands in its way at each gate. */
const parsed = await readRulebook('chemical')
assert.ok(parsed.ok)
const { rulebook } = parsed

const operationOf = (name: string): Operation => rulebook.operations[name] ?? assert.fail(name)
const plan = ({ operation, answers = {}, place = {} }: Case, hours = 4) =>
  planPermits(
    applicationFor(rulebook, operationOf(operation), answers, hours),
    {},
    rulebook,
    worldOf(rulebook, {}, place),
  )

const codesAt = (
  gate: Gate,
  one: Case,
  change: (world: Facts) => Facts = (world) => world,
  hours = 4,
  extra: { readonly [field: string]: FieldValue } = {},
  elsewhere: { readonly [field: string]: FieldValue } = {},
) => {
  const { operation, answers = {}, place = {} } = one
  const asked = applicationFor(rulebook, operationOf(operation), { ...fit(operation), ...answers, ...extra }, hours)
  // Answers to the forms of the permits that this one calls for.
  const application = { ...asked, fields: { ...asked.fields, ...elsewhere } }
  const world = change(worldOf(rulebook, {}, place))
  const planned = planPermits(application, {}, rulebook, world)
  const { refusals } = assess(gate, { application, permits: planned.permits, record: null }, rulebook, world)
  return [...planned.refusals, ...refusals].map(({ code }) => code)
}
/** Answers that another demand than the tested one asks for. */
const fit = (operation: string): { readonly [field: string]: FieldValue } =>
  operation === 'road-closing' ? { 'lamp-height-metres': 1.5 } : {}

test('every level of every kind of work is reached', () => {
  for (const operation of Object.values(rulebook.operations))
    for (const { id } of operation.levels)
      assert.ok(
        cases.some((one) => one.operation === operation.id && one.level === id),
        `${operation.id} ${id}`,
      )
  assert.equal(Object.keys(rulebook.operations).length, 8)
})

for (const one of cases)
  describe(`${one.operation} ${one.level} ${JSON.stringify(one.answers ?? one.place ?? {})}`, () => {
    test('is worked out from what was entered, has a risk and somebody to approve it', () => {
      const { permits, refusals } = plan(one)
      assert.deepEqual(refusals, [])
      assert.equal(permits[0]?.level, one.level)
      assert.ok(permits[0] && rulebook.risks.includes(permits[0].risk))
      assert.ok(approvalChain(permits[0], rulebook).length > 0)
    })

    test('passes when everything is in order', () => assert.deepEqual(codesAt('submit', one), []))

    test('may last to the hour that its level allows, and not longer', () => {
      const special = one.operation === 'temporary-power' ? { 'special-case': true } : {}
      const hoursMax = operationOf(one.operation).levels.find(({ id }) => id === one.level)!.validHoursMax.value
      // A level raised for the night would be another; only hours by day are asked here.
      if (one.operation === 'hot-work' && hoursMax > 8) return
      assert.ok(!codesAt('submit', one, undefined, hoursMax, special).includes('window-too-long'))
      assert.ok(codesAt('submit', one, undefined, hoursMax + 1, special).includes('window-too-long'))
    })

    test('is refused for a worker or guardian who lacks what the rules ask, all at once', () => {
      const codes = codesAt('submit', one, (world) =>
        person(guardian, person(welder, world, { credentials: {} }), guardian_(world)),
      )
      assert.ok(codes.includes('training-missing'))
      assert.ok(codes.filter((code) => code === 'training-missing').length >= 2)
    })

    test('cannot be told, and so is refused, without people, matrix, neighbours or place', () => {
      const { people: _, ...unpeopled } = worldOf(rulebook)
      assert.ok(codesAt('submit', one, () => ({ ...unpeopled, people: {} })).includes('person-unknown'))
      const blind = (key: 'matrix' | 'neighbours' | 'engagements' | 'place') =>
        codesAt('submit', one, (world) => {
          const { [key]: _known, ...rest } = world
          return rest
        })
      assert.ok(blind('matrix').includes('matrix-unknown'))
      assert.ok(blind('neighbours').includes('neighbours-unknown'))
      assert.ok(blind('engagements').includes('engagements-unknown'))
      // Where even the level depends on the place, that is what is said.
      assert.ok(blind('place').some((code) => code === 'place-unknown' || code === 'level-unknown'))
    })

    test('does not start before it is prepared, briefed and guarded, nor outside its time', () => {
      const codes = codesAt('start', one, (world) => ({ ...world, now: addHours(morning, 5) }))
      for (const code of [
        'outside-window',
        'preparation-missing',
        'measure-unconfirmed',
        'briefer-missing',
        'guardian-not-signed-in',
      ] as const)
        assert.ok(codes.includes(code), code)
    })
  })

const guardian_ = (world: Facts) => ({ ...world.people[guardian]!, credentials: {} })

describe('the weather stops work in the open', () => {
  const windy = (operation: string, windForce: number) =>
    codesAt(
      'start',
      cases.find((one) => one.operation === operation)!,
      (world) => ({
        ...world,
        weather: { windForce, sky: [], observedAt: morning, revision: 'w@1' },
      }),
    ).includes('wind-too-strong')
  test('hot work and height from force 5, lifting from force 6', () => {
    for (const [operation, force] of [
      ['hot-work', 5],
      ['work-at-height', 5],
      ['lifting', 6],
    ] as const)
      assert.deepEqual([windy(operation, force - 1), windy(operation, force)], [false, true], operation)
  })
  test('unknown weather refuses outdoors', () => {
    for (const operation of ['hot-work', 'work-at-height', 'lifting'])
      assert.ok(
        codesAt(
          'start',
          cases.find((one) => one.operation === operation)!,
          (world) => {
            const { weather: _, ...unseen } = world
            return unseen
          },
        ).includes('weather-unknown'),
      )
  })
})

describe('hot work that production needs in strong wind (5.2.15)', () => {
  const needed = { operation: 'hot-work', level: '', answers: { 'needed-in-wind': true } }
  const at = (windForce: number, one: Case) =>
    codesAt('start', one, (world) => ({
      ...world,
      weather: { windForce, sky: [], observedAt: morning, revision: 'w@1' },
    }))
  test('is managed one level up, from the application on', () => {
    const [permit] = plan(needed).permits
    assert.deepEqual([permit?.baseLevel, permit?.level, permit?.upgradedBy], ['second', 'first', ['strong-wind']])
    const [windless] = plan({ operation: 'hot-work', level: '' }).permits
    assert.deepEqual([windless?.level, windless?.upgradedBy], ['second', []])
  })
  test('may then begin at force 5, and at 6 never; whoever did not say so waits from 5 on', () => {
    const isStopped = (force: number, one: Case) => at(force, one).includes('wind-too-strong')
    assert.deepEqual([isStopped(5, needed), isStopped(6, needed)], [false, true])
    assert.equal(isStopped(5, { operation: 'hot-work', level: '', answers: { 'needed-in-wind': false } }), true)
  })
  test('is not needed where nobody said so', () => {
    const unsaid = applicationFor(rulebook, operationOf('hot-work'))
    const { ['hot-work.needed-in-wind']: _unsaid, ...fields } = unsaid.fields
    const world = worldOf(rulebook)
    const { permits } = planPermits({ ...unsaid, fields }, {}, rulebook, world)
    assert.equal(permits[0]?.level, 'second')
    const strong = { ...world, weather: { windForce: 5, sky: [], observedAt: morning, revision: 'w@1' } }
    const { refusals } = assess(
      'start',
      { application: { ...unsaid, fields }, permits, record: null },
      rulebook,
      strong,
    )
    assert.ok(refusals.some(({ code }) => code === 'wind-too-strong'))
  })
})

describe('numbers that the applicant enters', () => {
  const submit = (
    operation: string,
    answers: { readonly [field: string]: FieldValue },
    hours = 4,
    place: Partial<PlaceFacts> = {},
  ) => codesAt('submit', { operation, level: '', place }, undefined, hours, answers)
  test('two cranes carry 80 % each at most, one its rated load (9.2.10)', () => {
    const loaded = (count: number, percent: number) =>
      submit('lifting', { 'crane-count': count, 'crane-load-percent': percent })
    assert.deepEqual([loaded(2, 80), loaded(2, 81), loaded(1, 100)], [[], ['answer-out-of-bounds'], []])
    assert.deepEqual(loaded(1, 101), ['answer-out-of-bounds'])
  })
  test('one permit, one blind (7.11)', () => {
    assert.deepEqual(submit('blinding', { 'blind-number': 'MB-1、MB-2' }), ['answer-forbids'])
  })
  test('spoil lies 1 m off and 1.5 m high at most (11.5)', () => {
    const spoil = (distance: number, height: number) =>
      submit('excavation', { 'spoil-distance-metres': distance, 'spoil-height-metres': height })
    assert.deepEqual(
      [spoil(1, 1.5), spoil(0.9, 1.5), spoil(1, 1.6)],
      [[], ['answer-out-of-bounds'], ['answer-out-of-bounds']],
    )
  })
  test('temporary power lasts 15 days, 30 only in a special case (10.8)', () => {
    const days = (count: number, isSpecial: boolean) =>
      submit('temporary-power', { 'special-case': isSpecial }, count * 24)
    assert.deepEqual([days(15, false), days(16, false), days(30, true)], [[], ['window-too-long'], []])
    assert.deepEqual(days(31, true), ['window-too-long'])
  })
  test('in a running explosive place temporary power needs a reason (10.1), and gas is tested', () => {
    const explosive = { zone: 'explosive', isInOperation: true } as const
    assert.deepEqual(submit('temporary-power', { 'is-unavoidable': false }, 4, explosive), ['answer-forbids'])
    const { isInOperation: _, ...unsaid } = explosive
    assert.deepEqual(submit('temporary-power', { 'is-unavoidable': true }, 4, unsaid), [])
    const start = (place: Partial<PlaceFacts>) => codesAt('start', { operation: 'temporary-power', level: '', place })
    assert.deepEqual(
      [start(explosive).includes('gas-sample-missing'), start({}).includes('gas-sample-missing')],
      [true, false],
    )
  })
  test('spot work without sign boards lasts 2 h by day with a warden (12.3)', () => {
    const spot = (hours: number, hasWarden: boolean) =>
      submit('road-closing', { 'without-sign-boards': true, 'has-warden': hasWarden }, hours)
    assert.deepEqual([spot(2, true), spot(2.1, true), spot(2, false)], [[], ['window-too-long'], ['answer-forbids']])
  })
})

describe('what never goes together', () => {
  const painting = (activity: string) =>
    codesAt(
      'submit',
      { operation: 'hot-work', level: '', place: { kind: 'confined-space' } },
      (world) => world,
      4,
      {},
      {
        'confined-space.activity': activity,
      },
    )
  test('painting, solvents and dust in the space in which the same job welds (6.7, 5.2.9)', () => {
    assert.deepEqual(
      ['painting', 'solvent-cleaning', 'dust-sweeping', 'maintenance'].map((one) =>
        painting(one).includes('activity-conflicts'),
      ),
      [true, true, true, false],
    )
  })

  const beside = (
    one: Case,
    other: { readonly operation: string; readonly activity: string },
    metres: number,
    dike?: string,
  ) =>
    codesAt(
      'submit',
      one,
      (world) => ({
        ...world,
        place: { ...world.place!, isInMajorHazardDike: dike !== undefined, ...(dike === undefined ? {} : { dike }) },
        neighbours: [
          {
            job: id('other'),
            operations: [id(other.operation)],
            activities: [other.activity],
            place: id('elsewhere'),
            window: applicationFor(rulebook, operationOf('hot-work')).window,
            distanceMetres: metres,
            isSamePlace: false,
            dike: 'D-1',
          },
        ],
      }),
      4,
      one.answers,
    ).includes('neighbour-conflicts')
  const fire = { operation: 'hot-work', level: '' }

  test('flammable liquid let out within 15 m of a fire, gas within 30 m, whichever is there first (5.2.9)', () => {
    for (const [activity, metresMax] of [
      ['liquid-draining', 15],
      ['gas-venting', 30],
    ] as const) {
      const draining = { operation: 'confined-space', activity }
      assert.deepEqual([beside(fire, draining, metresMax), beside(fire, draining, metresMax + 0.1)], [true, false])
      const space = { operation: 'confined-space', level: '', answers: { releases: [activity] } }
      const burning = { operation: 'hot-work', activity: 'none' }
      assert.deepEqual([beside(space, burning, metresMax), beside(space, burning, metresMax + 0.1)], [true, false])
    }
  })

  test('dewatering and sampling in the dike of a fire, however far off (5.2.8)', () => {
    for (const activity of ['dewatering', 'sampling']) {
      const blinding = { operation: 'blinding', activity }
      assert.deepEqual(
        [beside(fire, blinding, 90, 'D-1'), beside(fire, blinding, 90, 'D-2'), beside(fire, blinding, 90)],
        [true, false, false],
      )
    }
  })

  test('work that comes to a place where other work goes on says so, whatever the two are (4.7)', () => {
    for (const one of cases) {
      if (!operationOf(one.operation).fields.some(({ id }) => id === 'cross-work')) continue
      const undeclared = (isDeclared: boolean, isSamePlace: boolean) =>
        codesAt(
          'submit',
          one,
          (world) => ({
            ...world,
            neighbours: [
              {
                job: id('other'),
                operations: [id('road-closing')],
                activities: [],
                place: id('elsewhere'),
                window: applicationFor(rulebook, operationOf('hot-work')).window,
                distanceMetres: 0,
                isSamePlace,
              },
            ],
          }),
          4,
          { 'cross-work': isDeclared },
        ).includes('cross-work-undeclared')
      assert.deepEqual(
        [undeclared(false, true), undeclared(true, true), undeclared(false, false)],
        [true, false, false],
      )
    }
  })

  test('painting does not begin beside a fire that was there first (5.2.9)', () => {
    const space = { operation: 'confined-space', level: '', answers: { activity: 'painting' } }
    const burning = { operation: 'hot-work', activity: 'none' }
    assert.deepEqual([beside(space, burning, 10), beside(space, burning, 10.1)], [true, false])
  })
})

test('hot work on oxygen equipment asks what oxygen is inside, elsewhere nothing of it (5.2.7)', () => {
  const lacksOxygen = (atmosphere: NonNullable<PlaceFacts['atmosphere']>) => {
    const one = { operation: 'hot-work', level: '', place: { atmosphere } }
    const application = applicationFor(rulebook, operationOf('hot-work'))
    const world = worldOf(rulebook, {}, one.place)
    const { permits } = planPermits(application, {}, rulebook, world)
    return assess('start', { application, permits, record: null }, rulebook, world).refusals.some(
      ({ code, params, clause }) =>
        code === 'gas-sample-missing' && 'gas' in params && params.gas === 'oxygen' && clause === '5.2.7',
    )
  }
  assert.deepEqual([lacksOxygen('oxygen-enriched'), lacksOxygen('ordinary')], [true, false])
})

describe('one kind of work calls for another', () => {
  const needed = (
    operation: string,
    answers: { readonly [field: string]: FieldValue },
    place: Partial<PlaceFacts> = {},
  ) => plan({ operation, level: '', answers, place }).permits.map((permit) => permit.operation)
  test('as the standard and the place say', () => {
    const deep = (depth: number, lines: boolean) =>
      needed('excavation', { 'depth-metres': depth, 'hazardous-lines': lines })
    assert.deepEqual(
      [deep(1.2, true), deep(1.3, true), deep(1.3, false)],
      [['excavation'], ['excavation', 'confined-space'], ['excavation']],
    )
    assert.deepEqual(needed('excavation', { 'in-road': true }), ['excavation', 'road-closing'])
    assert.deepEqual(needed('hot-work', {}, { kind: 'confined-space' }), ['hot-work', 'confined-space'])
    assert.deepEqual(needed('work-at-height', { 'height-metres': 3 }, { kind: 'confined-space' }), [
      'work-at-height',
      'confined-space',
    ])
    assert.deepEqual(needed('blinding', { 'at-height': true }), ['blinding', 'work-at-height'])
    assert.deepEqual(needed('lifting', { 'on-road': true, 'people-at-height': true }), [
      'lifting',
      'road-closing',
      'work-at-height',
    ])
  })
  test('hot work at height and power from a temporary source need their own permits (4.6, 10.8)', () => {
    assert.deepEqual(needed('hot-work', { 'at-height': true }), ['hot-work', 'work-at-height'])
    assert.deepEqual(needed('hot-work', { 'temporary-power': true }), ['hot-work', 'temporary-power'])
    assert.deepEqual(needed('confined-space', { 'temporary-power': true }), ['confined-space', 'temporary-power'])
    assert.deepEqual(needed('hot-work', { 'at-height': false, 'temporary-power': false }), ['hot-work'])
  })
  test('a shutdown lowers hot work to the second level only with the word of the head of safety (5.1.4)', () => {
    const steps = (isAgreed: boolean, zone: NonNullable<PlaceFacts['zone']>) => {
      const [permit] = plan({
        operation: 'hot-work',
        level: '',
        answers: { 'shutdown-agreed': isAgreed },
        place: { zone },
      }).permits
      assert.ok(permit)
      return [permit.level, approvalChain(permit, rulebook).some(({ id }) => id === 'shutdown-agreement')]
    }
    assert.deepEqual(steps(true, 'explosive'), ['second', true])
    assert.deepEqual(steps(false, 'explosive'), ['first', false])
    assert.deepEqual(steps(true, 'ordinary'), ['second', false])
  })
  test('only the units involved countersign an excavation, and one that cannot be told does', () => {
    const steps = (units: readonly string[]) => {
      const [permit] = plan({ operation: 'excavation', level: '', answers: { 'involved-units': units } }).permits
      assert.ok(permit)
      return approvalChain(permit, rulebook).map(({ id }) => id)
    }
    assert.deepEqual(steps([]), ['urgent-approval', 'department-approval'])
    assert.deepEqual(steps(['water', 'fire']), [
      'urgent-approval',
      'water-countersign',
      'fire-countersign',
      'department-approval',
    ])
  })
})

test('work that was not booked a day ahead gives its reason and gets one more signature, whatever it is', () => {
  const cutOff = addHours(morning, 6)
  for (const operation of Object.values(rulebook.operations)) {
    const asked = applicationFor(rulebook, operation, fit(operation.id))
    const tomorrow = { ...asked, window: { from: addHours(morning, 24), to: addHours(morning, 28) } }
    const { urgentReason: _, ...silent } = tomorrow
    const at = (now: Facts['now'], application: typeof silent = silent) => {
      const world = worldOf(rulebook, { now })
      const { permits } = planPermits(application, {}, rulebook, world)
      const { refusals } = assess('submit', { application, permits, record: null }, rulebook, world)
      return {
        isReasonMissing: refusals.some(({ code }) => code === 'urgent-reason-missing'),
        isSigned: permits.every((permit) => approvalChain(permit, rulebook)[0]?.id === 'urgent-approval'),
      }
    }
    assert.deepEqual(at(addHours(cutOff, -0.1)), { isReasonMissing: false, isSigned: false }, operation.id)
    assert.deepEqual(at(cutOff), { isReasonMissing: true, isSigned: true }, operation.id)
    assert.deepEqual(at(cutOff, tomorrow), { isReasonMissing: false, isSigned: true }, operation.id)
  }
})
