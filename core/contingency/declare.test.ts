import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id } from '../ids.ts'
import { noon, person } from '../job/examples.ts'
import { addHours, addMinutes } from '../time/epoch.ts'
import { contingencyState, type Contingency } from './contingency.ts'
import { declareContingency, endContingency, type ContingencyFacts } from './declare.ts'
import { detectors, heardBefore, opened, rulebook } from './examples.ts'
import { isSilent } from './source.ts'

const officer = person(id('safety-1'), ['safety-department'])
const facts = (change: Partial<ContingencyFacts> = {}): ContingencyFacts => ({
  now: noon,
  person: officer,
  sources: [heardBefore(30)],
  standing: [],
  ...change,
})
const asked = (change: object = {}) => ({
  id: id<never>('contingency-1'),
  mode: 'detectors-silent',
  source: detectors,
  hours: 4,
  by: id<never>('safety-1'),
  ...change,
})
const codes = (change: object, world: Partial<ContingencyFacts> = {}): readonly string[] => {
  const answer = declareContingency(asked(change), rulebook, facts(world))
  return answer.accepted ? [] : answer.refusals.map(({ code }) => code)
}

describe('silence', () => {
  test('begins at the limit, and whatever was never heard or heard in the future is silent', () => {
    assert.equal(isSilent(heardBefore(9.9), 10, noon), false)
    assert.equal(isSilent(heardBefore(10), 10, noon), true)
    assert.equal(isSilent(heardBefore(null), 10, noon), true)
    assert.equal(isSilent(heardBefore(-1), 10, noon), true)
  })
})

describe('a contingency', () => {
  test('opens for the hours asked for, when the source is silent and the person has the right', () => {
    const answer = declareContingency(asked(), rulebook, facts())
    assert.ok(answer.accepted)
    assert.deepEqual(answer.contingency.until, addHours(noon, 4))
    assert.deepEqual(codes({}, { sources: [heardBefore(null)] }), [])
  })

  test('is refused while the source is heard, and when nobody knows the source or the mode', () => {
    assert.deepEqual(codes({}, { sources: [heardBefore(9)] }), ['source-not-silent'])
    assert.deepEqual(codes({}, { sources: [] }), ['source-unknown'])
    assert.deepEqual(codes({}, { sources: [{ ...heardBefore(30), kind: 'gateway' }] }), ['source-unknown'])
    assert.deepEqual(codes({ mode: 'unheard-of' }), ['contingency-unknown'])
  })

  test('is refused to whoever does not hold the right, is unknown or has left', () => {
    for (const one of [undefined, person(id('safety-1'), ['director']), { ...officer, employment: 'left' as const }])
      assert.deepEqual(codes({}, { person: one }), ['contingency-right-missing'])
  })

  test('lasts at most as long as the rulebook says, and never no time', () => {
    assert.deepEqual(codes({ hours: 8 }), [])
    for (const hours of [8.1, 0, -1, Number.NaN]) assert.deepEqual(codes({ hours }), ['contingency-too-long'])
  })

  test('does not open twice for one source, but again after the first is over', () => {
    assert.deepEqual(codes({}, { standing: [opened()] }), ['contingency-stands'])
    assert.deepEqual(codes({}, { standing: [opened({ until: noon })] }), [])
    assert.deepEqual(codes({}, { standing: [opened({ endedAt: noon })] }), [])
  })

  test('says all reasons at once', () => {
    const all = codes({ hours: 9 }, { person: undefined, sources: [heardBefore(1)], standing: [opened()] })
    assert.deepEqual(all.toSorted(), [
      'contingency-right-missing',
      'contingency-stands',
      'contingency-too-long',
      'source-not-silent',
    ])
  })

  test('is over at its end although nobody closed it', () => {
    const one = opened({ until: noon })
    assert.equal(contingencyState(one, addMinutes(noon, -1)), 'open')
    assert.equal(contingencyState(one, noon), 'expired')
    assert.equal(contingencyState(opened({ endedAt: noon }), noon), 'ended')
  })

  test('is ended by whoever may declare it, once', () => {
    const end = (one: Contingency, who = facts()) => endContingency(one, id('safety-1'), rulebook, who)
    const ended = end(opened())
    assert.ok(ended.accepted)
    assert.equal(ended.contingency.endedAt, noon)
    assert.equal(end(ended.contingency).accepted, false)
    assert.equal(end(opened(), facts({ person: undefined })).accepted, false)
  })
})
