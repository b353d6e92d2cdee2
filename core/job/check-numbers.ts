import { holds } from '../rulebook/condition.ts'
import type { Grounds } from '../rulebook/grounds.ts'
import type { Context } from '../rules/requirement.ts'
import { conditionViewIn } from './condition-view.ts'
import { ground } from './ground.ts'
import type { Problem, Refusal } from './refusal.ts'

/** Somebody has to do the work, each must have something to do, enough people have to guard it, and somebody tests the air. */
export const checkNumbers = (context: Context, refusals: Refusal[]): void => {
  for (const check of checks) {
    const refusal = check(context)
    if (refusal !== null) refusals.push(refusal)
  }
}

const crewIsNamed = ({ application, operation }: Context): Refusal | null =>
  application.crew.length > 0 ? null : tooFew('crew', { count: 0, countMin: 1 }, { source: 'product' }, operation.id)

const crewHasDuty = ({ application: { crew }, operation }: Context): Refusal | null => {
  const { duties } = operation.crew
  const [first] = crew
  if (first === undefined || duties.length === 0) return null
  for (const member of crew) for (const { id } of duties) if (member.duties.includes(id)) return null
  return ground(
    { code: 'duty-missing', params: { person: first.person, operation: operation.id } },
    { source: 'product' },
    operation.id,
  )
}

/** A row whose condition cannot be told counts. */
const guardiansSuffice = (context: Context): Refusal | null => {
  const { application, operation } = context
  const count = new Set(application.guardians).size
  for (const row of operation.guardian.countMin)
    if (count < row.atLeast && (!row.when || holds(row.when, conditionViewIn(context)) !== 'no'))
      return tooFew('guardian', { count, countMin: row.atLeast }, row, operation.id)
  return null
}

const gasAnalystIsNamed = (context: Context): Refusal | null => {
  const { application, operation } = context
  const { gasAnalyst } = operation
  if (!gasAnalyst || application.gasAnalyst !== undefined) return null
  if (gasAnalyst.when && holds(gasAnalyst.when, conditionViewIn(context)) === 'no') return null
  return tooFew('gas-analyst', { count: 0, countMin: 1 }, { clause: '5.3.1 a' }, operation.id)
}

const checks = [crewIsNamed, crewHasDuty, guardiansSuffice, gasAnalystIsNamed]

type TooFew = Extract<Problem, { code: 'people-too-few' }>['params']

const tooFew = (
  role: TooFew['role'],
  numbers: Omit<TooFew, 'role'>,
  grounds: Grounds,
  operation: Context['operation']['id'],
): Refusal => ground({ code: 'people-too-few', params: { role, ...numbers } }, grounds, operation)
