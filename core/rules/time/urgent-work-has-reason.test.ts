import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decide } from '../../job/decide.ts'
import { application, facts, noon, rulebook, submit } from '../../job/examples.ts'
import { noJob } from '../../job/job.ts'
import type { Application } from '../../job/application.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import { addHours, type TimeOfDay } from '../../time/epoch.ts'

const urgentApproval = {
  id: 'urgent' as never,
  name: { zh: '紧急', en: 'urgent' },
  levels: ['low', 'high'] as never,
  when: { fact: 'booking.isUrgent', is: true },
  by: { authority: 'director', of: 'plant' },
  withinMinutes: { value: 30, source: 'enterprise' },
  onSite: { required: false, fenceMetresMax: 30, source: 'enterprise' },
  source: 'enterprise',
} as const

const asking: Rulebook = {
  ...rulebook,
  booking: { cutOff: '16:00' as TimeOfDay, source: 'enterprise' },
  operations: Object.fromEntries(
    Object.entries(rulebook.operations).map(([name, operation]) => [
      name,
      {
        ...operation,
        approvals: [...operation.approvals, urgentApproval],
        atSubmit: [{ rule: 'urgent-work-has-reason@1', parameters: {}, source: 'enterprise' }],
      },
    ]),
  ),
}

const ask = (change: Partial<Application>, rules: Rulebook = asking) => {
  assert.ok(submit.type === 'SubmitJob')
  return decide({ ...submit, application: { ...application, ...change } }, noJob, rules, facts())
}
const tomorrow = { window: { from: addHours(noon, 22), to: addHours(noon, 27) } }
const stepsWithout = (change: Partial<Application>) => {
  const decision = ask(change)
  assert.ok(decision.accepted && decision.events[0]?.type === 'JobSubmitted')
  return decision.events[0].permits.map(({ withoutSteps }) => withoutSteps ?? [])
}

describe('urgent work', () => {
  test('says why it cannot wait; what was booked ahead need not', () => {
    const silent = ask({})
    assert.ok(!silent.accepted && silent.refusals.every(({ code }) => code === 'urgent-reason-missing'))
    assert.equal(ask({ urgentReason: 'leak at N3' }).accepted, true)
    assert.equal(ask({ urgentReason: '  ' }).accepted, false)
    assert.equal(ask(tomorrow).accepted, true)
  })
  test('is urgent where the rulebook names no cut-off: nothing is known to be in time', () => {
    const { booking: _booking, ...without } = asking
    assert.equal(ask(tomorrow, without).accepted, false)
  })
  test('needs the approver whom the rulebook adds for it, and what was booked does not', () => {
    assert.ok(stepsWithout({ urgentReason: 'leak' }).every((steps) => !steps.includes(urgentApproval.id)))
    assert.ok(stepsWithout(tomorrow).every((steps) => steps.includes(urgentApproval.id)))
  })
})
