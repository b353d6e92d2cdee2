import { ledgerDimensions, type LedgerDimension } from '#contract/ledger.ts'

/** What is asked, as it stands in the address, so that a question can be kept, shared and asked again. */
export type Asked = {
  readonly chosen: { readonly [D in LedgerDimension]?: readonly string[] }
  readonly person: string
  readonly text: string
  readonly from: number | null
  readonly to: number | null
}

export const readAsked = (search: string): Asked => {
  const parameters = new URLSearchParams(search)
  const instant = (name: string): number | null => (parameters.has(name) ? Number(parameters.get(name)) : null)
  return {
    chosen: Object.fromEntries(
      ledgerDimensions.flatMap((dimension) => {
        const values = parameters.getAll(dimension)
        return values.length === 0 ? [] : [[dimension, values]]
      }),
    ),
    person: parameters.get('person') ?? '',
    text: parameters.get('text') ?? '',
    from: instant('from'),
    to: instant('to'),
  }
}

export const toSearch = ({ chosen, person, text, from, to }: Asked): string => {
  const parameters = new URLSearchParams()
  for (const dimension of ledgerDimensions)
    for (const value of chosen[dimension] ?? []) parameters.append(dimension, value)
  if (person !== '') parameters.set('person', person)
  if (text !== '') parameters.set('text', text)
  if (from !== null) parameters.set('from', String(from))
  if (to !== null) parameters.set('to', String(to))
  return parameters.toString()
}

export const toggled = (asked: Asked, dimension: LedgerDimension, value: string): Asked => {
  const before = asked.chosen[dimension] ?? []
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
  const { [dimension]: _former, ...others } = asked.chosen
  return { ...asked, chosen: after.length === 0 ? others : { ...others, [dimension]: after } }
}
