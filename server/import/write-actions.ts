import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'
import { createEmployerBook } from './employer-book.ts'
import { type ActionAt, type WriteContext } from './write-context.ts'
import { writeCredentials } from './write-credentials.ts'
import { writeMatrix } from './write-matrix.ts'
import { writeMedicals } from './write-medicals.ts'
import { writePeople } from './write-people.ts'

/** One of a kind after another, many rows a statement: a round trip per row would take minutes for a large ledger. */
export const createWriter = async (tx: Tx, vault: Vault, importId: string, now: number) => {
  const context: WriteContext = { tx, vault, importId, now, employers: await createEmployerBook(tx, importId) }
  return async (actions: readonly ActionAt[]): Promise<void> => {
    // Whoever decides about one of these people at this moment waits, or we wait for him; new people are in nobody's hands yet.
    await lockScopes(
      tx,
      actions.flatMap(({ action }) =>
        action.kind === 'change-person' ||
        ('supersedes' in action && action.supersedes !== null) ||
        action.kind === 'put-medical'
          ? [`person:${action.personId}`]
          : [],
      ),
    )
    await writePeople(context, actions)
    await writeCredentials(context, actions)
    await writeMedicals(context, actions)
    await writeMatrix(context, actions)
  }
}
