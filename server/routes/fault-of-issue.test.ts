import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { commandRequest } from '#contract/commands.ts'
import { instant, isoDay, personId, position, timeOfDay } from '#contract/values.ts'
import { faultOf } from './fault-of-issue.ts'

/** Each is told as a code of ours with its parameters: what the parser's own English says is for no screen. */
describe('what a parser finds', () => {
  const cases: readonly (readonly [what: string, schema: z.ZodType, value: unknown, fault: object])[] = [
    ['nothing', z.strictObject({ a: z.string() }), {}, { path: 'a', code: 'missing', params: {} }],
    ['no choice', z.strictObject({ a: z.enum(['x']) }), {}, { path: 'a', code: 'missing', params: {} }],
    ['another type', z.array(z.string()), [7], { path: '0', code: 'wrong-type', params: { expected: 'text' } }],
    ['a null', position, null, { path: '', code: 'wrong-type', params: { expected: 'group' } }],
    ['a part of a number', z.int(), 1.5, { path: '', code: 'wrong-type', params: { expected: 'whole-number' } }],
    [
      'a strange field',
      z.strictObject({}),
      { a: 1, b: 2 },
      { path: '', code: 'fields-unknown', params: { names: 'a, b' } },
    ],
    ['none of the choices', z.enum(['x', 'y']), 'z', { path: '', code: 'choice-unknown', params: { choices: 'x, y' } }],
    ['no text', z.string().min(1), '', { path: '', code: 'text-empty', params: {} }],
    ['too little text', z.string().min(8), 'x', { path: '', code: 'text-too-short', params: { charactersMin: 8 } }],
    ['too much text', z.string().max(2), 'xyz', { path: '', code: 'text-too-long', params: { charactersMax: 2 } }],
    ['an empty list', z.array(z.int()).min(1), [], { path: '', code: 'too-few', params: { countMin: 1 } }],
    ['too long a list', z.array(z.int()).max(1), [1, 2], { path: '', code: 'too-many', params: { countMax: 1 } }],
    ['too little', z.number().min(0), -1, { path: '', code: 'number-too-small', params: { min: 0 } }],
    ['too much', z.number().max(90), 91, { path: '', code: 'number-too-large', params: { max: 90 } }],
    ['a time before the plant', instant, 0, { path: '', code: 'instant-impossible', params: {} }],
    ['a time after us all', instant, 5_000_000_000_000, { path: '', code: 'instant-impossible', params: {} }],
    ['no day', isoDay, '2026-02-30', { path: '', code: 'no-day', params: {} }],
    ['no clock', timeOfDay, '24:00', { path: '', code: 'no-time-of-day', params: {} }],
    ['no id', personId, '王五', { path: '', code: 'no-id', params: {} }],
    ['no form that we name', z.email(), 'x', { path: '', code: 'format-unfit', params: {} }],
    [
      'an unknown command',
      commandRequest,
      { type: 'Explode' },
      { path: 'type', code: 'choice-unknown', params: { choices: '' } },
    ],
    ['no command', commandRequest, {}, { path: 'type', code: 'missing', params: {} }],
    [
      'one of several shapes, nearly',
      z.union([z.strictObject({ a: z.string(), b: z.string() }), z.strictObject({ c: z.string() })]),
      { c: 7 },
      { path: 'c', code: 'wrong-type', params: { expected: 'text' } },
    ],
    [
      'whatever a rule of its own says',
      z.string().refine(() => false, 'sentence'),
      'x',
      { path: '', code: 'unfit', params: {} },
    ],
  ]
  for (const [what, schema, value, fault] of cases)
    test(`${what} → ${JSON.stringify(fault)}`, () => {
      const { error } = schema.safeParse(value)
      assert.deepEqual(error && faultOf(error.issues[0]!, value), fault)
    })
})
