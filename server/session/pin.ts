import type { PersonId, PlantId } from '#core/ids.ts'
import { addMinutes, type EpochMs } from '#core/time/epoch.ts'
import type { Database, Tx } from '../store/database.ts'
import { hashPassword, isPassword } from './password.ts'

/** Five tries on a million numbers; then the number waits, and the account's password still works. */
const attemptsMax = 5
const lockMinutes = 15

export type PinCheck =
  | { readonly outcome: 'right'; readonly personId: PersonId | null }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'unset' }
  | { readonly outcome: 'locked'; readonly until: EpochMs }

type PinRow = {
  account_id: string
  person_id: PersonId | null
  pin_hash: string | null
  pin_failed_attempts: number
  pin_locked_until: EpochMs | null
}

/** In a transaction of its own, so that a wrong number counts although the request it came with is given up. */
export const checkPin = (
  database: Database,
  plantId: PlantId,
  whose: { readonly accountId: string } | { readonly login: string },
  pin: string,
  now: EpochMs,
): Promise<PinCheck> =>
  database.withPlant(plantId, async (tx) => {
    const { rows } = await tx.query<PinRow>(
      `select * from accounts where plant_id = $1 and ${'login' in whose ? 'login' : 'account_id'} = $2 and not is_disabled for update`,
      [plantId, 'login' in whose ? whose.login : whose.accountId],
    )
    const [account] = rows
    if (!account) return { outcome: 'wrong' }
    if (account.pin_hash === null) return { outcome: 'unset' }
    if (account.pin_locked_until !== null && account.pin_locked_until > now)
      return { outcome: 'locked', until: account.pin_locked_until }
    if (!(await isPassword(pin, account.pin_hash))) return countFailure(tx, account, now)
    await tx.query(
      'update accounts set pin_failed_attempts = 0, pin_locked_until = null where plant_id = $1 and account_id = $2',
      [plantId, account.account_id],
    )
    return { outcome: 'right', personId: account.person_id }
  })

const countFailure = async (tx: Tx, { account_id, pin_failed_attempts }: PinRow, now: EpochMs): Promise<PinCheck> => {
  const failures = pin_failed_attempts + 1
  const until = failures >= attemptsMax ? addMinutes(now, lockMinutes) : null
  await tx.query(
    'update accounts set pin_failed_attempts = $3, pin_locked_until = $4 where plant_id = $1 and account_id = $2',
    [tx.plantId, account_id, until ? 0 : failures, until],
  )
  return until ? { outcome: 'locked', until } : { outcome: 'wrong' }
}

/** Whoever knows the password sets the number anew; that also ends a lock. */
export const setPin = async (tx: Tx, accountId: string, pin: string): Promise<void> => {
  await tx.query(
    'update accounts set pin_hash = $3, pin_failed_attempts = 0, pin_locked_until = null where plant_id = $1 and account_id = $2',
    [tx.plantId, accountId, await hashPassword(pin)],
  )
}
