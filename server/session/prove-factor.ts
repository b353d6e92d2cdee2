import type { PersonId } from '#core/ids.ts'
import type { Signature } from '#core/job/site-records.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { pinHeader } from '#contract/signing.ts'
import { HttpProblem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { checkPin, type PinCheck } from './pin.ts'
import type { Session } from './sign-in.ts'

/** By which factor whoever asks has signed, as far as it was proved here; a wrong number gives up the whole request. */
export const proveFactor = async (
  database: Database,
  { plantId, accountId }: Session,
  pin: string | undefined,
  now: EpochMs,
): Promise<Signature['factor']> => {
  if (pin === undefined) return 'session'
  requirePin(pinHeader, await checkPin(database, plantId, { accountId }, pin, now))
  return 'pin'
}

/** Whose number it is, or a problem that names the field and says what to do about it. */
export const requirePin = (path: string, check: PinCheck): PersonId => {
  const code = check.outcome !== 'right' ? (`pin-${check.outcome}` as const) : 'account-without-person'
  if (check.outcome !== 'right' || check.personId === null) throw new HttpProblem(422, code, [{ path, code }])
  return check.personId
}
