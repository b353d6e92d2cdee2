import { useState } from 'react'
import type { z } from 'zod'
import type { codeReadAnswer } from '#contract/evidence.ts'
import type { CodeKind } from '#core/evidence/evidence-refusal.ts'
import { useWords } from '../language.tsx'
import { RequestFailed, type Problem } from '../problem.ts'
import { useServices } from '../services.tsx'
import { useEvidenceReasons } from './use-evidence-reasons.ts'

export type CodeReader = {
  /** What the code names; undefined when it is none of ours, and then `reasons` say why. */
  readonly read: (text: string) => Promise<string | undefined>
  readonly reasons: readonly string[]
  readonly clear: () => void
}

/** Reads a scanned code that has to be of one kind, and says in words why another one will not do. */
export const useCodeReader = (kind: CodeKind): CodeReader => {
  const { api } = useServices()
  const { failure: words } = useWords().session
  const [problem, setProblem] = useState<Pick<Problem, 'code' | 'refusals'>>()
  const said = useEvidenceReasons(problem ?? { code: '', refusals: [] })

  const read = async (text: string): Promise<string | undefined> => {
    try {
      const { answer } = await api.send<z.infer<typeof codeReadAnswer>>({
        method: 'POST',
        path: '/api/codes/read',
        body: { kind: 'json', value: { text } },
        key: crypto.randomUUID(),
      })
      if (answer.kind === kind) return answer.id
      const params = { found: answer.kind, expected: kind }
      setProblem({ code: 'code-of-another-kind', refusals: [{ code: 'code-of-another-kind', params }] })
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      setProblem(error.failure.kind === 'problem' ? error.failure.problem : { code: error.failure.kind, refusals: [] })
    }
    return undefined
  }
  return {
    read,
    reasons: problem && said.length === 0 ? [words.unreachable] : problem ? said : [],
    clear: () => setProblem(undefined),
  }
}
