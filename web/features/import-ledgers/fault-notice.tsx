import { Alert } from 'antd'
import { sayProblem } from '#core/messages/import-words.ts'
import type { ProblemCode } from '#core/people/ledger/problems.ts'
import { useWords } from '../../session/language.tsx'
import { RequestFailed } from '../../session/problem.ts'
import { useImportWords } from './use-import-words.ts'

/** Why a step was refused, each reason with what to do; or that the server did not answer. */
export const FaultNotice = ({ fault }: { fault: unknown }) => {
  const { session } = useWords()
  const words = useImportWords()
  if (fault === undefined) return null
  const problem = fault instanceof RequestFailed && fault.failure.kind === 'problem' ? fault.failure.problem : undefined
  const reasons = (problem?.refusals ?? []).map((reason) =>
    sayProblem(words, { code: reason['code'] as ProblemCode, params: reason['params'] }),
  )
  if (reasons.length === 0)
    return <Alert type="warning" showIcon title={problem ? session.failure.unreadable : session.failure.unreachable} />
  return reasons.map(({ says, remedy }) => (
    <Alert key={says} type="warning" showIcon title={says} description={remedy} />
  ))
}
