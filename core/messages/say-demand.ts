import { id } from '../ids.ts'
import type { Demand, Operation } from '../rulebook/rulebook.ts'
import { demandsEn } from './demands.en.ts'
import { demandsZhCn } from './demands.zh-cn.ts'
import type { Language, Say } from './messages.ts'

type Parameters = Demand['parameters']

/** How a requirement's parameters are read out: whatever a name stands for, in the reader's words. */
export type DemandSpeech = {
  readonly number: (value: unknown) => string
  readonly category: (value: unknown) => string
  readonly field: (value: unknown) => string
  readonly gases: (value: unknown) => string
  readonly texts: (value: unknown) => string
  readonly weather: (value: unknown) => string
}
export type DemandWords = {
  readonly [rule: string]: (parameters: Parameters, speech: DemandSpeech) => string
}

const words: { readonly [L in Language]: DemandWords } = { 'zh-CN': demandsZhCn, en: demandsEn }

/** One demand of a rulebook as a sentence. A requirement without words stands under its own name, so that it is not overlooked. */
export const sayDemand = (
  { rule, parameters }: Pick<Demand, 'rule' | 'parameters'>,
  operation: Operation['id'],
  language: Language,
  say: Say,
  weatherName: (sky: string) => string,
): string => {
  const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])
  const between = language === 'zh-CN' ? '、' : ', '
  return (
    words[language][rule]?.(parameters, {
      number: (value) => (typeof value === 'number' ? say.number(value) : '–'),
      category: (value) => say.names.category(id(String(value))),
      field: (value) => say.names.field(operation, String(value)),
      gases: (value) =>
        listOf(value)
          .map((gas) => say.names.gas(id(gas)))
          .join(between),
      texts: (value) => listOf(value).join(between),
      weather: (value) => listOf(value).map(weatherName).join(between),
    }) ?? rule
  )
}
