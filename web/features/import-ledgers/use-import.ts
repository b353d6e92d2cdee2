import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportView, SheetChoiceRequest } from '#contract/imports.ts'
import { useServices } from '../../session/services.tsx'

/** Often enough for a bar that moves, seldom enough for a busy server. */
const pollMs = 400

/** One import and what can be done with it. While it is at work it is read again and again. */
export const useImport = (id: string) => {
  const { api } = useServices()
  const queries = useQueryClient()
  const [fault, setFault] = useState<unknown>()
  const path = `/api/imports/${id}`
  const key = ['imports', id] as const
  const read = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.read<ImportView>(path, signal),
    refetchInterval: ({ state }) => (state.data?.work ? pollMs : false),
  })
  const send = async (method: 'POST' | 'PUT', step: string, value: unknown = {}): Promise<void> => {
    setFault(undefined)
    try {
      const { answer } = await api.send<ImportView>({
        method,
        path: `${path}/${step}`,
        body: { kind: 'json', value },
        key: crypto.randomUUID(),
      })
      queries.setQueryData(key, answer)
      await queries.invalidateQueries({ queryKey: ['import-rows', id] })
    } catch (error) {
      setFault(error)
    }
  }
  return {
    ...read,
    fault,
    preview: () => send('POST', 'preview'),
    commit: () => send('POST', 'commit'),
    cancel: () => send('POST', 'cancel'),
    undo: () => send('POST', 'undo'),
    decide: (value: object) => send('POST', 'findings', value),
    choose: (file: number, sheet: number, value: SheetChoiceRequest) =>
      send('PUT', `files/${file}/sheets/${sheet}`, value),
  }
}

export type ImportActions = ReturnType<typeof useImport>
