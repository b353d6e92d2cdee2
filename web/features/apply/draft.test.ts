import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type DutyId, type PersonId } from '#core/ids.ts'
import { epochMs } from '#core/time/epoch.ts'
import { emptyDraft, seat, seatOf, unseat, type Draft } from './draft.ts'

const person = (name: string) => id<PersonId>(name)
const welder = id<DutyId>('welder')
const empty: Draft = emptyDraft({ id: 'leader', employer: 'firm' }, epochMs(Date.UTC(2026, 10, 24, 2, 3)))
const withTwo: Draft = {
  ...empty,
  crew: [
    { person: person('a'), duties: [welder] },
    { person: person('b'), duties: [] },
  ],
  guardians: [person('g')],
  gasAnalyst: person('z'),
}

describe('an application being written', () => {
  test('begins on a round time, for the employer of whoever applies', () => {
    assert.deepEqual(
      [new Date(empty.window.from).toISOString(), empty.workUnit, empty.leader],
      ['2026-11-24T02:40:00.000Z', 'firm', 'leader'],
    )
  })

  test('a colleague takes the very place and the duties of whoever steps back', () => {
    const { crew } = seat(withTwo, { part: 'crew', person: person('c'), duties: [welder] }, person('a'))
    assert.deepEqual(crew, [
      { person: 'c', duties: ['welder'] },
      { person: 'b', duties: [] },
    ])
  })

  test('somebody added stands last, and nobody is pushed out', () => {
    assert.deepEqual(seat(withTwo, { part: 'guardian', person: person('h'), duties: [] }, null).guardians, ['g', 'h'])
  })

  test('whoever is removed leaves no trace, not even an empty one', () => {
    const without = unseat(withTwo, { part: 'gas-analyst', person: person('z'), duties: [] })
    assert.equal('gasAnalyst' in without, false)
  })

  test('the leader holds no part that somebody else could take', () => {
    assert.equal(seatOf(withTwo, 'leader'), undefined)
    assert.equal(seatOf(withTwo, 'g')?.part, 'guardian')
  })
})
