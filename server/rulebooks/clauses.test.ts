import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { rowsOf } from '#scripts/generate/rulebook-rows.ts'
import { readRulebook, rulebooksFolder } from './read-rulebook.ts'

const parsed = await readRulebook('chemical')
assert.ok(parsed.ok)
const { rulebook } = parsed

const readYaml = async (name: string): Promise<unknown> =>
  parse(await readFile(`${rulebooksFolder}${name}.yaml`, 'utf8'))
const { clauses, marks } = (await readYaml('clauses')) as {
  readonly clauses: { readonly [clause: string]: string }
  readonly marks: { readonly [clause: string]: readonly string[] }
}
const { chemical: uncited } = (await readYaml('uncited-clauses')) as {
  readonly chemical: { readonly [clause: string]: { readonly why: string } }
}

const citationsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'clause' ? [String(one)] : citationsIn(one)))
}
const cited = new Set(citationsIn(rulebook))
const isCited = (clause: string): boolean => cited.has(clause) || [...cited].some((one) => one.startsWith(`${clause} `))

describe('the standard, clause by clause', () => {
  test('at least 75 different clauses of it are enforced or asked for', () => {
    assert.ok([...cited].filter((clause) => Object.hasOwn(clauses, clause)).length >= 75)
  })

  test('every clause that a machine can do something with is cited, or said why not', () => {
    const open = Object.entries(marks).flatMap(([clause, kinds]) =>
      kinds.some((kind) => 'NGXA'.includes(kind)) && !isCited(clause) && !uncited[clause] ? [clause] : [],
    )
    assert.deepEqual(open, [])
  })

  test('what it asks and a machine can refuse is a floor, wherever it stands', () => {
    const loose = rowsOf(rulebook).flatMap(({ path, grounds: { clause, floor } }) =>
      clause !== undefined && floor !== true && marks[clause]?.some((kind) => 'NGX'.includes(kind))
        ? [path.join('.')]
        : [],
    )
    // A question is no demand: what hangs on its answer is. A kind without levels has one row that nothing can lower.
    const isElsewhere = (row: string): boolean => /\.(fields|levelRows)\./.test(row)
    // That the unit accepts is kept; that the leader says so before it as well may be left out by a site.
    const isFirstOfTwo = (row: string): boolean => row.endsWith('.acceptances.leader-acceptance')
    assert.deepEqual(
      loose.filter((row) => !isElsewhere(row) && !isFirstOfTwo(row)),
      [],
    )
  })

  test('no reason is kept for a clause that is cited by now, or that does not exist', () => {
    for (const [clause, { why }] of Object.entries(uncited)) {
      assert.ok(Object.hasOwn(clauses, clause) && !isCited(clause), clause)
      assert.ok(why.length > 20, clause)
    }
  })
})

describe('readings of the standard that are often wrong', () => {
  const operation = (id: string) => rulebook.operations[id] ?? assert.fail(id)
  const citedBy = (id: string): readonly string[] => citationsIn(operation(id))

  test('chapter 7 is blinding, 8 height, 9 lifting, 10 power, 11 excavation and 12 road closing', () => {
    const chapters = {
      blinding: 7,
      'work-at-height': 8,
      lifting: 9,
      'temporary-power': 10,
      excavation: 11,
      'road-closing': 12,
    }
    const others = (id: string, chapter: number) =>
      citedBy(id).filter((clause) => /^([6-9]|1[0-2])\.\d/.test(clause) && !clause.startsWith(`${chapter}.`))
    // Neighbouring kinds are cited where they meet: loads above people, work in a road.
    const allowed: readonly string[] = ['9.2.12', '12.1']
    for (const [id, chapter] of Object.entries(chapters))
      assert.deepEqual(
        others(id, chapter).filter((clause) => !allowed.includes(clause)),
        [],
        id,
      )
  })

  test('special is above first and first above second; lifting’s first and height’s IV are the highest', () => {
    const order = (id: string) => operation(id).levels.map((level) => level.id)
    assert.deepEqual(order('hot-work'), ['second', 'first', 'special'])
    assert.deepEqual(order('lifting'), ['third', 'second', 'first'])
    assert.deepEqual(order('work-at-height'), ['i', 'ii', 'iii', 'iv'])
  })

  test('feed codes are those of AQ 3064.2 table A.2', () => {
    const codes = Object.values(rulebook.operations).flatMap(({ levels }) => levels.map(({ feedCode }) => feedCode))
    assert.deepEqual(codes.toSorted(), [
      '01',
      '02',
      '03',
      '10',
      '21',
      '22',
      '23',
      '24',
      '30',
      '40',
      '50',
      '61',
      '62',
      '63',
      '70',
    ])
  })

  test('wind stops lifting at force 6, not 7, and fire and height at 5', () => {
    const force = (id: string) =>
      operation(id).atStart.find(({ rule }) => rule === 'wind-allows@1')?.parameters['windForceForbidden']
    assert.deepEqual([force('lifting'), force('hot-work'), force('work-at-height')], [6, 5, 5])
  })

  test('where the standard sets no validity, the rulebook does not say that it does', () => {
    for (const id of ['blinding', 'lifting', 'excavation', 'road-closing'])
      for (const { validHoursMax } of operation(id).levels) assert.equal(validHoursMax.source, 'enterprise', id)
  })

  test('how near an approver must be is a number of the enterprise, only being there is the standard’s', () => {
    for (const { approvals } of Object.values(rulebook.operations))
      for (const { onSite, clause } of approvals)
        if (clause !== undefined) assert.deepEqual([onSite.required, onSite.clause], [true, '4.11'])
  })
})
