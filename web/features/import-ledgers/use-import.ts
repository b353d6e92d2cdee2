import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportView, SheetChoiceRequest } from '#contract/imports.ts'
import { useLiveState } from '../../session/live-updates.tsx'
import { useServices } from '../../session/services.tsx'

/** Only while the server cannot be heard. */
const pollMs = 1000

/** One import and what can be done with it. It is read anew whenever the server tells that imports changed. */
export const useImport = (id: string) => {
  const { api } = useServices()
  const isLive = useLiveState().at === 'live'
  const queries = useQueryClient()
  const [fault, setFault] = useState<unknown>()
  const path = `/api/imports/${id}`
  const key = ['imports', id] as const
  const read = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.read<ImportView>(path, signal),
    refetchInterval: ({ state }) => (state.data?.work && !isLive ? pollMs : false),
  })
  const send = async (method: 'POST' | 'PUT', step: string, value: unknown = {}): Promise<boolean> => {
    setFault(undefined)
    try {
      const { answer } = await api.send<ImportView>({
        method,
        path: `${path}/${step}`,
        body: { kind: 'json', value },
        key: crypto.randomUUID(),
      })
      queries.setQueryData(key, answer)
      // The end of a short step may have been told before this answer arrived; nothing would be told again.
      await queries.invalidateQueries({ queryKey: key })
      await queries.invalidateQueries({ queryKey: ['import-rows', id] })
      return true
    } catch (error) {
      setFault(error)
      return false
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
    /** Whoever had seen a preview sees it again as the sheet is read now. */
    choose: async (file: number, sheet: number, value: SheetChoiceRequest, previewAgain: boolean) => {
      if ((await send('PUT', `files/${file}/sheets/${sheet}`, value)) && previewAgain) await send('POST', 'preview')
    },
  }
}

export type ImportActions = ReturnType<typeof useImport>
