import type { IsoDate } from '../time/epoch.ts'

/** A written plan (方案) as a file: what it is called, who drew it up, and who approved it when. */
export type PlanDocument = {
  readonly id: string
  readonly title: string
  readonly drawnUpBy: string
  readonly approvedBy: string
  readonly approvedOn: IsoDate
  /** What the file is, by its bytes; put there by the decision, never by whoever hands it in. */
  readonly file?: PlanFile
}

export type PlanFile = {
  readonly contentHash: string
  readonly mime: string
  readonly byteCount: number
  readonly name: string
}
