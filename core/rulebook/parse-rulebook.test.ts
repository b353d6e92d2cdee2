import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseRulebook } from './parse-rulebook.ts'
import { smallRulebook } from './examples.ts'

type Tree = { [key: string]: Tree } & Tree[]

/** The small rulebook with one thing changed. */
const changed = (change: (rulebook: Tree) => void): unknown => {
  const copy = structuredClone(smallRulebook) as unknown as Tree
  change(copy)
  return copy
}

const refusals = (input: unknown): readonly string[] => {
  const parsed = parseRulebook(input)
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path}: ${code}`)
}

type Broken = readonly [sentence: string, change: (rulebook: Tree) => void, problem: string]
const set = (target: unknown, key: string | number, value: unknown): void => {
  ;(target as { [key: string | number]: unknown })[key] = value
}
const work = (rulebook: Tree): Tree => rulebook['operations']!['work']!

const broken: readonly Broken[] = [
  [
    'a misspelt field is refused, not passed over',
    (r) => set(work(r), 'conflict', []),
    'operations.work: field-unknown',
  ],
  [
    'a missing field is refused',
    (r) => delete (work(r) as Partial<Tree>)['atResume'],
    'operations.work: field-missing',
  ],
  [
    'a clause that is known from memory only sets no floor, because a site must be able to put it right',
    (r) =>
      set(work(r)['crew']!['requires'], 0, { rule: 'is-on-roster@1', clause: '1', certainty: 'memory', floor: true }),
    'operations.work.crew.requires.0: floor-from-memory',
  ],
  [
    'only a clause can be more or less certain',
    (r) => set(work(r)['crew']!['requires'], 0, { rule: 'is-on-roster@1', source: 'product', certainty: 'digest' }),
    'operations.work.crew.requires.0: certainty-without-clause',
  ],
  [
    'a field of another kind is refused',
    (r) => set(work(r)['levels']![0], 'feedCode', 3),
    'operations.work.levels.0.feedCode: wrong-kind',
  ],
  ['a name in one language only is refused', (r) => set(r, 'name', { zh: '规则' }), 'name: field-missing'],
  ['an empty word is refused', (r) => set(r, 'name', { zh: '规则', en: ' ' }), 'name.en: wrong-kind'],
  [
    'a day that is not in the calendar is refused',
    (r) => set(r, 'effectiveFrom', '2026-02-30'),
    'effectiveFrom: wrong-kind',
  ],
  [
    'a time that no clock shows is refused',
    (r) => set(r['calendar']!['night'], 'to', '24:00'),
    'calendar.night.to: wrong-kind',
  ],
  [
    'an eighth weekday is refused',
    (r) => set(r['calendar'], 'restWeekdays', [8]),
    'calendar.restWeekdays.0: number-out-of-range',
  ],
  [
    'a negative limit is refused',
    (r) => set(work(r)['levels']![0]!['validHoursMax'], 'value', -1),
    'operations.work.levels.0.validHoursMax.value: number-out-of-range',
  ],
  [
    'a limit that is not a number is refused',
    (r) => set(work(r)['levels']![0]!['validHoursMax'], 'value', NaN),
    'operations.work.levels.0.validHoursMax.value: wrong-kind',
  ],
  [
    'a demand without a reason is refused',
    (r) => delete (work(r)['atStart']![0] as Partial<Tree>)['clause'],
    'operations.work.atStart.0: grounds-not-one',
  ],
  [
    'a demand with two reasons is refused',
    (r) => set(work(r)['atStart']![0], 'source', 'product'),
    'operations.work.atStart.0: grounds-not-one',
  ],
  [
    'a floor without a clause is refused',
    (r) => set(work(r)['crew']!['requires']![0], 'floor', true),
    'operations.work.crew.requires.0: floor-without-clause',
  ],
  [
    'a source that nobody answers for is refused',
    (r) => set(work(r)['crew']!['requires']![0], 'source', 'habit'),
    'operations.work.crew.requires.0.source: word-unknown',
  ],
  [
    'an unknown requirement is refused',
    (r) => set(work(r)['atStart']![0], 'rule', 'is-lucky@1'),
    'operations.work.atStart.0.rule: rule-unknown',
  ],
  [
    'an unknown version of a requirement is refused',
    (r) => set(work(r)['atStart']![0], 'rule', 'now-is-within-window@2'),
    'operations.work.atStart.0.rule: rule-unknown',
  ],
  [
    'a parameter that is missing is refused',
    (r) => delete (work(r)['crew']!['requires']![1] as Partial<Tree>)['category'],
    'operations.work.crew.requires.1: parameter-missing',
  ],
  [
    'a parameter that the requirement does not have is refused',
    (r) => set(work(r)['atStart']![0], 'ageMinutesMax', 5),
    'operations.work.atStart.0: parameter-unknown',
  ],
  [
    'a parameter that is left open and that the requirement does not have is refused',
    (r) => set(work(r)['crew']!['requires']![1], 'own', ['catgory']),
    'operations.work.crew.requires.1.own: parameter-unknown',
  ],
  [
    'a parameter of another kind is refused',
    (r) => set(work(r)['holdPoints']![0]!['requires']![0], 'ageMinutesMax', '30'),
    'operations.work.holdPoints.0.requires.0.ageMinutesMax: wrong-kind',
  ],
  [
    'a misspelt kind of gas is refused',
    (r) => set(work(r)['holdPoints']![0]!['requires']![0], 'kinds', ['oxigen']),
    'operations.work.holdPoints.0.requires.0.kinds.0: word-unknown',
  ],
  [
    'an undeclared category is refused',
    (r) => set(work(r)['crew']!['requires']![1], 'category', 'diving'),
    'operations.work.crew.requires.1.category: category-unknown',
  ],
  [
    'a condition that compares nothing is refused',
    (r) => set(work(r)['upgrades']![0], 'when', { fact: 'level' }),
    'operations.work.upgrades.0.when: condition-malformed',
  ],
  [
    'a condition with two comparisons is refused',
    (r) => set(work(r)['upgrades']![0], 'when', { fact: 'level', is: 'high', in: ['low'] }),
    'operations.work.upgrades.0.when: condition-malformed',
  ],
  [
    'an empty "all" is refused, since it would always hold',
    (r) => set(work(r)['upgrades']![0], 'when', { all: [] }),
    'operations.work.upgrades.0.when.all: list-empty',
  ],
  [
    'an unknown fact is refused',
    (r) => set(work(r)['upgrades']![0], 'when', { not: { fact: 'moon', is: 'full' } }),
    'operations.work.upgrades.0.when.not: fact-unknown',
  ],
  [
    'a fact inherited from the language is unknown',
    (r) => set(work(r)['upgrades']![0], 'when', { fact: 'toString', is: 'x' }),
    'operations.work.upgrades.0.when: fact-unknown',
  ],
  [
    'an undeclared form field is no fact',
    (r) => set(work(r)['upgrades']![0], 'when', { fact: 'field.work.depth', above: 2 }),
    'operations.work.upgrades.0.when: fact-unknown',
  ],
  [
    'a comparison that the fact cannot answer is refused',
    (r) => set(work(r)['upgrades']![0], 'when', { fact: 'window.isNight', in: ['yes'] }),
    'operations.work.upgrades.0.when: comparison-unfit',
  ],
  [
    'a word that the fact never says is refused',
    (r) => set(work(r)['upgrades']![0], 'when', { fact: 'place.zone', is: 'explosiv' }),
    'operations.work.upgrades.0.when.is: word-unknown',
  ],
  [
    'a flag compared with a text is refused',
    (r) => set(work(r)['upgrades']![0], 'when', { fact: 'window.isNight', is: 'true' }),
    'operations.work.upgrades.0.when.is: wrong-kind',
  ],
  [
    'a level row with an unknown level is refused',
    (r) => set(work(r)['levelRows']![1], 'level', 'middle'),
    'operations.work.levelRows.1: level-unknown',
  ],
  [
    'an approval of an unknown level is refused',
    (r) => set(work(r)['approvals']![0], 'levels', ['low', 'high', 'top']),
    'operations.work.approvals.0: level-unknown',
  ],
  [
    'a level that nobody approves is refused',
    (r) => set(work(r)['approvals']![0], 'levels', ['low']),
    'operations.work.approvals: level-without-approval',
  ],
  [
    'level rows that may all fail are refused',
    (r) => set(work(r)['levelRows']![1], 'when', { fact: 'window.isNight', is: true }),
    'operations.work.levelRows.1: last-row-conditional',
  ],
  [
    'risk rows that may all fail are refused',
    (r) => set(work(r)['riskRows']![0], 'when', { fact: 'window.isNight', is: true }),
    'operations.work.riskRows.0: last-row-conditional',
  ],
  [
    'a row below one that always holds is refused',
    (r) => delete (work(r)['levelRows']![0] as Partial<Tree>)['when'],
    'operations.work.levelRows.1: row-unreachable',
  ],
  [
    'a hold point left out is refused',
    (r) => work(r)['holdPoints']!.splice(1, 1),
    'operations.work.holdPoints: hold-points-out-of-order',
  ],
  [
    'hold points in another order are refused',
    (r) => set(work(r), 'holdPoints', work(r)['holdPoints']!.toReversed()),
    'operations.work.holdPoints: hold-points-out-of-order',
  ],
  [
    'a hold point that applies without asking anything is refused',
    (r) => set(work(r)['holdPoints']![0], 'requires', []),
    'operations.work.holdPoints.0.requires: list-empty',
  ],
  [
    'a hold point that does not apply may carry nothing else',
    (r) => set(work(r)['holdPoints']![1], 'requires', []),
    'operations.work.holdPoints.1: field-unknown',
  ],
  [
    'two different fire watches are refused',
    (r) => set(work(r)['holdPoints']![4]!['fireWatchMinutes'], 'value', 10),
    'operations.work.holdPoints.4: limits-disagree',
  ],
  [
    'an identity given twice is refused',
    (r) => set(work(r)['levels']![1], 'id', 'low'),
    'operations.work.levels.1: id-repeated',
  ],
  [
    'an operation under another name is refused',
    (r) => set(work(r), 'id', 'labour'),
    'operations.work.id: id-differs-from-key',
  ],
  [
    'a combination that needs an unknown operation is refused',
    (r) => set(r['combinations']![0], 'needs', 'diving'),
    'combinations.0.needs: operation-unknown',
  ],
  [
    'a conflict with an unknown operation is refused',
    (r) => set(work(r)['conflicts']![0]!['with'], 'operation', 'diving'),
    'operations.work.conflicts.0: operation-unknown',
  ],
  ['no start condition at all is refused', (r) => set(work(r), 'atStart', []), 'operations.work.atStart: list-empty'],
]

describe('a rulebook', () => {
  it('is read when nothing is wrong with it', () => {
    assert.deepEqual(refusals(smallRulebook), [])
  })

  for (const [sentence, change, problem] of broken)
    it(sentence, () => {
      const found = refusals(changed(change))
      assert.ok(found.includes(problem), `${problem} not among\n${found.join('\n')}`)
    })

  it('says all that is wrong at once', () => {
    const found = refusals(
      changed((r) => [set(r, 'edition', 7), set(work(r), 'numberPrefix', ''), set(r['calendar'], 'restWeekdays', [0])]),
    )
    assert.deepEqual(found.toSorted(), [
      'calendar.restWeekdays.0: number-out-of-range',
      'edition: wrong-kind',
      'operations.work.numberPrefix: wrong-kind',
    ])
  })

  it('is refused, not thrown at, whatever it is', () => {
    for (const input of [null, undefined, 7, 'text', [], {}, { operations: [] }, { operations: { work: null } }])
      assert.equal(parseRulebook(input).ok, false)
  })

  it('reads a demand written flat like one with its parameters apart', () => {
    const apart = changed((r) =>
      set(work(r)['crew']!['requires'], 1, {
        rule: 'is-trained@1',
        parameters: { category: 'safety' },
        source: 'enterprise',
      }),
    )
    assert.deepEqual(parseRulebook(apart), parseRulebook(smallRulebook))
  })
})
