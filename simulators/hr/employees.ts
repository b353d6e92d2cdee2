/** An employee as the suite tells of them; more fields than anybody asked for, as such suites do. */
export type Employee = {
  readonly jobNumber: string
  readonly name: string
  readonly department: string
  readonly position: string
  readonly status: '在职' | '离职'
  readonly modifiedTime: string
}

const capacityDefault = 100
const localInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/

export const isEmployee = (value: unknown): value is Employee =>
  typeof value === 'object' &&
  value !== null &&
  ['jobNumber', 'name', 'department', 'position', 'status', 'modifiedTime'].every(
    (field) => typeof (value as Record<string, unknown>)[field] === 'string',
  )

type Query = { readonly [name: string]: unknown }

/**
 * One page of the employees changed in `[startTime, stopTime)`. The scroll says where the next page begins; a repeated
 * page gives the same scroll again, as suites do that restart while somebody reads.
 */
export const employeesChanged = (all: readonly Employee[], query: Query, isRepeated: boolean): object => {
  const { startTime, stopTime, scrollId, capacity } = query
  if (!isLocalInstant(startTime) || !isLocalInstant(stopTime))
    return { code: '417', message: 'startTime / stopTime 格式错误' }
  const changed = all.filter(({ modifiedTime }) => startTime <= modifiedTime && modifiedTime < stopTime)
  const from = typeof scrollId === 'string' && scrollId !== '' ? Number(scrollId) : 0
  const size = typeof capacity === 'number' ? capacity : capacityDefault
  const next = isRepeated ? from : from + size
  return {
    code: '200',
    message: '',
    items: changed.slice(from, from + size),
    hasMore: isRepeated || next < changed.length,
    scrollId: String(next),
    total: changed.length,
  }
}

const isLocalInstant = (value: unknown): value is string => typeof value === 'string' && localInstant.test(value)
