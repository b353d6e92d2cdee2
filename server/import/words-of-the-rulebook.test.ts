import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelsOf, toCategory, toRestrictions, toTrainingCategory } from '#core/people/ledger/vocabulary.ts'
import { readRulebook } from '../rulebooks/read-rulebook.ts'

/** A ledger's word for an operation that the rulebook calls otherwise would allow nobody, and a restriction would forbid nothing. */
test('a matrix is read into the operations and levels of the rulebook, the lowest first', async () => {
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)
  const operations = Object.values(parsed.rulebook.operations)
  assert.deepEqual(
    Object.fromEntries(operations.map(({ id, levels }) => [id, levels.map((level) => level.id)]).toSorted()),
    Object.fromEntries(Object.entries(levelsOf).toSorted()),
  )
})

test('a restriction is called like the operation that it forbids', async () => {
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)
  assert.deepEqual(toRestrictions('限制登高作业'), ['work-at-height'])
  for (const text of ['限制登高作业', '不能从事受限空间', '不宜电工作业'])
    for (const restriction of toRestrictions(text)) assert.ok(restriction in parsed.rulebook.operations, restriction)
})

/** A document that a ledger names otherwise than the rulebook would be held by nobody, and its work forbidden to everybody. */
test('every document that the rulebook asks for is read from a ledger that calls it by its name', async () => {
  const parsed = await readRulebook('chemical')
  assert.ok(parsed.ok)
  for (const { id, kind, name } of parsed.rulebook.categories) {
    const read = kind === 'training' ? toTrainingCategory : toCategory
    for (const word of [name.zh, name.en]) assert.equal(read(word), id, word)
  }
})
