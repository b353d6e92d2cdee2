import type { Tx } from './database.ts'

export type Answer = { readonly status: number; readonly response: unknown }
export type Repeat =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeat'; readonly answer: Answer }
  | { readonly kind: 'other-body' }

type Request = { readonly accountId: string; readonly key: string; readonly bodyHash: string }

/**
 * Claims a key for one request. The row's lock makes a second request with the same key wait for the first, so that
 * even two at once have one effect; an effect that fails takes its claim along.
 */
export const claimKey = async (tx: Tx, { accountId, key, bodyHash }: Request): Promise<Repeat> => {
  const claimed = await tx.query(
    'insert into idempotency_keys (plant_id, account_id, key, body_hash) values ($1, $2, $3, $4) on conflict do nothing',
    [tx.plantId, accountId, key, bodyHash],
  )
  if (claimed.rowCount === 1) return { kind: 'first' }
  const { rows } = await tx.query<{ body_hash: string; status: number; response: unknown }>(
    'select body_hash, status, response from idempotency_keys where plant_id = $1 and account_id = $2 and key = $3',
    [tx.plantId, accountId, key],
  )
  const [known] = rows
  if (!known) throw new Error('an idempotency key vanished')
  return known.body_hash === bodyHash
    ? { kind: 'repeat', answer: { status: known.status, response: known.response } }
    : { kind: 'other-body' }
}

export const keepAnswer = (tx: Tx, { accountId, key }: Request, { status, response }: Answer): Promise<unknown> =>
  tx.query(
    'update idempotency_keys set status = $4, response = $5::jsonb where plant_id = $1 and account_id = $2 and key = $3',
    [tx.plantId, accountId, key, status, JSON.stringify(response)],
  )
