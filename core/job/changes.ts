import type { DutyId, JobId, PersonId } from '../ids.ts'
import type { EpochMs } from '../time/epoch.ts'

/** Somebody joins, leaves or takes another's place (人员变更). Whoever takes over in the crew takes over the duties. */
export type PeopleChange =
  | { readonly kind: 'join'; readonly role: 'crew'; readonly person: PersonId; readonly duties: readonly DutyId[] }
  | { readonly kind: 'join'; readonly role: 'guardian'; readonly person: PersonId }
  | { readonly kind: 'leave'; readonly role: 'crew' | 'guardian'; readonly person: PersonId }
  | {
      readonly kind: 'replace'
      readonly role: 'crew' | 'guardian' | 'leader'
      readonly leaves: PersonId
      readonly joins: PersonId
    }

/** What is not the same any more as when the hazards were worked out (4.17). */
export type ChangedCondition = 'process' | 'weather' | 'neighbour' | 'method' | 'other'

/** What makes it other work, so that the old permit cannot cover it (4.16). */
export type ReissueCause = 'content' | 'scope' | 'place' | 'validity'

/** Given up before it is done (取消), or declared to have been wrong (作废). */
export type Ending = 'cancelling' | 'voiding'

/** What has to be done anew after a change of conditions; preparations by `operation.preparation`. */
export type Renewal = {
  readonly preparations: readonly string[]
  readonly measures: boolean
  readonly briefing: boolean
  readonly approvals: boolean
}

export type AskedChange = {
  readonly id: string
  readonly change: PeopleChange
  readonly reason: string
  readonly by: PersonId
  readonly at: EpochMs
  readonly answer: { readonly isAgreed: boolean; readonly by: PersonId; readonly at: EpochMs } | null
}

/** What has changed in a job since it was submitted, and what is being asked. */
export type JobChanges = {
  readonly people: readonly AskedChange[]
  /** Who joined later: the briefing is signed for each of them anew. */
  readonly joinedAt: { readonly [person: string]: EpochMs }
  readonly endings: readonly {
    readonly ending: Ending
    readonly reason: string
    readonly by: PersonId
    readonly at: EpochMs
    readonly answer: AskedChange['answer']
  }[]
  /** The papers lie open again since conditions changed, until work is approved or goes on. */
  readonly reopened: { readonly at: EpochMs; readonly settledAt: EpochMs | null } | null
  readonly reissueOf: JobId | null
  readonly reissuedAs: JobId | null
}

export const noChanges: JobChanges = {
  people: [],
  joinedAt: {},
  endings: [],
  reopened: null,
  reissueOf: null,
  reissuedAs: null,
}

/** The request to end the job that nobody has answered yet: work does not go on under it. */
export const endingAsked = ({ endings }: JobChanges): JobChanges['endings'][number] | null =>
  endings.find(({ answer }) => answer === null) ?? null
