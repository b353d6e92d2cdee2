import type { UseQueryResult } from '@tanstack/react-query'
import type { Job, Pin } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useRead } from '../use-read.ts'

/**
 * The rules as the server runs them: the plant's of today, or the edition that a job was submitted under. Most jobs were
 * submitted under today's, so a second one is fetched only where it differs.
 */
export const useRulebook = (job?: Job): UseQueryResult<Rulebook> => {
  const current = useRead<Rulebook>(['rulebook'], '/api/rulebook')
  const pin = job && 'record' in job ? job.record.rulebook : undefined
  const isOther = pin !== undefined && current.data !== undefined && !isOf(current.data, pin)
  const pinned = useRead<Rulebook>(
    ['rulebook', pin?.id, pin?.edition],
    isOther ? `/api/rulebook?${new URLSearchParams({ rulebook: pin.id, edition: pin.edition })}` : undefined,
  )
  return isOther ? pinned : current
}

const isOf = ({ id, edition }: Rulebook, pin: Pin): boolean => id === pin.id && edition === pin.edition
