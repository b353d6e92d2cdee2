import { ground } from '../ground.ts'
import type { Facts } from '../facts.ts'
import type { JobRecord } from '../job.ts'
import type { Refusal } from '../refusal.ts'

/**
 * After an evacuation nobody goes back before it has been called off, and no air that was tested before it counts: what
 * made people run may be in it now.
 */
export const checkEvacuation = (
  { evacuatedAt, gasTests }: JobRecord,
  { evacuations }: Pick<Facts, 'evacuations'>,
): readonly Refusal[] => {
  if (!evacuations) return [ground({ code: 'evacuations-unknown', params: {} }, { source: 'product' })]
  const [standing] = evacuations
  if (standing) return [ground({ code: 'evacuation-stands', params: { since: standing.since } }, { clause: '4.8' })]
  if (evacuatedAt === null || gasTests.length === 0) return []
  const isTestedSince = gasTests.some(
    ({ samples }) => samples.length > 0 && samples.every(({ takenAt }) => takenAt > evacuatedAt),
  )
  return isTestedSince
    ? []
    : [ground({ code: 'gas-test-after-evacuation', params: { since: evacuatedAt } }, { clause: '4.8' })]
}
