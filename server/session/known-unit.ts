import type { CommandRequest } from '#contract/commands.ts'
import { HttpProblem } from '../problem.ts'
import type { Tx } from '../store/database.ts'

/**
 * What an application names without any rule asking for it: the unit that works. Its name stands on the permit and in the ledger, so that
 * one which nobody here knows is turned away; everybody else is asked for by the requirements.
 */
export const refuseUnknownUnit = async (tx: Tx, command: CommandRequest): Promise<void> => {
  if (command.type !== 'SubmitJob') return
  const { rowCount } = await tx.query('select 1 from employers where plant_id = $1 and employer_id = $2', [
    tx.plantId,
    command.application.workUnit,
  ])
  if (rowCount === 0)
    throw new HttpProblem(422, 'work-unit-unknown', [{ path: 'application.workUnit', code: 'work-unit-unknown' }])
}
