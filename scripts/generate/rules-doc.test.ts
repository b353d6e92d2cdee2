import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShipped } from '#server/rulebooks/shipped-rulebooks.ts'
import { clausesOf } from './rules-doc.ts'

const { today } = await readShipped()

test('the rulebooks stand on at least 75 different clauses, each with the code that keeps it and its test', () => {
  const chemical = today.get('chemical')
  assert.ok(chemical)
  const count = clausesOf(chemical).size
  console.log(`${count} different clauses in the chemical rulebook`)
  assert.ok(count >= 75, String(count))
})

test('what was never compared with its text says so, and sets no floor', () => {
  for (const id of ['construction', 'power']) {
    const rulebook = today.get(id)
    assert.ok(rulebook)
    const clauses =
      JSON.stringify(rulebook).match(/"clause":"[^"]*"(,"floor":true)?,"certainty":"(digest|memory)"/g) ?? []
    const all = JSON.stringify(rulebook).match(/"clause":"/g) ?? []
    assert.equal(clauses.length, all.length, `${id}: every clause says how sure it is`)
    assert.ok(
      clauses.every((one) => !(one.includes('"floor":true') && one.includes('memory'))),
      id,
    )
  }
})
