import type { DayKind } from '../calendar/calendar-day.ts'
import { kindsOfDay } from '../calendar/calendar-of.ts'
import type { LevelId, OperationId } from '../ids.ts'
import type { ConditionView } from '../rulebook/condition.ts'
import type { RiskLevel, Rulebook } from '../rulebook/rulebook.ts'
import { workingSpans } from '../time/daily-hours.ts'
import type { PlantClock } from '../time/plant-clock.ts'
import type { Context } from '../rules/requirement.ts'
import type { EpochMs } from '../time/epoch.ts'
import type { Application } from './application.ts'
import { bookingOf } from './booking.ts'
import type { Facts, PlaceFacts } from './facts.ts'

export type ConditionSubject = {
  readonly operation: OperationId
  readonly operations: readonly OperationId[]
  readonly application: Application
  readonly place: PlaceFacts | undefined
  readonly level: LevelId | undefined
  /** Absent where the risk is still being worked out. */
  readonly risk?: RiskLevel | undefined
  /** Absent where nobody may look at people. */
  readonly people?: Facts['people']
  /** When it was applied for; while it is being applied for that is now. */
  readonly appliedAt: EpochMs
  readonly clock: PlantClock
  readonly calendar: Facts['calendar']
  readonly rulebook: Rulebook
}

/** The facts that a rulebook's condition may name, with the type each has. Publishing fails on any other name. */
export const conditionFacts = {
  operation: 'text',
  operations: 'texts',
  level: 'text',
  risk: 'risk',
  'guardians.meanAge': 'number',
  'place.kind': 'text',
  'place.zone': 'text',
  'place.atmosphere': 'text',
  'place.isInOperation': 'flag',
  'place.isInMajorHazardDike': 'flag',
  'place.isPipeRack': 'flag',
  'place.isOutdoor': 'flag',
  'window.hours': 'number',
  'window.isNight': 'flag',
  'booking.isUrgent': 'flag',
  'window.days': 'texts',
  window: 'window',
} as const

/** Lets a condition look at the application, its place and its time. A form's answer is `field.<operation>.<field>`. */
export const conditionViewOf = (subject: ConditionSubject): ConditionView => ({
  value: (fact) => valueOf(fact, subject),
  windowOverlaps: (from, to) => spansOf(subject).some((span) => subject.clock.overlapsDaily(span, from, to)),
})

/** What a condition sees of one permit in the middle of an assessment. */
export const conditionViewIn = ({
  application,
  operation,
  level,
  permit,
  facts,
  clock,
  rulebook,
  record,
}: Omit<Context, 'neededFrom' | 'neededThrough' | 'today'>): ConditionView =>
  conditionViewOf({
    operation: operation.id,
    operations: application.operations,
    application,
    place: facts.place,
    level: level.id,
    risk: permit.risk,
    people: facts.people,
    appliedAt: record?.submittedAt ?? facts.now,
    clock,
    calendar: facts.calendar,
    rulebook,
  })

const spansOf = ({ application: { window, dailyHours }, clock }: ConditionSubject) =>
  workingSpans(window, dailyHours, clock)

const valueOf = (fact: string, subject: ConditionSubject): ReturnType<ConditionView['value']> => {
  const { application, place, rulebook, clock } = subject
  if (fact.startsWith('field.')) return answerTo(fact.slice('field.'.length), subject)
  switch (fact as keyof typeof conditionFacts) {
    case 'operation':
      return subject.operation
    case 'operations':
      return subject.operations
    case 'level':
      return subject.level
    case 'risk':
      return subject.risk
    case 'guardians.meanAge':
      return meanAge(subject)
    case 'place.kind':
      return place?.kind
    case 'place.zone':
      return place?.zone
    case 'place.atmosphere':
      return place?.atmosphere
    case 'place.isInOperation':
      return place?.isInOperation
    case 'place.isInMajorHazardDike':
      return place?.isInMajorHazardDike
    case 'place.isPipeRack':
      return place?.isPipeRack
    case 'place.isOutdoor':
      return place?.isOutdoor
    case 'window.hours':
      return (application.window.to - application.window.from) / 3_600_000
    case 'window.isNight':
      return spansOf(subject).some((span) =>
        clock.overlapsDaily(span, rulebook.calendar.night.from, rulebook.calendar.night.to),
      )
    case 'booking.isUrgent':
      return (
        rulebook.booking &&
        bookingOf(application.window.from, subject.appliedAt, rulebook.booking.cutOff, clock) === 'urgent'
      )
    case 'window.days':
      return subject.calendar && daysOf(subject, subject.calendar)
    case 'window':
      return undefined
  }
}

/** A question that need not be answered says by that what silence means: a flag left alone is a no. Any other gap is unknown. */
const answerTo = (key: string, { application, rulebook }: ConditionSubject): ReturnType<ConditionView['value']> => {
  const given = application.fields[key]
  if (given !== undefined) return given
  const [operation = '', field] = key.split('.')
  const asked = rulebook.operations[operation]?.fields.find(({ id }) => id === field)
  return asked?.kind === 'flag' && !asked.required ? false : undefined
}

/**
 * Unknown as soon as the age of one is: a mean of the known ones would be a guess. Only the year of birth is kept, so that the age is
 * the one that is reached in the year of the work: never younger than they are.
 */
const meanAge = ({ application, people, clock }: ConditionSubject): number | undefined => {
  const guardians = new Set(application.guardians)
  const year = Number(clock.dateOf(application.window.from).slice(0, 4))
  let sum = 0
  for (const guardian of guardians) {
    const birthYear = people?.[guardian]?.birthYear
    if (birthYear === undefined) return undefined
    sum += year - birthYear
  }
  return guardians.size === 0 ? undefined : sum / guardians.size
}

/** The kinds of day that the window touches. Without a calendar this is unknown, not "ordinary days". */
const daysOf = (
  { application, clock, rulebook }: ConditionSubject,
  calendar: { readonly [date: string]: DayKind },
): readonly DayKind[] => {
  const kinds = workingSpans(application.window, application.dailyHours, clock)
    .flatMap((span) => clock.daysOf(span))
    .flatMap((date) => kindsOfDay(calendar[date], rulebook.calendar.restWeekdays.includes(clock.weekdayOf(date))))
  return [...new Set(kinds)]
}
