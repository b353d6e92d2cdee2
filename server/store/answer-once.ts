import { createHash } from 'node:crypto'
import { HttpProblem } from '../problem.ts'
import type { Session } from '../session/sign-in.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Database, Tx } from './database.ts'
import { claimKey, keepAnswer } from './idempotency.ts'

export type KeptAnswer = { readonly status: number; readonly response: unknown }

/** Does something once for a key: a repeat gets the same answer and has no second effect; the key with another body is refused. */
export const answerOnce = (
  database: Database,
  { plantId, accountId }: Session,
  { key, body }: { readonly key: string; readonly body: unknown },
  effect: (tx: Tx) => Promise<KeptAnswer>,
): Promise<KeptAnswer> => {
  const request = { accountId, key, bodyHash: createHash('sha256').update(canonicalJson(body)).digest('hex') }
  return database.withPlant(plantId, async (tx) => {
    const known = await claimKey(tx, request)
    if (known.kind === 'other-body') throw new HttpProblem(422, 'idempotency-key-reused')
    if (known.kind === 'repeat') return known.answer
    const answer = await effect(tx)
    await keepAnswer(tx, request, answer)
    return answer
  })
}
