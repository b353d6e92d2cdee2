import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import type { ImportService } from './import-service.ts'
import type { Progress } from './progress.ts'
import { createToldImports } from './told-imports.ts'

const plant = id<PlantId>('plant')
const progress: Progress = { phase: 'preview', rowsDone: 1, share: 0.1, rowsPerSecond: 1, secondsLeft: null }

const unasked = () => Promise.reject(new Error('nobody asked for this'))

/** Imports whose preview tells its progress at these moments, and then fails. */
const previewing = (moments: readonly number[]) => {
  let now = 0
  const preview: ImportService['preview'] = async (_plantId, _importId, onProgress) => {
    for (const moment of moments) {
      now = moment
      onProgress?.(progress)
    }
    throw new Error('over')
  }
  const heard: string[] = []
  const told = createToldImports(
    { preview, create: unasked, addFile: unasked, choose: unasked, commit: unasked, undo: unasked, decide: unasked },
    () => now,
  )
  const leave = told.subscribe(({ plantId, kind }) => heard.push(`${plantId} ${kind}`))
  return { told, heard, leave }
}

describe('open screens are told of an import', () => {
  test('that it moves, no more often than a bar needs, and that it ended, even by a fault', async () => {
    const { told, heard } = previewing([0, 100, 299, 300, 599, 601])
    const seen: Progress[] = []
    await assert.rejects(told.steps.preview(plant, 'one', (one) => seen.push(one)))
    assert.deepEqual(heard, ['plant progress', 'plant progress', 'plant progress', 'plant changed'])
    assert.equal(seen.length, 6, 'whoever asked for the step hears everything')
  })

  test('not after it has left', async () => {
    const { told, heard, leave } = previewing([0])
    leave()
    await assert.rejects(told.steps.preview(plant, 'one'))
    assert.deepEqual(heard, [])
  })
})
