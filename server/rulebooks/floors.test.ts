import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compareEditions } from '#core/rulebook/compare-editions.ts'
import { floorBreaches } from '#core/rulebook/floors.ts'
import { parseRulebook } from '#core/rulebook/parse-rulebook.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { readRulebook } from './read-rulebook.ts'

const parsed = await readRulebook('chemical')
assert.ok(parsed.ok)
const standard = parsed.rulebook

type Node = { [field: string]: unknown }
type Found = { readonly node: Node; readonly holder: Node | unknown[]; readonly key: string; readonly path: string }

/** Where every floor of a rulebook stands, as the keys that lead to it. */
const floorsOf = (value: unknown, keys: readonly string[] = []): readonly (readonly string[])[] => {
  if (typeof value !== 'object' || value === null) return []
  const self = 'floor' in value && value.floor === true ? [keys] : []
  return [...self, ...Object.entries(value).flatMap(([key, one]) => floorsOf(one, [...keys, key]))]
}
const floors = floorsOf(standard)

/** Where every single one would take too long, each fifth stands for its neighbours. */
const everyFifth = floors.filter((_, i) => i % 5 === 0)

const foundAt = (edition: Rulebook, keys: readonly string[]): Found => {
  let holder: unknown = edition
  for (const key of keys.slice(0, -1)) holder = (holder as Node)[key]
  const key = keys.at(-1) ?? ''
  return { node: (holder as Node)[key] as Node, holder: holder as Node | unknown[], key, path: keys.join('.') }
}

/** A copy of the standard with one floor changed, for each floor where `change` finds something; each is a rulebook of its own. */
const editions = (
  change: (found: Found) => boolean,
  from: readonly (readonly string[])[] = floors,
): readonly { readonly path: string; readonly edition: Rulebook; readonly clause: string }[] =>
  from.flatMap((keys) => {
    const edition = structuredClone(standard)
    const found = foundAt(edition, keys)
    return change(found) ? [{ path: found.path, edition, clause: String(found.node['clause']) }] : []
  })

const ownOf = ({ own }: Node): readonly unknown[] => (Array.isArray(own) ? own : [])

/** Which of an object's numbers may be changed, and by how much it is loosened. */
const loosened = (found: Found): readonly (readonly [Node, string, number])[] => {
  const { node, key } = found
  const nodes = [node, ...(typeof node['parameters'] === 'object' ? [node['parameters'] as Node] : [])]
  return nodes.flatMap((one) =>
    Object.entries(one).flatMap(([field, value]) => {
      const name = field === 'value' ? key : field
      if (typeof value !== 'number' || name.startsWith('molarMass') || ownOf(node).includes(name)) return []
      const isLeast = /Min$|^min$|^atLeast$|Dividing$/.test(name)
      return [[one, field, isLeast ? -0.5 : 0.5] as const]
    }),
  )
}

const shift = (found: Found, sign: 1 | -1): boolean => {
  const [first] = loosened(found)
  if (!first) return false
  const [node, field, step] = first
  node[field] = Number(node[field]) + sign * step
  return true
}

test('an edition as strict as the standard breaks no floor', () => {
  assert.deepEqual(floorBreaches(structuredClone(standard), standard), [])
  assert.deepEqual(compareEditions(standard, standard), [])
})

test('every number of the standard that is loosened is refused with its clause', () => {
  const looser = editions((found) => shift(found, 1))
  assert.ok(looser.length > 60, String(looser.length))
  for (const { path, edition, clause } of looser) {
    const breaches = floorBreaches(edition, standard)
    assert.ok(
      breaches.some((one) => one.change === 'looser' && one.clause === clause),
      path,
    )
  }
})

test('every number of the standard may be tightened', () => {
  for (const { path, edition } of editions((found) => shift(found, -1))) {
    assert.deepEqual(floorBreaches(edition, standard), [], path)
    assert.ok(
      compareEditions(standard, edition).some(({ change }) => change === 'stricter'),
      path,
    )
  }
})

test('every demand, preparation, approval, conflict and upgrade of the standard that is taken out is refused', () => {
  const gone = editions((found) => {
    if (!Array.isArray(found.holder)) return false
    found.holder.splice(Number(found.key), 1)
    return true
  }, everyFifth)
  assert.ok(gone.length > 60, String(gone.length))
  for (const { path, edition } of gone) {
    const breaches = floorBreaches(edition, standard)
    assert.ok(breaches.length > 0, path)
    assert.ok(breaches.every(({ clause }) => clause !== ''))
  }
})

test('every floor that is unmarked is refused: what is no floor could be loosened next time', () => {
  for (const { path, edition } of editions((found) => {
    found.node['floor'] = false
    return true
  }, everyFifth))
    assert.ok(floorBreaches(edition, standard).length > 0, path)
})

