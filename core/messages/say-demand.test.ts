import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requirements } from '../rules/registry.ts'
import { id } from '../ids.ts'
import { createSay } from './create-say.ts'
import { demandsEn } from './demands.en.ts'
import { demandsZhCn } from './demands.zh-cn.ts'
import { messagesEn } from './en.ts'
import { reading } from './examples.ts'
import { sayDemand } from './say-demand.ts'

const example = { text: 'x', texts: ['a', 'b'], number: 7, flag: true } as const

test('every requirement that a rulebook may name is said in both languages, with its numbers', () => {
  const known = requirements.map((requirement) => requirement.id).toSorted()
  for (const words of [demandsZhCn, demandsEn]) assert.deepEqual(Object.keys(words).toSorted(), known)
  const say = createSay(messagesEn.writing, reading)
  for (const { id: rule, parameters: shape } of requirements) {
    const parameters = Object.fromEntries(Object.entries(shape).map(([name, kind]) => [name, example[kind]]))
    for (const language of ['zh-CN', 'en'] as const) {
      const sentence = sayDemand({ rule, parameters }, id('hot-work'), language, say, (sky) => sky)
      assert.doesNotMatch(sentence, /undefined|–$|@1/, rule)
      if ('max' in shape || 'min' in shape || 'minutesMin' in shape) assert.match(sentence, /7/, rule)
    }
  }
})
