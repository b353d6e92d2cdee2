import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { fieldLabelsZhCn } from '#core/messages/requests/field-labels.zh-cn.ts'
import type { Schema } from '../testing/sample-of-schema.ts'
import { createTestPlant, type TestPlant } from '../testing/test-plant.ts'

type Operation = {
  readonly parameters?: readonly { readonly name: string }[]
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } }
}

/** A problem speaks the language of whoever asks: which field, what is wrong, what to do. */
describe('a problem with a field', () => {
  let plant: TestPlant
  let leader = ''
  before(async () => {
    plant = await createTestPlant()
    leader = await plant.signIn('leader')
  })
  after(() => plant.close())

  const cancel = (language: string) =>
    plant.command(leader, 'worded', { type: 'CancelJob', reason: 7, colour: 'red' }, undefined, {
      'accept-language': language,
    })

  test('is told in Chinese unless English is asked for', async () => {
    const { body } = await cancel('zh-CN,zh;q=0.9')
    assert.deepEqual(
      [body['title'], body['fields'].map(({ message }: { message: string }) => message).toSorted()],
      [
        '填写的内容有不对的地方',
        ['原因:应是文字。请改正后再提交。', '提交的内容:有不认识的字段:colour。请去掉它,或核对字段名。'],
      ],
    )
  })

  test('is told in English to who asks for it', async () => {
    const { body } = await cancel('en-GB,en;q=0.9')
    assert.equal(
      body['detail'].split('\n').toSorted().join(' '),
      'Reason: must be text. Correct it and send again. What was sent: has fields that nobody knows: colour. Leave them out, or check their names.',
    )
  })

  test('of a field that only repeats the problem is said once', async () => {
    const { body } = await plant.request('/api/nowhere', { cookie: leader })
    assert.deepEqual([body['code'], body['fields'], /[一-鿿]/.test(body['title'])], ['not-found', undefined, true])
  })

  test('finds a label for every field that there is', async () => {
    const { body } = await plant.request('/api/openapi.json')
    const operations = Object.values(body['paths'] as Record<string, Record<string, Operation>>).flatMap((methods) =>
      Object.values(methods),
    )
    const names = new Set(
      operations.flatMap(({ parameters = [], requestBody }) => [
        ...parameters.map(({ name }) => name),
        ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => namesIn(schema)),
      ]),
    )
    assert.ok(names.size > 150, String(names.size))
    assert.deepEqual(
      [...names].filter((name) => !Object.hasOwn(fieldLabelsZhCn, name)),
      [],
    )
  })
})

const namesIn = (schema: Schema): readonly string[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, value]) => [name, ...namesIn(value)]),
  ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap(namesIn),
]
