import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlineDuties } from '#core/rulebook/deadline.ts'
import { authoritiesEn } from '#core/messages/authorities.en.ts'
import { authoritiesZhCn } from '#core/messages/authorities.zh-cn.ts'
import { readRulebook } from './read-rulebook.ts'
import { shippedNames } from './shipped-rulebooks.ts'

/** Their limit is a rhythm, the window, a law or the time of an agreement, and stands where those stand. */
const limitedElsewhere = ['start', 'snapshot', 'gas-record', 'end-work', 'forced-rest', 'hand-in-recording', 'agree']

for (const name of shippedNames)
  test(`${name} says for every step by when it is done and whom it goes up to, as the enterprise's own`, async () => {
    const parsed = await readRulebook(name)
    assert.ok(parsed.ok)
    const rows = parsed.rulebook.deadlines ?? []
    assert.deepEqual(rows.map(({ id }) => id).toSorted(), deadlineDuties.toSorted())
    for (const { id, withinMinutes, escalateTo, source } of rows) {
      assert.equal(source, 'enterprise', id)
      assert.equal(withinMinutes === undefined, limitedElsewhere.includes(id), id)
      assert.ok(escalateTo.authority in authoritiesZhCn && escalateTo.authority in authoritiesEn, escalateTo.authority)
    }
  })
