import type { z } from 'zod'
import type { Expected, Fault, FaultCode, FieldFault } from '#core/messages/requests/faults.ts'
import { requestsZhCn } from '#core/messages/requests/faults.zh-cn.ts'

export type Issue = z.core.$ZodIssue

/** What the parser found, as a fault that has words in every language and a way out. */
export const faultOf = (issue: Issue, data: unknown): FieldFault => {
  const named = innermost(issue)
  return { path: named.path.map(String).join('.'), ...faultIn(named, data) }
}

/** Of several shapes that a value could have had, the one that it missed by least. */
const innermost = (issue: Issue): Issue => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue
  const nearest = issue.errors.reduce((best, one) => (one.length < best.length ? one : best))
  const [first] = nearest
  return first ? innermost({ ...first, path: [...issue.path, ...first.path] }) : issue
}

/** From here on a number of milliseconds is meant. */
const instantFrom = 900_000_000_000

const faultIn = (issue: Issue, data: unknown): Fault => {
  // The contract's own words for what is wrong are codes of ours.
  if (hasNoParameters(issue.message)) return { code: issue.message, params: {} }
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(data, issue.path) === undefined
        ? { code: 'missing', params: {} }
        : { code: 'wrong-type', params: { expected: expectedOf[issue.expected] ?? 'text' } }
    case 'unrecognized_keys':
      return { code: 'fields-unknown', params: { names: issue.keys.join(', ') } }
    case 'invalid_value':
      return isMissing(issue, data)
        ? { code: 'missing', params: {} }
        : { code: 'choice-unknown', params: { choices: issue.values.map(String).join(', ') } }
    case 'invalid_union':
      return isMissing(issue, data)
        ? { code: 'missing', params: {} }
        : { code: 'choice-unknown', params: { choices: '' } }
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return { code: 'format-unfit', params: {} }
    default:
      return { code: 'unfit', params: {} }
  }
}

const tooSmall = ({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): Fault => {
  const min = Number(minimum)
  if (origin === 'string')
    return min <= 1 ? { code: 'text-empty', params: {} } : { code: 'text-too-short', params: { charactersMin: min } }
  if (origin === 'array' || origin === 'set') return { code: 'too-few', params: { countMin: min } }
  return min >= instantFrom ? { code: 'instant-impossible', params: {} } : { code: 'number-too-small', params: { min } }
}

const tooBig = ({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): Fault => {
  const max = Number(maximum)
  if (origin === 'string') return { code: 'text-too-long', params: { charactersMax: max } }
  if (origin === 'array' || origin === 'set') return { code: 'too-many', params: { countMax: max } }
  return max >= instantFrom ? { code: 'instant-impossible', params: {} } : { code: 'number-too-large', params: { max } }
}

const expectedOf: { readonly [expected: string]: Expected } = {
  string: 'text',
  number: 'number',
  int: 'whole-number',
  boolean: 'yes-no',
  array: 'list',
  object: 'group',
  record: 'group',
}

/** A code that needs nothing told but itself. */
type Bare = {
  [C in FaultCode]: Extract<Fault, { code: C }>['params'] extends { readonly [n: string]: never } ? C : never
}[FaultCode]
const hasNoParameters = (message: string): message is Bare => Object.hasOwn(requestsZhCn.faults, message)

const isMissing = ({ path }: Issue, data: unknown): boolean => valueAt(data, path) === undefined

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[name] : undefined,
    data,
  )
