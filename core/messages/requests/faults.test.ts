import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { requestsEn } from './faults.en.ts'
import { labelOf, sayFault, type FaultCode, type FaultParams } from './faults.ts'
import { requestsZhCn } from './faults.zh-cn.ts'

const examples: Partial<FaultParams> = {
  'wrong-type': { expected: 'number' },
  'fields-unknown': { names: 'colour' },
  'choice-unknown': { choices: 'a, b' },
  'text-too-short': { charactersMin: 3 },
  'text-too-long': { charactersMax: 4000 },
  'too-few': { countMin: 1 },
  'too-many': { countMax: 50 },
  'number-too-small': { min: 0 },
  'number-too-large': { max: 90 },
  'nobody-of-this-plant': { person: 'P-1' },
  'no-camera-of-this-plant': { camera: 'CAM-1' },
  'no-place-of-this-plant': { place: 'R-1' },
  twice: { name: 'S-1' },
  'recording-differs': { recording: 'REC-1' },
  'not-seen-safe': { people: 'P-1' },
  'version-is-another': { version: 4, shown: 3 },
}
const codes = Object.keys(requestsZhCn.faults) as FaultCode[]

describe('a fault of a field', () => {
  for (const code of codes)
    test(`${code} names the field and the way out, in both languages, with all that it is told`, () => {
      const params = examples[code] ?? {}
      for (const [words, label] of [
        [requestsZhCn, '作业申请 · 作业部位'],
        [requestsEn, 'Application · Place'],
      ] as const) {
        const said = sayFault(words, { path: 'application.place', code, params }) ?? ''
        assert.ok(said.startsWith(label), said)
        assert.ok(words.faults[code].remedy(params as never).length > 3, said)
        assert.doesNotMatch(said, /undefined|NaN|\.\./)
        for (const [name, value] of Object.entries(params))
          if (name !== 'expected') assert.ok(said.includes(String(value)), `${said} forgets ${name}`)
      }
      assert.match(sayFault(requestsZhCn, { path: '', code, params }) ?? '', /[一-鿿]/)
    })

  test('is called by its label at every depth, counted from one; a name without a label stands as it is', () => {
    assert.equal(labelOf(requestsZhCn, 'test.samples.0.readings.1.value'), '气体检测 · 采样 1 · 读数 2 · 数值')
    assert.equal(labelOf(requestsEn, 'application.fields.hot-work.method'), 'Application · Fields · hot-work · Method')
    assert.equal(labelOf(requestsZhCn, 'application.toString'), '作业申请 · toString')
    assert.equal(labelOf(requestsZhCn, ''), '提交的内容')
  })

  test('that only repeats the problem is told in the problem’s words; one that nobody knows is not guessed at', () => {
    assert.equal(sayFault(requestsEn, { path: 'pin', code: 'pin-wrong' }), requestsEn.problems['pin-wrong'])
    assert.equal(sayFault(requestsEn, { path: 'pin', code: 'constructor' }), undefined)
  })
})
