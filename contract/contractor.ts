import type { JobStatus } from '#core/job/job.ts'
import type { PaperDue } from '#core/people/paper-due.ts'
import type { EpochMs } from '#core/time/epoch.ts'

/** What a contractor's manager sees: the own people and the own work, `GET /api/contractor/...`. */

export type OwnPaper = PaperDue & {
  readonly person: string
  readonly name: string
  readonly position: string
  /** A category of certificate or training, or `medical`. */
  readonly category: string
}
export type OwnPapers = { readonly firm: string; readonly people: number; readonly papers: readonly OwnPaper[] }

export type OwnPerson = {
  readonly id: string
  readonly name: string
  readonly position: string
  readonly documents: readonly {
    readonly category: string
    readonly through: string | null
    readonly due: PaperDue | null
  }[]
}

export type OwnJobs = {
  readonly jobs: readonly {
    readonly id: string
    readonly status: JobStatus
    readonly place: string
    readonly content: string
    readonly leader: string
    readonly window: { readonly from: EpochMs; readonly to: EpochMs }
    readonly isStopped: boolean
    readonly lateDuties: number
  }[]
}
