import type { RulePart } from '#core/messages/screens/rules.zh-cn.ts'
import type { ScreenWords } from '#core/messages/screens.zh-cn.ts'
import { sayCondition } from '#core/messages/say-condition.ts'
import { sayDemand } from '#core/messages/say-demand.ts'
import type { Language, Say } from '#core/messages/messages.ts'
import type { Condition } from '#core/rulebook/condition.ts'
import type { Grounds, Limit, Text } from '#core/rulebook/grounds.ts'
import type { HoldPoint } from '#core/rulebook/hold-point.ts'
import type { Conflict, Demand, Operation, Rulebook } from '#core/rulebook/rulebook.ts'

/** One demand as a reader sees it. */
export type RuleRow = {
  readonly id: string
  readonly part: RulePart
  readonly sentence: string
  readonly when: string | null
  readonly grounds: Grounds
}

export type Speech = {
  readonly language: Language
  readonly say: Say
  readonly words: ScreenWords['rules']
  readonly weatherName: (sky: string) => string
  readonly listed: (names: Iterable<string>) => string
}

/** Everything that one kind of work asks, in the order in which it is met. */
export const ruleRows = (operation: Operation, rulebook: Rulebook, speech: Speech): readonly RuleRow[] => {
  const { language, say, words, weatherName, listed } = speech
  const text = ({ zh, en }: Text): string => (language === 'zh-CN' ? zh : en)
  const rows: RuleRow[] = []
  const add = (part: RulePart, sentence: string, grounds: Grounds, when?: Condition): void => {
    const sentenceWhen = when === undefined ? null : sayCondition(when, language, say)
    rows.push({ id: `${part}.${rows.length}`, part, sentence, when: sentenceWhen, grounds })
  }
  const addLimit = (part: RulePart, sentence: (value: string) => string, limit: Limit): void =>
    add(part, sentence(say.number(limit.value)), limit)
  const addDemands = (part: RulePart, demands: readonly Demand[], prefix = ''): void => {
    for (const demand of demands)
      add(part, prefix + sayDemand(demand, operation.id, language, say, weatherName), demand, demand.when)
  }
  const levelName = (level: string): string => {
    const found = operation.levels.find(({ id }) => id === level)
    return found ? text(found.name) : level
  }

  for (const row of operation.levelRows) add('levels', levelName(row.level), row, row.when)
  for (const level of operation.levels)
    addLimit('levels', (hours) => `${text(level.name)}：${words.hours(hours)}`, level.validHoursMax)
  for (const upgrade of operation.upgrades) add('levels', words.raises, upgrade, upgrade.when)

  addDemands('people', operation.crew.requires)
  for (const duty of operation.crew.duties) addDemands('people', duty.requires, `${text(duty.name)}：`)
  for (const row of operation.guardian.countMin) add('people', words.guardians(say.number(row.atLeast)), row, row.when)
  addDemands('people', operation.guardian.requires)

  for (const preparation of operation.preparations) add('papers', text(preparation.name), preparation, preparation.when)
  for (const measure of operation.measures) add('papers', text(measure.text), measure)

  for (const step of operation.approvals) {
    const place = step.onSite.required ? `，${words.onSite}` : ''
    add('approvals', `${text(step.name)}（${listed(step.levels.map(levelName))}${place}）`, step, step.when)
    addLimit('approvals', (minutes) => `${text(step.name)}：${words.within(minutes)}`, step.withinMinutes)
  }

  for (const point of operation.holdPoints) addHoldPoint(point, { text, add, addLimit, addDemands, words })

  addDemands('gates', [...operation.atSubmit, ...operation.atStart, ...operation.atResume].filter(isFirst))
  for (const conflict of operation.conflicts) {
    const { within } = conflict
    const name = otherWork(conflict, rulebook, text)
    const sentence =
      'metresMax' in within ? words.apart(name, say.number(within.metresMax)) : words.together[within.same](name)
    add('conflicts', sentence, conflict)
  }
  return rows
}

/** The other work by its name, narrowed to the one activity where only that is in the way. */
const otherWork = ({ with: other }: Conflict, { operations }: Rulebook, text: (text: Text) => string): string => {
  const operation = operations[other.operation]
  if (!operation) return other.operation
  const field = operation.fields.find(({ id }) => id === 'activity')
  const options = field && 'options' in field ? field.options : []
  const activity = options.find(({ id }) => id === other.activity)
  return activity ? `${text(operation.name)}（${text(activity.label)}）` : text(operation.name)
}

type Adding = {
  readonly text: (text: Text) => string
  readonly add: (part: RulePart, sentence: string, grounds: Grounds, when?: Condition) => void
  readonly addLimit: (part: RulePart, sentence: (value: string) => string, limit: Limit) => void
  readonly addDemands: (part: RulePart, demands: readonly Demand[], prefix?: string) => void
  readonly words: ScreenWords['rules']
}

const addHoldPoint = (point: HoldPoint, { text, add, addLimit, addDemands, words }: Adding): void => {
  const name = text(point.name)
  add('holdPoints', name, point)
  if (!point.applies) return
  if ('requires' in point) addDemands('holdPoints', point.requires, `${name}：`)
  if (point.kind === 'witnessed-check')
    for (const check of point.checks) add('holdPoints', `${name}：${text(check.name)}`, check)
  const every =
    point.kind === 'gas-test' ? point.recordEveryMinutes : point.kind === 'snapshot' ? point.everyMinutes : undefined
  if (every) addLimit('holdPoints', (minutes) => `${name}：${words.every(minutes)}`, every)
}

/** The same demand at several gates is read once. */
const isFirst = (demand: Demand, i: number, all: readonly Demand[]): boolean =>
  all.findIndex((one) => JSON.stringify(one) === JSON.stringify(demand)) === i
