import path from 'node:path'
import type { Readable } from 'node:stream'
import type { PlantId } from '#core/ids.ts'
import type { ImportWords } from '#core/messages/import-words.ts'
import { epochMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { newId } from '../ids.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Database, Tx } from '../store/database.ts'
import { commitImport } from './commit-import.ts'
import { decideFinding, type Decision, type DecisionResult, type RowAddress } from './decide-finding.ts'
import { describeFile } from './describe-file.ts'
import { refuseFile } from './file-refused.ts'
import { countOpenFindings, readFindings, type Finding } from './findings.ts'
import { ImportNotReady } from './import-not-ready.ts'
import {
  insertImport,
  listImports,
  readImport,
  updateImport,
  type ImportFile,
  type ImportRecord,
  type SheetChoice,
} from './import-record.ts'
import { keepFile } from './keep-file.ts'
import { limits } from './limits.ts'
import { previewImport } from './preview-import.ts'
import { createMeter, type Progress } from './progress.ts'
import { readRows, type RowPage, type RowQuery } from './read-rows.ts'
import { createRecall, rememberReading } from './remembered-readings.ts'
import { gatherReasons, writeReturnedFile } from './returned-file.ts'
import type { KeptSheet } from './sheet-head.ts'
import { importKeyOwner } from './staged-batches.ts'
import { undoImport, type UndoResult } from './undo-import.ts'

export type ImportDependencies = {
  readonly database: Database
  readonly vault: Vault
  readonly clock: () => number
  /** Where uploaded files wait; never served. */
  readonly folder: string
}

export type ImportService = ReturnType<typeof createImportService>

/** What can be done with an import: one function for each thing a person does. */
export const createImportService = ({ database, vault, clock, folder }: ImportDependencies) => {
  const working = new Map<string, { progress: Progress; readonly abort: AbortController }>()
  const pathOf =
    (plantId: PlantId) =>
    (file: Pick<ImportFile, 'hash'>): string =>
      path.join(folder, plantId, file.hash)

  const mustRead = async (tx: Tx, importId: string, ...states: ImportRecord['status'][]): Promise<ImportRecord> => {
    const record = await readImport(tx, importId, true)
    if (!record) throw new ImportNotReady('unknown')
    if (states.length > 0 && !states.includes(record.status)) throw new ImportNotReady(record.status)
    return record
  }

  /** One long step at a time for an import; its progress can be watched and it can be cancelled. */
  const work = async <T>(
    importId: string,
    phase: Progress['phase'],
    onProgress: ((progress: Progress) => void) | undefined,
    step: (meter: ReturnType<typeof createMeter>, signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    if (working.has(importId)) throw new ImportNotReady('working')
    // At work from the first moment: a screen that reads nothing here stops looking, and would miss the end.
    const begun: Progress = { phase, rowsDone: 0, share: 0, rowsPerSecond: 0, secondsLeft: null }
    const state = { progress: begun, abort: new AbortController() }
    working.set(importId, state)
    const meter = createMeter(phase, clock, (progress) => {
      state.progress = progress
      onProgress?.(progress)
    })
    try {
      return await step(meter, state.abort.signal)
    } finally {
      working.delete(importId)
    }
  }

  return {
    create: (plantId: PlantId, by: string | null): Promise<ImportRecord> =>
      database.withPlant(plantId, async (tx) => {
        const importId = newId<string>()
        const { wrapped } = vault.newKey(importKeyOwner(plantId, importId))
        await insertImport(tx, { importId, createdAt: clock(), createdBy: by, wrappedKey: wrapped })
        return mustRead(tx, importId)
      }),

    list: (plantId: PlantId): Promise<ImportRecord[]> => database.withPlant(plantId, listImports),

    read: (plantId: PlantId, importId: string): Promise<ImportRecord | undefined> =>
      database.withPlant(plantId, (tx) => readImport(tx, importId)),

    progress: (importId: string): Progress | null => working.get(importId)?.progress ?? null,

    cancel: (importId: string): boolean => {
      const state = working.get(importId)
      state?.abort.abort(new DOMException('cancelled', 'AbortError'))
      return state !== undefined
    },

    /** Keeps the file and guesses what it is. Throws `FileRefused` with the reason when it is nothing that can be read. */
    addFile: async (plantId: PlantId, importId: string, name: string, content: Readable): Promise<ImportRecord> => {
      const kept = await keepFile(path.join(folder, plantId), content)
      const described = await describeFile(pathOf(plantId)(kept), name, kept, createRecall(database, plantId))
      return database.withPlant(plantId, async (tx) => {
        const record = await mustRead(tx, importId, 'open', 'previewed')
        const others = record.files.filter((file) => file.name !== name)
        if (others.length >= limits.filesMax) throw refuseFile('files-too-many', { filesMax: limits.filesMax })
        await updateImport(tx, importId, { files: [...others, described], status: 'open' })
        return mustRead(tx, importId)
      })
    },

    /** Where a sheet that may still be read otherwise is kept. */
    sheetOf: async (
      plantId: PlantId,
      importId: string,
      { fileIndex, sheetIndex }: Omit<RowAddress, 'row'>,
    ): Promise<KeptSheet> => {
      const record = await database.withPlant(plantId, (tx) => mustRead(tx, importId, 'open', 'previewed'))
      const file = record.files[fileIndex]
      if (!file?.sheets[sheetIndex]) throw new ImportNotReady('unknown')
      return { path: pathOf(plantId)(file), name: file.name, sheetIndex }
    },

    /** Says how a sheet is to be read, against the guess, now and whenever its header comes again; the preview has to be made again. */
    choose: (
      plantId: PlantId,
      importId: string,
      { fileIndex, sheetIndex }: Omit<RowAddress, 'row'>,
      choice: SheetChoice,
      by: string,
    ): Promise<ImportRecord> =>
      database.withPlant(plantId, async (tx) => {
        const record = await mustRead(tx, importId, 'open', 'previewed')
        if (!record.files[fileIndex]?.sheets[sheetIndex]) throw new ImportNotReady('unknown')
        const files = record.files.map((file, at) =>
          at === fileIndex
            ? {
                ...file,
                sheets: file.sheets.map((sheet, index) => (index === sheetIndex ? { ...sheet, choice } : sheet)),
              }
            : file,
        )
        await updateImport(tx, importId, { files, status: 'open' })
        await rememberReading(tx, choice, by, clock())
        return mustRead(tx, importId)
      }),

    preview: (plantId: PlantId, importId: string, onProgress?: (progress: Progress) => void): Promise<ImportRecord> =>
      work(importId, 'preview', onProgress, (meter, signal) =>
        database.withPlant(plantId, async (tx) => {
          const record = await mustRead(tx, importId, 'open', 'previewed')
          return previewImport(
            { tx, vault, today: await today(tx, clock()), pathOf: pathOf(plantId), meter, signal },
            record,
          )
        }),
      ),

    commit: (plantId: PlantId, importId: string, onProgress?: (progress: Progress) => void): Promise<ImportRecord> =>
      work(importId, 'commit', onProgress, (meter, signal) =>
        database.withPlant(plantId, async (tx) =>
          commitImport({ tx, vault, now: clock(), meter, signal }, await mustRead(tx, importId, 'previewed')),
        ),
      ),

    undo: (plantId: PlantId, importId: string): Promise<UndoResult> =>
      work(importId, 'undo', undefined, () =>
        database.withPlant(plantId, async (tx) => undoImport(tx, await mustRead(tx, importId), clock())),
      ),

    decide: (
      plantId: PlantId,
      importId: string,
      address: RowAddress,
      decision: Decision,
      by: string,
    ): Promise<DecisionResult> =>
      database.withPlant(plantId, async (tx) =>
        decideFinding(tx, vault, await mustRead(tx, importId), address, decision, by, clock()),
      ),

    rows: (plantId: PlantId, importId: string, query: RowQuery): Promise<RowPage> =>
      database.withPlant(plantId, async (tx) => {
        await mustRead(tx, importId)
        return readRows(tx, vault, importId, query)
      }),

    findings: (plantId: PlantId, importId: string): Promise<readonly Finding[]> =>
      database.withPlant(plantId, (tx) => readFindings(tx, importId)),

    openFindings: (plantId: PlantId, importId: string): Promise<number> =>
      database.withPlant(plantId, (tx) => countOpenFindings(tx, importId)),

    /** The uploaded file with the reasons beside its rows, as a stream of bytes. */
    returned: async (
      plantId: PlantId,
      importId: string,
      fileIndex: number,
      words: ImportWords,
    ): Promise<{ readonly name: string; readonly bytes: AsyncGenerator<Buffer> } | undefined> => {
      const found = await database.withPlant(plantId, async (tx) => {
        const record = await readImport(tx, importId)
        const file = record?.files[fileIndex]
        return record && file && { file, reasons: await gatherReasons(tx, vault, record, fileIndex, words) }
      })
      return (
        found && {
          name: found.file.name,
          bytes: writeReturnedFile(pathOf(plantId)(found.file), found.file, found.reasons, words),
        }
      )
    },
  }
}

const today = async (tx: Tx, now: number) => {
  const { rows } = await tx.query<{ time_zone: string }>('select time_zone from plants where plant_id = $1', [
    tx.plantId,
  ])
  return plantClockOf(rows[0]!.time_zone).dateOf(epochMs(now))
}
