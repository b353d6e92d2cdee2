import type { OperationId } from '../ids.ts'
import type { Text } from '../rulebook/grounds.ts'
import type { HoldPoint } from '../rulebook/hold-point.ts'
import type { FormField, Operation, Rulebook } from '../rulebook/rulebook.ts'
import type { Language, Names } from './messages.ts'

/** The names that a rulebook gives; people, places, jobs, permits and equipment are named by whoever keeps them. */
export type RulebookNames = Omit<Names, 'person' | 'place' | 'job' | 'permit' | 'equipment'>

/**
 * Names in the rulebook under which a job was decided. A refusal may be about the very fact that there is no such row,
 * so an unknown identity stands for itself.
 */
export const rulebookNames = (rulebook: Rulebook, language: Language): RulebookNames => {
  const inLanguage = (text: Text | undefined, id: string): string =>
    text === undefined ? id : language === 'zh-CN' ? text.zh : toMidSentence(text.en)
  const operations = Object.values(rulebook.operations)
  const nameOf = (rows: readonly { readonly id: string; readonly name: Text }[] | undefined, id: string): string =>
    inLanguage(rows?.find((row) => row.id === id)?.name, id)
  const of = (operation: OperationId): Operation | undefined => rulebook.operations[operation]

  return {
    category: (id) => nameOf(rulebook.categories, id),
    operation: (id) => nameOf(operations, id),
    level: (operation, id) => nameOf(of(operation)?.levels, id),
    gas: (id) => nameOf(rulebook.gases, id),
    measure: (operation, id) => inLanguage(of(operation)?.measures.find((row) => row.id === id)?.text, id),
    // Whoever may not accept is told so as one who may not sign a step.
    step: (id) => nameOf([...operations.flatMap(({ approvals }) => approvals), ...acceptancesOf(operations)], id),
    preparation: (operation, id) => nameOf(of(operation)?.preparations, id),
    preparationItem: (operation, preparation, item) => {
      const found = of(operation)?.preparations.find(({ id }) => id === preparation)
      if (found?.kind !== 'checklist') return ordinal(item, language)
      return inLanguage(found.items.find(({ id }) => id === item)?.label, item)
    },
    field: (operation, id) => inLanguage(fieldOf(of(operation), id)?.label, id),
    // A restriction forbids an operation, and is called like it.
    restriction: (id) => nameOf(operations, id),
    acceptance: (id) => nameOf(acceptancesOf(operations), id),
    check: (operation, id) => nameOf(of(operation)?.holdPoints.flatMap(checksOf), id),
    option: (operation, id, option) => {
      const field = fieldOf(of(operation), id)
      const options = field && 'options' in field ? field.options : []
      return inLanguage(options.find((one) => one.id === option)?.label, option)
    },
    anyLevel: (id) =>
      nameOf(
        operations.flatMap(({ levels }) => levels),
        id,
      ),
  }
}

/** `Hot work` stands as “hot work” within a sentence; `H2S detector` stays as it is. */
const toMidSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

const checksOf = (point: HoldPoint) => (point.kind === 'witnessed-check' && point.applies ? point.checks : [])

const acceptancesOf = (operations: readonly Operation[]): Operation['acceptances'] =>
  operations.flatMap(({ acceptances }) => acceptances)

const fieldOf = (operation: Operation | undefined, id: string): FormField | undefined =>
  operation?.fields.find((field) => field.id === id)

/** A hazard is known by its number; a plan has no parts and lacks its text. */
const ordinal = (item: string, language: Language): string => {
  if (!/^\d+$/.test(item)) return language === 'zh-CN' ? '内容' : 'its text'
  return language === 'zh-CN' ? `第 ${item} 条` : `row ${item}`
}
