import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldValue } from '../../job/application.ts'
import { addHours } from '../../time/epoch.ts'
import { codesOf, context } from '../examples.ts'
import { windowIsAtMost } from '../time/window-is-at-most.ts'
import { answerIsAtLeast } from './answer-is-at-least.ts'
import { answerIsAtMost } from './answer-is-at-most.ts'
import { answerIsYes } from './answer-is-yes.ts'
import { answerNamesOne } from './answer-names-one.ts'

const answered = (answer?: FieldValue) => {
  const { application } = context()
  return context({ application: { ...application, fields: answer === undefined ? {} : { 'fire.f': answer } } })
}
const field = 'f'

test('a number passes up to its upper limit; none, or a text, is no answer', () => {
  const codes = (answer?: FieldValue) => codesOf(answerIsAtMost, { field, max: 80 }, answered(answer))
  assert.deepEqual([codes(80), codes(80.1)], [[], ['answer-out-of-bounds']])
  assert.deepEqual([codes(), codes('80'), codes(NaN)], [['field-missing'], ['field-missing'], ['field-missing']])
})

test('a number passes from its lower limit on', () => {
  const codes = (answer?: FieldValue) => codesOf(answerIsAtLeast, { field, min: 2.5 }, answered(answer))
  assert.deepEqual([codes(2.5), codes(2.4), codes()], [[], ['answer-out-of-bounds'], ['field-missing']])
})

test('what must be so passes with a yes alone', () => {
  const codes = (answer?: FieldValue) => codesOf(answerIsYes, { field }, answered(answer))
  assert.deepEqual(
    [codes(true), codes(false), codes(), codes('true')],
    [[], ['answer-forbids'], ['field-missing'], ['field-missing']],
  )
})

test('one number passes, two in one box do not, however they are written', () => {
  const codes = (answer?: FieldValue) => codesOf(answerNamesOne, { field }, answered(answer))
  assert.deepEqual([codes('MB-0012'), codes(''), codes()], [[], ['field-missing'], ['field-missing']])
  for (const two of ['MB-1、MB-2', 'MB-1,MB-2', 'MB-1~3', 'MB-1 MB-2', 'MB-1和MB-2', 'MB-1至MB-4'])
    assert.deepEqual(codes(two), ['answer-forbids'], two)
})

test('a window passes up to the hours of this case', () => {
  const { application } = context()
  const lasting = (hours: number) =>
    codesOf(
      windowIsAtMost,
      { hoursMax: 360 },
      context({
        application: {
          ...application,
          window: { from: application.window.from, to: addHours(application.window.from, hours) },
        },
      }),
    )
  assert.deepEqual([lasting(360), lasting(360.1)], [[], ['window-too-long']])
})
