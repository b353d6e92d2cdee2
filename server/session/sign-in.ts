import { createHash, randomBytes } from 'node:crypto'
import type { PersonId, PlantId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { isStorable } from '../storable-text.ts'
import type { Database, Tx } from '../store/database.ts'
import { isPassword } from './password.ts'

export type Role =
  | 'worker'
  | 'guardian'
  | 'crew-leader'
  | 'approver'
  | 'safety-officer'
  | 'workshop-director'
  | 'contractor-manager'
  | 'management'
  | 'auditor'
  | 'administrator'

/** Whoever is signed in. An account without a person looks and administers, but takes no part in a job. */
export type Session = {
  readonly plantId: PlantId
  readonly accountId: string
  readonly personId: PersonId | null
  readonly roles: readonly Role[]
}

export type SignedIn =
  | { readonly outcome: 'signed-in'; readonly token: string; readonly session: Session }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'locked'; readonly until: EpochMs }

const attemptsMax = 5
const lockMinutes = 15
const sessionHours = 12

type AccountRow = {
  account_id: string
  password_hash: string
  person_id: PersonId | null
  roles: Role[]
  failed_attempts: number
  locked_until: EpochMs | null
}

/** Checks one pair. After five wrong ones the account waits a quarter of an hour; the stop page needs no account. */
export const signIn = async (
  database: Database,
  plantId: PlantId,
  login: string,
  password: string,
  now: EpochMs,
): Promise<SignedIn> =>
  database.withPlant(plantId, async (tx) => {
    const { rows } = await tx.query<AccountRow>(
      'select * from accounts where plant_id = $1 and login = $2 and not is_disabled for update',
      [plantId, login],
    )
    const [account] = rows
    // An unknown account costs as much time as a known one, so that logins cannot be guessed by the clock.
    if (!account) {
      await isPassword(password, unknownHash)
      return { outcome: 'wrong' }
    }
    if (account.locked_until !== null && account.locked_until > now)
      return { outcome: 'locked', until: account.locked_until }
    if (!(await isPassword(password, account.password_hash))) return countFailure(tx, account, now)
    await tx.query(
      'update accounts set failed_attempts = 0, locked_until = null where plant_id = $1 and account_id = $2',
      [plantId, account.account_id],
    )
    return openSession(tx, account, now)
  })

const unknownHash = `argon2id$${'A'.repeat(22)}==$${'A'.repeat(43)}=`

const countFailure = async (tx: Tx, { account_id, failed_attempts }: AccountRow, now: EpochMs): Promise<SignedIn> => {
  const failures = failed_attempts + 1
  const until = failures >= attemptsMax ? ((now + lockMinutes * 60_000) as EpochMs) : null
  await tx.query(
    'update accounts set failed_attempts = $3, locked_until = $4 where plant_id = $1 and account_id = $2',
    [tx.plantId, account_id, until ? 0 : failures, until],
  )
  return until ? { outcome: 'locked', until } : { outcome: 'wrong' }
}

const openSession = async (tx: Tx, account: AccountRow, now: EpochMs): Promise<SignedIn> => {
  const token = `${tx.plantId}.${randomBytes(32).toString('base64url')}`
  await tx.query('delete from sessions where plant_id = $1 and expires_at < $2', [tx.plantId, now])
  await tx.query('insert into sessions (plant_id, token_hash, account_id, expires_at) values ($1, $2, $3, $4)', [
    tx.plantId,
    hashOf(token),
    account.account_id,
    now + sessionHours * 3_600_000,
  ])
  return {
    outcome: 'signed-in',
    token,
    session: { plantId: tx.plantId, accountId: account.account_id, personId: account.person_id, roles: account.roles },
  }
}

/** The database keeps the hash: whoever reads it cannot sign in with it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The token names its plant, so that row-level security holds for this look-up as well. */
export const readSession = async (database: Database, token: string, now: EpochMs): Promise<Session | null> => {
  const plantId = token.slice(0, Math.max(0, token.lastIndexOf('.'))) as PlantId
  if (plantId === '' || !isStorable(plantId)) return null
  return database.withPlant(plantId, async (tx) => {
    const { rows } = await tx.query<AccountRow>(
      'select a.* from sessions s join accounts a on a.plant_id = s.plant_id and a.account_id = s.account_id where s.plant_id = $1 and s.token_hash = $2 and s.expires_at > $3 and not a.is_disabled',
      [plantId, hashOf(token), now],
    )
    const [account] = rows
    return account
      ? { plantId, accountId: account.account_id, personId: account.person_id, roles: account.roles }
      : null
  })
}

export const signOut = async (database: Database, plantId: PlantId, token: string): Promise<void> => {
  await database.withPlant(plantId, (tx) =>
    tx.query('delete from sessions where plant_id = $1 and token_hash = $2', [plantId, hashOf(token)]),
  )
}
