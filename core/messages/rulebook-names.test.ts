import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id, type OperationId } from '../ids.ts'
import { rulebook } from '../job/examples.ts'
import type { Operation, Rulebook } from '../rulebook/rulebook.ts'
import { rulebookNames } from './rulebook-names.ts'

const fire = id<OperationId>('fire')
const text = (zh: string, en: string) => ({ zh, en })
const named: Rulebook = {
  ...rulebook,
  operations: {
    fire: {
      ...(rulebook.operations['fire'] as Operation),
      name: text('动火作业', 'Hot work'),
      preparations: [
        {
          id: 'gear',
          name: text('救援器材', 'SCBA and rescue gear'),
          kind: 'checklist',
          items: [{ id: 'rope', label: text('救生绳', 'rope') }],
          clause: '6.9',
        },
        { id: 'analysis', name: text('风险分析', 'risk analysis'), kind: 'hazards', clause: '4.1' },
      ],
    },
  },
}
const zh = rulebookNames(named, 'zh-CN')
const en = rulebookNames(named, 'en')

test('rows of the rulebook are called as it calls them, in the reader’s language', () => {
  assert.deepEqual([zh.operation(fire), en.operation(fire)], ['动火作业', 'hot work'])
  assert.deepEqual([zh.restriction('fire'), en.restriction('fire')], ['动火作业', 'hot work'])
  assert.equal(zh.step(id('fire-approval')), '例')
  assert.equal(zh.step(id('unit')), '例')
})

test('an English name is written small within a sentence, unless it is an abbreviation', () => {
  assert.equal(en.operation(fire), 'hot work')
  assert.equal(en.preparation(fire, 'gear'), 'SCBA and rescue gear')
})

test('an item is called by its label, a hazard by its number, and the text of a plan so', () => {
  assert.equal(zh.preparationItem(fire, 'gear', 'rope'), '救生绳')
  assert.equal(zh.preparationItem(fire, 'analysis', '2'), '第 2 条')
  assert.equal(en.preparationItem(fire, 'analysis', 'text'), 'its text')
})

test('what the rulebook does not know stands for itself', () => {
  assert.equal(zh.operation(id('diving')), 'diving')
  assert.equal(zh.level(id('diving'), id('deep')), 'deep')
})
