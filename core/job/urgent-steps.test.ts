import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '../ids.ts'
import type { ApprovalStep, Rulebook } from '../rulebook/rulebook.ts'
import { rulebook } from './examples.ts'
import { urgentSteps } from './urgent-steps.ts'

const step = (name: string, fact: string): ApprovalStep => ({
  id: id(name),
  name: { zh: name, en: name },
  levels: [id('low')],
  when: { fact, is: true },
  by: { authority: name, of: 'plant' },
  withinMinutes: { value: 30, source: 'enterprise' },
  onSite: { required: false, fenceMetresMax: 30, source: 'enterprise' },
  source: 'enterprise',
})
const asking: Rulebook = {
  ...rulebook,
  operations: Object.fromEntries(
    Object.entries(rulebook.operations).map(([name, operation]) => [
      name,
      {
        ...operation,
        approvals: [step('dispatch', 'booking.isUrgent'), step('night', 'window.isNight'), ...operation.approvals],
      },
    ]),
  ),
}
const permits = Object.keys(rulebook.operations).map((operation) => ({
  operation: id<never>(operation),
  level: id<never>('low'),
}))

test('two permits that urgency asks the same signature for name it once, and other conditions are none of its business', () => {
  assert.deepEqual(
    urgentSteps(permits, asking).map((one) => one.id),
    ['dispatch'],
  )
  const booked = permits.map((permit) => ({ ...permit, withoutSteps: [id<never>('dispatch')] }))
  assert.deepEqual(urgentSteps(booked, asking), [])
})
