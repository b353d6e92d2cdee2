import type { CommandRequest } from '#contract/commands.ts'
import { HttpProblem } from '../problem.ts'
import type { Tx } from '../store/database.ts'

/**
 * Whom a command names without any rule asking for them. Their names stand on the permit and in the ledger, so that one whom nobody here
 * knows is turned away; everybody else is asked for by the requirements.
 */
export const refuseUnknownNames = async (tx: Tx, command: CommandRequest): Promise<void> => {
  switch (command.type) {
    case 'SubmitJob': {
      const { workUnit } = command.application
      const { rowCount } = await tx.query('select 1 from employers where plant_id = $1 and employer_id = $2', [
        tx.plantId,
        workUnit,
      ])
      if (rowCount === 0) throw unknown('application.workUnit', 'work-unit-unknown')
      return
    }
    case 'RecordGasTest': {
      const { rowCount } = await tx.query('select 1 from people where plant_id = $1 and person_id = $2', [
        tx.plantId,
        command.test.analyst,
      ])
      if (rowCount === 0) throw unknown('test.analyst', 'person-unknown')
      return
    }
    default:
  }
}

const unknown = (path: string, code: 'work-unit-unknown' | 'person-unknown'): HttpProblem =>
  new HttpProblem(422, code, [{ path, code }])
