import type { PlantId } from '#core/ids.ts'
import { FileRefused } from './file-refused.ts'
import type { ImportService } from './import-service.ts'

/** Why a long step came to no end; kept in memory, since after a restart it is simply begun again. */
export type Interruption = 'cancelled' | 'failed'

/** Runs the long steps of imports beside the request that asked for them. */
export const createImportWork = (imports: ImportService) => {
  const interruptions = new Map<string, Interruption>()
  return {
    interruption: (importId: string): Interruption | null => interruptions.get(importId) ?? null,
    forget: (importId: string): void => void interruptions.delete(importId),
    /** Returns as soon as the step is under way; an early refusal, such as a wrong state, is thrown. */
    begin: async (step: 'preview' | 'commit', plantId: PlantId, importId: string): Promise<void> => {
      interruptions.delete(importId)
      const started = Promise.withResolvers<void>()
      const done = imports[step](plantId, importId, () => started.resolve())
      await Promise.race([started.promise, done, waitMs(promptMsMax)])
      done.catch((error: unknown) => {
        const isCancelled = error instanceof DOMException && error.name === 'AbortError'
        interruptions.set(importId, isCancelled ? 'cancelled' : 'failed')
        if (!isCancelled && !(error instanceof FileRefused)) console.error(error)
      })
    },
  }
}

/** A wrong state is known within this time; what takes longer is at work. */
const promptMsMax = 500

const waitMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())
