import type { ImportRecord } from './import-record.ts'

/** An import is not in the state that the step needs, or is at work already. */
export class ImportNotReady extends Error {
  override name = 'ImportNotReady'
  readonly status: ImportRecord['status'] | 'working' | 'unknown'
  constructor(status: ImportRecord['status'] | 'working' | 'unknown') {
    super(`the import is ${status}`)
    this.status = status
  }
}
