import type { Grounds } from '../grounds.ts'
import { complain, flag, text, under, unread, wordOf, type Fields, type Spot } from './reader.ts'

const source = wordOf('enterprise', 'product')
const certainty = wordOf('digest', 'memory')

/** Exactly one of clause and source; a floor only where a clause sets one. */
export const readGrounds = (input: Fields, spot: Spot): Grounds | typeof unread => {
  const hasClause = Object.hasOwn(input, 'clause')
  const hasSource = Object.hasOwn(input, 'source')
  if (hasClause === hasSource) return complain(spot, 'grounds-not-one', { given: hasClause ? 'both' : 'none' })
  if (hasSource) {
    if (Object.hasOwn(input, 'floor')) return complain(spot, 'floor-without-clause', {})
    if (Object.hasOwn(input, 'certainty')) return complain(spot, 'certainty-without-clause', {})
    const read = source(input['source'], under(spot, 'source'))
    return read === unread ? unread : { source: read }
  }
  const clause = text(input['clause'], under(spot, 'clause'))
  const floor = Object.hasOwn(input, 'floor') ? flag(input['floor'], under(spot, 'floor')) : undefined
  const sure = Object.hasOwn(input, 'certainty') ? certainty(input['certainty'], under(spot, 'certainty')) : undefined
  if (clause === unread || floor === unread || sure === unread) return unread
  if (floor === true && sure === 'memory') return complain(spot, 'floor-from-memory', { clause })
  return { clause, ...(floor === undefined ? {} : { floor }), ...(sure === undefined ? {} : { certainty: sure }) }
}
