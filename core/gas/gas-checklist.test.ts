import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts, rulebook } from '../job/examples.ts'
import { startedRecord } from '../rules/examples.ts'
import { gasChecklist } from './gas-checklist.ts'

const { place } = facts()
if (!place) throw new Error('the example has no place')

test('asks for every gas of the place at every point, between the bounds of the rulebook', () => {
  const lines = gasChecklist(startedRecord, rulebook, place)
  assert.ok(lines && lines.length > 0)
  const points = place?.samplingPoints ?? []
  assert.deepEqual([...new Set(lines.map(({ point }) => point))], points)
  const oxygen = lines.find(({ gas }) => gas.kind === 'oxygen')
  assert.deepEqual(oxygen?.band, { min: 19.5, max: 21 })
})

test('lets an oxygen-enriched place have more', () => {
  const lines = gasChecklist(startedRecord, rulebook, { ...place, atmosphere: 'oxygen-enriched' })
  assert.deepEqual(lines?.find(({ gas }) => gas.kind === 'oxygen')?.band, { min: 19.5, max: 23.5 })
})

test('is unknown where the place is unknown, or does not say what may be in its air', () => {
  assert.equal(gasChecklist(startedRecord, rulebook, undefined), null)
  const { gases: _, ...silent } = place
  assert.equal(gasChecklist(startedRecord, rulebook, silent), null)
})
