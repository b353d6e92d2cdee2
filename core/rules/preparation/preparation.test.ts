import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../../ids.ts'
import { facts, guardian, leader, noon, rulebook, welder } from '../../job/examples.ts'
import type { PreparationContent } from '../../job/commands.ts'
import type { Hazard } from '../../job/site-records.ts'
import type { Operation, Preparation } from '../../rulebook/rulebook.ts'
import { codesOf, context, startedRecord } from '../examples.ts'
import { briefingSigned } from './briefing-signed.ts'
import { measuresConfirmed } from './measures-confirmed.ts'
import { preparationsComplete } from './preparations-complete.ts'

const fire = rulebook.operations['fire'] as Operation
const words = { zh: '例', en: 'example' }
const recorded = { by: leader, occurredAt: noon }

const checklist: Preparation = {
  id: 'rescue-gear',
  name: words,
  kind: 'checklist',
  items: [
    { id: 'tripod', label: words },
    { id: 'rope', label: words },
  ],
  clause: '6.9',
}
const plan: Preparation = { id: 'rescue-gear', name: words, kind: 'plan', clause: '6.9' }
const prepared = (preparation: Preparation, content: PreparationContent, zone?: 'ordinary' | 'explosive') => {
  const { zone: _, ...somewhere } = facts().place!
  return codesOf(
    preparationsComplete,
    {},
    context({
      operation: { ...fire, preparations: [preparation] },
      facts: facts({ place: zone ? { ...somewhere, zone } : somewhere }),
      record: {
        ...startedRecord,
        preparations: { 'fire.rescue-gear': { content, by: leader, at: noon } },
      },
    }),
  )
}

test('a checklist is complete with its last item', () => {
  assert.deepEqual(prepared(checklist, { kind: 'checklist', present: ['tripod', 'rope'] }), [])
  assert.deepEqual(prepared(checklist, { kind: 'checklist', present: ['tripod'] }), ['preparation-incomplete'])
})

test('a plan says something or has an attachment', () => {
  assert.deepEqual(prepared(plan, { kind: 'plan', text: 'Two men with a tripod' }), [])
  assert.deepEqual(prepared(plan, { kind: 'plan', text: '', attachment: id('scan') }), [])
  assert.deepEqual(prepared(plan, { kind: 'plan', text: '  ' }), ['preparation-incomplete'])
})

test('a risk analysis has a measure for every hazard and, where the rulebook asks for it, somebody who sees to it', () => {
  const analysis = (owned: boolean): Preparation => ({
    id: 'rescue-gear',
    name: words,
    kind: 'hazards',
    owned,
    clause: '4.1',
  })
  const row = { hazard: 'sparks', consequence: 'fire', measures: 'blanket' }
  const owned = { ...row, owner: 'guardian' } as const
  const judged = (preparation: Preparation, ...hazards: readonly Hazard[]) =>
    prepared(preparation, { kind: 'hazards', hazards })
  assert.deepEqual(judged(analysis(true), owned, owned), [])
  assert.deepEqual(judged(analysis(true), owned, row), ['preparation-incomplete'])
  assert.deepEqual(judged(analysis(true), { ...owned, measures: ' ' }), ['preparation-incomplete'])
  assert.deepEqual(judged(analysis(true)), ['preparation-incomplete'])
  assert.deepEqual(judged(analysis(false), row), [])
})

test('what was prepared as something else is missing', () => {
  assert.deepEqual(prepared(plan, { kind: 'checklist', present: [] }), ['preparation-missing'])
})

test('a preparation on a condition is asked for where it holds and where nobody can tell', () => {
  const conditional: Preparation = { ...checklist, when: { fact: 'place.zone', is: 'explosive' } }
  const nothing: PreparationContent = { kind: 'checklist', present: [] }
  const missing = ['preparation-incomplete', 'preparation-incomplete']
  assert.deepEqual(prepared(conditional, nothing, 'explosive'), missing)
  assert.deepEqual(prepared(conditional, nothing), missing)
  assert.deepEqual(prepared(conditional, nothing, 'ordinary'), [])
})

test('a measure may be not involved only where the rulebook lets it', () => {
  const measure = id<never>('cordon')
  const declared = (isInvolved: boolean, optional: boolean) =>
    codesOf(
      measuresConfirmed,
      {},
      context({
        operation: { ...fire, measures: [{ id: measure, text: words, optional, clause: 'A.1' }] },
        record: {
          ...startedRecord,
          measures: { 'fire.cordon': { operation: fire.id, measure, isInvolved, detail: '', ...recorded } },
        },
      }),
    )
  assert.deepEqual(declared(true, false), [])
  assert.deepEqual(declared(false, true), [])
  assert.deepEqual(declared(false, false), ['measure-unconfirmed'])
})

test('everybody at the site signs the briefing, except who gave it', () => {
  const signedBy = (...people: readonly string[]) =>
    codesOf(
      briefingSigned,
      {},
      context({
        record: {
          ...startedRecord,
          briefing: {
            briefer: leader,
            briefedAt: noon,
            contentHash: 'a',
            signedAt: Object.fromEntries(people.map((person) => [person, noon])),
          },
        },
      }),
    )
  assert.deepEqual(signedBy(welder, guardian), [])
  assert.deepEqual(signedBy(welder), ['briefing-unsigned'])
  assert.deepEqual(codesOf(briefingSigned, {}, context({ record: null })), ['briefer-missing'])
})
