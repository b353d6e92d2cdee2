import type { PlantId } from '#core/ids.ts'
import type { ImportService } from './import-service.ts'
import type { Progress } from './progress.ts'

/** What changed in a plant's imports: how far one has come, or what there is to read. */
export type ImportNotice = { readonly plantId: PlantId; readonly kind: 'progress' | 'changed' }
export type SubscribeImports = (listener: (notice: ImportNotice) => void) => () => void

/** What changes an import. */
type ImportSteps = Pick<ImportService, 'create' | 'addFile' | 'choose' | 'preview' | 'commit' | 'undo' | 'decide'>

/** A bar that moves needs no more; every notice makes each open screen read. */
const progressMsMin = 300

/** The same steps, telling open screens of what they do, so that no screen has to ask again and again. */
export const createToldImports = (
  steps: ImportSteps,
  now: () => number = () => performance.now(),
): { readonly steps: ImportSteps; readonly subscribe: SubscribeImports } => {
  const listeners = new Set<(notice: ImportNotice) => void>()
  const tell = (plantId: PlantId, kind: ImportNotice['kind']): void => {
    for (const listener of listeners) listener({ plantId, kind })
  }
  /** Told at the end in any case: a step that failed has changed what there is to see as well. */
  const telling =
    <Rest extends readonly unknown[], Result>(step: (plantId: PlantId, ...rest: Rest) => Promise<Result>) =>
    async (plantId: PlantId, ...rest: Rest): Promise<Result> => {
      try {
        return await step(plantId, ...rest)
      } finally {
        tell(plantId, 'changed')
      }
    }
  const tellingProgress = (step: ImportService['preview']): ImportService['preview'] =>
    telling((plantId, importId, onProgress) => {
      let toldAt = -Infinity
      return step(plantId, importId, (progress: Progress) => {
        onProgress?.(progress)
        if (now() - toldAt < progressMsMin) return
        toldAt = now()
        tell(plantId, 'progress')
      })
    })
  return {
    steps: {
      create: telling(steps.create),
      addFile: telling(steps.addFile),
      choose: telling(steps.choose),
      preview: tellingProgress(steps.preview),
      commit: tellingProgress(steps.commit),
      undo: telling(steps.undo),
      decide: telling(steps.decide),
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
