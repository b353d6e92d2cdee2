import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type OperationId } from '../ids.ts'
import { proposeRisks, type RiskEntry, type RiskKey, type RiskSubject } from './risk-library.ts'

const hotWork = id<OperationId>('hot-work')
const entry = (name: string, key: Partial<RiskKey>): RiskEntry => ({
  id: name,
  version: 1,
  key: { operation: null, equipment: null, area: null, ...key },
  step: 'step',
  hazard: name,
  consequence: 'harm',
  measures: 'measure',
  owner: 'leader',
})
const subject: RiskSubject = { operation: hotWork, equipment: 'reactor', area: 'synthesis-1' }
const proposed = (library: readonly RiskEntry[], change: Partial<RiskSubject> = {}) =>
  proposeRisks(library, { ...subject, ...change }).map((one) => one.id)

const library = [
  entry('anything', {}),
  entry('area', { area: 'synthesis-1' }),
  entry('equipment', { equipment: 'reactor' }),
  entry('work', { operation: hotWork }),
  entry('equipment-area', { equipment: 'reactor', area: 'synthesis-1' }),
  entry('work-area', { operation: hotWork, area: 'synthesis-1' }),
  entry('work-equipment', { operation: hotWork, equipment: 'reactor' }),
  entry('all', { operation: hotWork, equipment: 'reactor', area: 'synthesis-1' }),
  entry('other-work', { operation: id<OperationId>('lifting') }),
  entry('other-equipment', { operation: hotWork, equipment: 'tank' }),
  entry('other-area', { operation: hotWork, equipment: 'reactor', area: 'storage' }),
]

describe('the risk library proposes', () => {
  test('the most specific rows first, work before equipment before area, and nothing that is about something else', () => {
    assert.deepEqual(proposed(library), [
      'all',
      'work-equipment',
      'work-area',
      'equipment-area',
      'work',
      'equipment',
      'area',
      'anything',
    ])
  })

  test('rows that are as specific in the order in which they are kept', () => {
    const twins = ['first', 'second', 'third'].map((name) => entry(name, { operation: hotWork }))
    assert.deepEqual(proposed(twins), ['first', 'second', 'third'])
  })

  test('only what is about any equipment and any area where nobody knows which it is', () => {
    assert.deepEqual(proposed(library, { equipment: undefined, area: undefined }), ['work', 'anything'])
  })
})
