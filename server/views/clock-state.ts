import type { ClockState } from '#contract/clock.ts'
import { secondsBehind } from '#core/time/clock-drift.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'

/** Every change of a job leaves its instant with the job, so the youngest of them says what time it has been already. */
export const readClockState = async (tx: Tx, now: EpochMs): Promise<ClockState> => {
  const { rows } = await tx.query<{ last: EpochMs | null }>(
    'select max(updated_at) as last from jobs where plant_id = $1',
    [tx.plantId],
  )
  return { now, behindSeconds: secondsBehind(now, rows[0]?.last ?? null) }
}
