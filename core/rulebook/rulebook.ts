import type { CategoryId, DutyId, GasId, LevelId, MeasureId, OperationId, StepId } from '../ids.ts'
import type { IsoDate, TimeOfDay } from '../time/epoch.ts'
import type { ChangeRules } from './changes.ts'
import type { Condition } from './condition.ts'
import type { ContingencyMode } from './contingency-mode.ts'
import type { Deadline } from './deadline.ts'
import type { Grounds, Limit, Text } from './grounds.ts'
import type { HoldPoint } from './hold-point.ts'

/**
 * The rules of one industry, as data: versioned, edited without programming, parsed by `parse-rulebook.ts`. The order
 * of rows is their order of precedence; where rows carry conditions, the first that holds counts and an unknown one refuses.
 */
export type Rulebook = {
  readonly id: string
  readonly edition: string
  readonly effectiveFrom: IsoDate
  readonly name: Text
  readonly basis: readonly string[]
  readonly calendar: WorkCalendar
  readonly categories: readonly Category[]
  readonly gases: readonly Gas[]
  readonly operations: { readonly [id: string]: Operation }
  /** Which further permits a job needs because of where and how it is done (4.6). */
  readonly combinations: readonly Combination[]
  readonly risks: readonly RiskLevel[]
  /** Who may be asked for one more signature, and how long somebody may stand in. Without it neither is possible. */
  readonly signing?: Signing
  /** What may change while a job lives, and whose word that needs; what is not foreseen here is refused. */
  readonly changes?: ChangeRules
  /** By when what is no signature is done, and whom it goes up to. Without a row the window is the limit and nobody else is told. */
  readonly deadlines?: readonly Deadline[]
  /** Until when work of the next day is booked; what comes later is urgent. */
  readonly booking?: { readonly cutOff: TimeOfDay } & Grounds
  /** How long records are kept at least. */
  readonly retention?: readonly Retention[]
  /** Ways to go on for a limited time while a source is silent. */
  readonly contingencies?: readonly ContingencyMode[]
}

export type Signing = {
  /** Whoever is named in addition holds one of these authorities. */
  readonly addedSigner: { readonly authorities: readonly string[] } & Grounds
  readonly delegationDaysMax: Limit
}

export type Retention = { readonly id: string; readonly name: Text; readonly daysMin: number } & Grounds

export type RiskLevel = 'L1' | 'L2' | 'L3' | 'L4' | 'L5'

/** Night and the weekly rest days; holidays and swapped days are the plant's editable calendar (facts). */
export type WorkCalendar = {
  readonly night: { readonly from: TimeOfDay; readonly to: TimeOfDay } & Grounds
  readonly restWeekdays: readonly number[]
}

export type Category = {
  readonly id: CategoryId
  readonly kind: 'certificate' | 'training'
  readonly name: Text
  /** Which system can close the gap: training is asked of HR by itself, a certificate needs its issuer. */
  readonly remedy: 'training-request' | 'certificate-renewal'
}

/** A gas that can be tested for. Fractions are volume %; `limit` says up to where work may go on. */
export type Gas = { readonly id: GasId; readonly name: Text; readonly formula?: string } & (
  | { readonly kind: 'oxygen' }
  | { readonly kind: 'combustible'; readonly lelPercentVol: number }
  | ({
      readonly kind: 'toxic'
      readonly molarMassGramsPerMole: number
      readonly limitMgPerM3Max: number
      readonly basis: 'MAC' | 'PC-STEL' | 'PC-TWA'
    } & Grounds)
)

