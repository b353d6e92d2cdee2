import type {
  CategoryId,
  EquipmentId,
  GasId,
  JobId,
  LevelId,
  MeasureId,
  OperationId,
  PermitId,
  PersonId,
  PlaceId,
  StepId,
} from '../ids.ts'
import type { AlarmCode, AlarmResult } from '../alarms/alarm.ts'
import type { conditionFacts } from '../job/condition-view.ts'
import type { JobEvent, JobEventType } from '../job/events.ts'
import type { JobStatus, StopReason } from '../job/job.ts'
import type { Owner, RefusalCode, RefusalParams, Remedy } from '../job/refusal.ts'
import type { HoldPointKind } from '../rulebook/hold-point.ts'
import type { RiskLevel } from '../rulebook/rulebook.ts'
import type { EpochMs, IsoDate } from '../time/epoch.ts'
import type { RequestWords } from './requests/faults.ts'

export type Language = 'zh-CN' | 'en'

/** Display text for what refusals and events name by identity, in the reader's language: people, places, rulebook rows. */
export type Names = {
  readonly person: (person: PersonId) => string
  readonly category: (category: CategoryId) => string
  readonly operation: (operation: OperationId) => string
  readonly level: (operation: OperationId, level: LevelId) => string
  readonly gas: (gas: GasId) => string
  readonly place: (place: PlaceId) => string
  readonly job: (job: JobId) => string
  readonly permit: (permit: PermitId) => string
  readonly equipment: (equipment: EquipmentId) => string
  readonly measure: (operation: OperationId, measure: MeasureId) => string
  readonly step: (step: StepId) => string
  readonly preparation: (operation: OperationId, preparation: string) => string
  /** One item of a preparation: a row of the checklist, or the number of a hazard. */
  readonly preparationItem: (operation: OperationId, preparation: string, item: string) => string
  readonly field: (operation: OperationId, field: string) => string
  readonly restriction: (restriction: string) => string
  readonly acceptance: (acceptance: string) => string
  readonly check: (operation: OperationId, check: string) => string
  /** One answer that a field of choices offers. */
  readonly option: (operation: OperationId, field: string, option: string) => string
  /** A level where the operation is clear from what surrounds it. */
  readonly anyLevel: (level: LevelId) => string
}

/** What a sentence is built with: names, and dates, times and numbers as the language writes them. */
export type Say = {
  readonly names: Names
  /** The year only when it is not the present one. */
  readonly date: (date: IsoDate) => string
  /** In the plant's time zone; the day only when it is not today. */
  readonly time: (at: EpochMs) => string
  readonly number: (value: number) => string
  /** A span that has passed or is left, rounded up to whole minutes: 30.2 is never said to be the limit of 30. */
  readonly minutes: (minutes: number) => string
}

export type RefusalWords = { readonly [C in RefusalCode]: (params: RefusalParams[C], say: Say) => string }

export type EventWords = {
  readonly [T in JobEventType]: (event: Extract<JobEvent, { type: T }>, say: Say) => string
}

export type ConditionFact = keyof typeof conditionFacts

/** How a language writes sentences, and what `Say` formats. */
export type Writing = {
  /** A sentence may begin with a name that is written small within it. */
  readonly sentence: (text: string) => string
  readonly date: (day: { readonly year: number | null; readonly month: number; readonly day: number }) => string
  readonly dateAndTime: (date: string, time: string) => string
  readonly minutes: (span: { readonly hours: number; readonly minutes: number }) => string
}

/** All that one language must be able to say about jobs. A missing word breaks the build. */
export type Messages = {
  readonly language: Language
  readonly writing: Writing
  readonly refusals: RefusalWords
  /** Why something is asked, from its clause or its source; `null` where the demand explains itself. */
  readonly clause: (clause: string) => string
  readonly source: { readonly enterprise: string; readonly product: string | null }
  readonly owners: { readonly [O in Owner]: string }
  /** Labels of buttons. */
  readonly remedies: { readonly [R in Remedy]: string }
  readonly statuses: { readonly [S in JobStatus]: string }
  readonly holdPoints: { readonly [K in HoldPointKind]: string }
  readonly events: EventWords
  readonly stopReasons: { readonly [R in StopReason]: string }
  readonly risks: { readonly [R in RiskLevel]: string }
  readonly alarms: { readonly [C in AlarmCode]: string }
  readonly requests: RequestWords
  readonly alarmResults: { readonly [R in AlarmResult]: string }
}
