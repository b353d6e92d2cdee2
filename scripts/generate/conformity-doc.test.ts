import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gapsOf } from './conformity-doc.ts'
import { conformityRows } from './conformity-rows.ts'

test('a row that names a test which is not there, or claims what nothing shows, is refused', () => {
  const row = { section: '9.9', asks: '', where: [], tests: [] }
  assert.deepEqual(gapsOf({ ...row, tests: ['core/no-such.test.ts'] }), ['9.9: there is no core/no-such.test.ts'])
  assert.deepEqual(gapsOf(row), ['9.9: neither a test nor what is missing'])
  assert.deepEqual(gapsOf({ ...row, tests: ['core/ids.ts'] }), ['9.9: core/ids.ts is no test'])
  assert.deepEqual(gapsOf({ ...row, notYet: 'No camera.' }), [])
})

test('every section has one row', () => {
  const sections = conformityRows.map(({ section }) => section)
  assert.equal(new Set(sections).size, sections.length)
  assert.ok(sections.length >= 30)
})