export type Operation = {
  readonly id: OperationId
  readonly name: Text
  readonly numberPrefix: string
  /** Lowest first: raising a level goes to the next. An operation without levels has the single level `ungraded`. */
  readonly levels: readonly Level[]
  readonly levelRows: readonly ({ readonly level: LevelId; readonly when?: Condition } & Grounds)[]
  readonly upgrades: readonly ({ readonly id: string; readonly when: Condition } & Grounds)[]
  readonly riskRows: readonly ({ readonly risk: RiskLevel; readonly when?: Condition } & Grounds)[]
  readonly fields: readonly FormField[]
  readonly crew: { readonly requires: readonly Demand[]; readonly duties: readonly Duty[] }
  readonly leader: { readonly requires: readonly Demand[] }
  readonly gasAnalyst?: { readonly requires: readonly Demand[]; readonly when?: Condition }
  readonly guardian: {
    readonly countMin: readonly ({ readonly atLeast: number; readonly when?: Condition } & Grounds)[]
    readonly requires: readonly Demand[]
  }
  readonly preparations: readonly Preparation[]
  readonly measures: readonly Measure[]
  readonly approvals: readonly ApprovalStep[]
  readonly holdPoints: readonly HoldPoint[]
  readonly atSubmit: readonly Demand[]
  readonly atApproval: readonly Demand[]
  readonly atStart: readonly Demand[]
  readonly atResume: readonly Demand[]
  readonly acceptances: readonly Acceptance[]
  readonly conflicts: readonly Conflict[]
}

export type Level = {
  readonly id: LevelId
  readonly name: Text
  /** AQ 3064.2 table A.2; other industries tell no park. */
  readonly feedCode?: string
  readonly validHoursMax: Limit
  /** A break longer than this asks for a new gas test. */
  readonly reTestAfterBreakMinutes: Limit
}

/** A requirement named by id and version with its parameters, as in `rule: gas-sample-is-fresh@1`. */
export type Demand = {
  readonly rule: string
  readonly when?: Condition
  readonly parameters: { readonly [name: string]: unknown }
  /** Parameters that the clause leaves open: the demand itself is the standard's, these are the enterprise's own and may be loosened. */
  readonly own?: readonly string[]
} & Grounds

/** What a crew member does in this operation, and what that asks beyond the crew's own requirements. */
export type Duty = { readonly id: DutyId; readonly name: Text; readonly requires: readonly Demand[] }

export type FormField = {
  readonly id: string
  readonly label: Text
  readonly required: boolean
} & (
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly unit: string; readonly min: number; readonly max: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly { readonly id: string; readonly label: Text }[] }
) &
  Grounds

/** What must be worked out on paper before approval: risk analysis, work plan, rescue plan, rescue gear. */
export type Preparation = { readonly id: string; readonly name: Text; readonly when?: Condition } &
  /** With `owned`, every hazard names who sees to its measure. */
  (
    | { readonly kind: 'hazards'; readonly owned?: boolean }
    | { readonly kind: 'plan' }
    | { readonly kind: 'checklist'; readonly items: readonly { readonly id: string; readonly label: Text }[] }
  ) &
  Grounds

export type Measure = {
  readonly id: MeasureId
  readonly text: Text
  /** May be declared not involved (不涉及). */ readonly optional: boolean
} & Grounds

export type ApprovalStep = {
  readonly id: StepId
  readonly name: Text
  readonly levels: readonly LevelId[]
  /** Where the step is needed only in some cases, as a countersignature of the units involved. */
  readonly when?: Condition
  /** Steps in a row of one group are a countersignature (会签): signed in any order, all of them before the next. */
  readonly group?: string
  readonly by: Signatory
  readonly withinMinutes: Limit
  /** Who owes the step as well once it is late: to sign it, or where that would replace a discipline's knowledge to urge it. */
  readonly escalateTo?: Signatory & { readonly maySign: boolean } & Grounds
  readonly onSite: { readonly required: boolean; readonly fenceMetresMax: number } & Grounds
  readonly factor?: SigningFactor
} & Grounds

/** Who may sign: a position's authority, in the unit that owns the place or in the whole plant. */
export type Signatory = { readonly authority: string; readonly of: 'place-unit' | 'plant' }

/** What a signature must be proved by beyond being signed in, where a step asks for more than that. */
export type SigningFactor = { readonly value: 'pin' } & Grounds

export type Acceptance = {
  readonly id: string
  readonly name: Text
  readonly by: 'leader' | 'guardian' | 'unit'
  readonly factor?: SigningFactor
} & Grounds

export type Combination = { readonly id: string; readonly when: Condition; readonly needs: OperationId } & Grounds

/** This operation may not run at the same time as `with` within the distance, in the same space, or anywhere on the same pipe. */
export type Conflict = {
  readonly id: string
  readonly with: { readonly operation: OperationId; readonly activity?: string }
  readonly within: { readonly metresMax: number } | { readonly same: 'place' | 'pipe' | 'dike' }
} & Grounds
