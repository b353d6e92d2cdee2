import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { parseRulebook } from '#core/rulebook/parse-rulebook.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { rulebooksFolder } from './read-rulebook.ts'
import { shippedNames } from './shipped-rulebooks.ts'

type Written = {
  readonly edition: string
  readonly effectiveFrom: string
  readonly guardianCountMin: readonly unknown[]
}

/**
 * What a plant asks now with what the product proposes for the next edition, to be published by the plant or left alone. Null where
 * nothing is proposed for its industry.
 */
export const readNextEdition = async (current: Rulebook): Promise<Rulebook | null> => {
  const name = shippedNames.find((one) => one === current.id)
  const text = name && (await readFile(`${rulebooksFolder}${name}/next.yaml`, 'utf8').catch(() => null))
  if (!text) return null
  const { edition, effectiveFrom, guardianCountMin } = parse(text) as Written
  const operations = Object.entries(current.operations).map(([id, { guardian, ...operation }]) => [
    id,
    { ...operation, guardian: { ...guardian, countMin: [...guardianCountMin, ...guardian.countMin] } },
  ])
  const parsed = parseRulebook({ ...current, edition, effectiveFrom, operations: Object.fromEntries(operations) })
  if (!parsed.ok) throw new Error(`the next edition of ${name} is refused: ${JSON.stringify(parsed.problems)}`)
  return parsed.rulebook
}