test('a demand that is made less often is refused, and one whose condition cannot be compared as well', () => {
  const narrowed = editions((found) => {
    if (found.path.includes('levelRows') || !('when' in found.node)) return false
    found.node['when'] = { all: [found.node['when'], { fact: 'window.hours', below: 1 }] }
    return true
  })
  assert.ok(narrowed.length > 15, String(narrowed.length))
  for (const { path, edition } of narrowed) assert.ok(floorBreaches(edition, standard).length > 0, path)
})

describe('a demand of the standard in which some numbers are ours', () => {
  const withWind = (change: (demand: Node, parameters: Node) => void): Rulebook => {
    const edition = structuredClone(standard)
    const demands = edition.operations['work-at-height']?.atStart as unknown as Node[]
    const demand = demands.find(({ rule }) => rule === 'wind-allows@1') ?? assert.fail()
    change(demand, demand['parameters'] as Node)
    return edition
  }
  const path = 'operations.work-at-height.atStart.wind-allows@1'

  test('lets those be loosened, and says that they are', () => {
    const older = withWind((_, parameters) => (parameters['ageMinutesMax'] = 90))
    assert.deepEqual(floorBreaches(older, standard), [])
    assert.deepEqual(compareEditions(standard, older), [
      { path: `${path}.own`, change: 'looser', grounds: { source: 'enterprise' } },
    ])
  })

  test('keeps the others, the demand itself, and the border between the two', () => {
    const stronger = withWind((_, parameters) => (parameters['windForceForbidden'] = 7))
    assert.deepEqual(floorBreaches(stronger, standard), [{ path, clause: '8.2.6', change: 'looser' }])
    const claimed = withWind((demand) => (demand['own'] = ['windForceForbidden', 'ageMinutesMax']))
    assert.deepEqual(floorBreaches(claimed, standard), [{ path: `${path}.own`, clause: '8.2.6', change: 'looser' }])
    const unmarked = withWind((demand) => delete demand['own'])
    assert.deepEqual(floorBreaches(unmarked, standard), [])
  })
})

test('without days of rest nothing is raised on them, so that taking one away is refused', () => {
  const resting = (restWeekdays: readonly number[]): Rulebook => ({
    ...standard,
    calendar: { ...standard.calendar, restWeekdays },
  })
  const breach = [{ path: 'calendar.restWeekdays', clause: '5.1.1', change: 'looser' }]
  assert.deepEqual([floorBreaches(resting([]), standard), floorBreaches(resting([7]), standard)], [breach, breach])
  assert.deepEqual(floorBreaches(resting([5, 6, 7]), standard), [])
})

test('a level row that lowers is refused; one that raises is not', () => {
  const withRow = (level: string): Rulebook => {
    const written = structuredClone(standard) as unknown as { operations: { [id: string]: { levelRows: unknown[] } } }
    written.operations['hot-work']?.levelRows.unshift({
      level,
      when: { fact: 'place.isOutdoor', is: true },
      source: 'enterprise',
    })
    return written as unknown as Rulebook
  }
  assert.deepEqual(floorBreaches(withRow('special'), standard), [])
  assert.deepEqual(
    floorBreaches(withRow('second'), standard).map(({ path, change }) => [path, change]),
    [['operations.hot-work.levelRows', 'unclear']],
  )
})

test('what is the enterprise’s own may be loosened, and the comparison says so', () => {
  const edition = structuredClone(standard) as unknown as {
    operations: { [id: string]: { approvals: { id: string; withinMinutes: { value: number } }[] } }
  }
  const step = edition.operations['hot-work']?.approvals.find(({ id }) => id === 'unit-approval')
  assert.ok(step)
  step.withinMinutes.value += 30
  assert.deepEqual(floorBreaches(edition as unknown as Rulebook, standard), [])
  assert.deepEqual(
    compareEditions(standard, edition as unknown as Rulebook).map(({ path, change }) => [path, change]),
    [['operations.hot-work.approvals.unit-approval.withinMinutes', 'looser']],
  )
})

test('what is new and what is gone is named by its place', () => {
  const edition = structuredClone(standard) as unknown as {
    operations: { [id: string]: { measures: { id: string }[] } }
  }
  const measures = edition.operations['lifting']?.measures
  assert.ok(measures)
  measures[0] = { ...measures[0], id: 'plan-read-aloud' }
  const changes = compareEditions(standard, edition as unknown as Rulebook).map(({ path, change }) => [path, change])
  assert.deepEqual(changes, [
    ['operations.lifting.measures.plan-approved', 'gone'],
    ['operations.lifting.measures.plan-read-aloud', 'new'],
  ])
})

test('the tested copies are rulebooks: the standard’s own data parses from its parsed form', () => {
  assert.ok(parseRulebook(structuredClone(standard)).ok)
})
