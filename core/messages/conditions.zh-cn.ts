import type { LevelId, OperationId } from '../ids.ts'
import type { ConditionWords } from './say-condition.ts'
import { factZhCn } from './vocabulary.zh-cn.ts'

const placeWords: { readonly [word: string]: string } = {
  area: '一般区域',
  'confined-space': '受限空间',
  explosive: '爆炸危险场所',
  'fire-risk': '火灾危险场所',
  ordinary: '一般场所',
  flammable: '易燃',
  toxic: '有毒',
  inert: '惰性气体',
  'oxygen-enriched': '富氧',
  holiday: '节假日',
  'rest-day': '公休日',
  workday: '工作日',
  'major-event': '重大活动',
  'not-entered': '节假日尚未录入的年份',
}

export const conditionWordsZhCn: ConditionWords = {
  is: (fact, word) => `${fact}为${word}`,
  flag: (fact, isTrue) => `${fact}：${isTrue ? '是' : '否'}`,
  oneOf: (fact, words) => `${fact}为${words}`,
  includes: (fact, word) => `${fact}包括${word}`,
  atLeast: (fact, number) => `${fact}达到 ${number} 及以上`,
  above: (fact, number) => `${fact}超过 ${number}`,
  atMost: (fact, number) => `${fact}不超过 ${number}`,
  below: (fact, number) => `${fact}低于 ${number}`,
  overlaps: (from, to) => `作业时间涉及 ${from}–${to}`,
  not: (part) => `不属于：${part}`,
  and: (parts) => parts.join('，且'),
  or: (parts) => parts.join('，或'),
  group: (part) => `（${part}）`,
  listed: (words) => words.join('、'),
  fact: factZhCn,
  word: (fact, word, { names }) => {
    if (fact === 'operation' || fact === 'operations') return names.operation(word as OperationId)
    const [, operation, field] = /^field\.([^.]+)\.(.+)$/.exec(fact) ?? []
    if (operation && field) return names.option(operation as OperationId, field, word)
    if (fact === 'level') return names.anyLevel(word as LevelId)
    return placeWords[word] ?? word
  },
}
