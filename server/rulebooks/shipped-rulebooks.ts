import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { readRulebook } from './read-rulebook.ts'
import { readAllReleased } from './released-editions.ts'

/** The industries that come with the product. A plant follows one of them, or an edition of its own that starts from it. */
export const shippedNames = ['chemical', 'construction', 'power'] as const

export type Shipped = {
  /** What the product asks today, by the rulebook's id. No plant may ask for less. */
  readonly today: ReadonlyMap<string, Rulebook>
  /** Every edition that jobs may still be pinned to. */
  readonly editions: readonly Rulebook[]
}

/** A rulebook that cannot be read must not be replaced by a guess: whoever needs it does not start. */
export const readShipped = async (): Promise<Shipped> => {
  const rulebooks = await Promise.all(shippedNames.map(readOrThrow))
  const isToday = ({ id, edition }: Rulebook): boolean =>
    rulebooks.some((one) => one.id === id && one.edition === edition)
  const earlier = (await readAllReleased()).filter((one) => !isToday(one))
  return {
    today: new Map(rulebooks.map((rulebook) => [rulebook.id, rulebook])),
    editions: [...rulebooks, ...earlier],
  }
}

const readOrThrow = async (name: string): Promise<Rulebook> => {
  const parsed = await readRulebook(name)
  if (!parsed.ok) throw new Error(`rulebook ${name} is refused: ${JSON.stringify(parsed.problems)}`)
  return parsed.rulebook
}
