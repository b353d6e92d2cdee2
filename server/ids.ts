import { randomUUID } from 'node:crypto'

/**
 * UUID version 7: sorts by time, so that new rows lie together in the index. Its random part is taken from a random UUID,
 * because the runtime fetches the chance for many of those at once.
 */
export const newId = <I extends string>(now: number = Date.now()): I => {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice('xxxxxxxx-xxxx-4'.length)}` as I
}
