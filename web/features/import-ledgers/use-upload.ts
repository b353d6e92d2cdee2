import { useState } from 'react'
import type { ImportView } from '#contract/imports.ts'
import { sayProblem } from '#core/messages/import-words.ts'
import type { ProblemCode } from '#core/people/ledger/problems.ts'
import { useWords } from '../../session/language.tsx'
import { RequestFailed } from '../../session/problem.ts'
import { useServices } from '../../session/services.tsx'
import { useImportWords } from './use-import-words.ts'

/** Hands in files one after the other, so that one which cannot be read is named and the rest goes on. */
export const useUpload = () => {
  const { api } = useServices()
  const words = useWords()
  const importWords = useImportWords()
  const [now, setNow] = useState<string>()
  const [faults, setFaults] = useState<readonly string[]>([])

  const begin = async (): Promise<string> => {
    const { answer } = await api.send<ImportView>({
      method: 'POST',
      path: '/api/imports',
      body: { kind: 'json', value: {} },
      key: crypto.randomUUID(),
    })
    return answer.id
  }
  const sayFault = (name: string, error: unknown): string => {
    if (!(error instanceof RequestFailed) || error.failure.kind !== 'problem')
      return `${name}: ${words.session.failure.unreachable}`
    const [reason] = error.failure.problem.refusals
    if (reason === undefined) return `${name}: ${words.session.failure.unreadable}`
    const { says, remedy } = sayProblem(importWords, { code: reason['code'] as ProblemCode, params: reason['params'] })
    return `${name}: ${says}${remedy}`
  }
  /** Returns how many arrived. */
  const upload = async (importId: string, files: readonly File[]): Promise<number> => {
    const refused: string[] = []
    for (const file of files) {
      setNow(file.name)
      try {
        await api.send({
          method: 'POST',
          path: `/api/imports/${importId}/files?name=${encodeURIComponent(file.name)}`,
          body: { kind: 'picture', blob: new Blob([file], { type: 'application/octet-stream' }) },
          key: crypto.randomUUID(),
        })
      } catch (error) {
        refused.push(sayFault(file.name, error))
      }
    }
    setNow(undefined)
    setFaults(refused)
    return files.length - refused.length
  }
  return { begin, upload, now, faults }
}
