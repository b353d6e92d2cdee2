import type { EpochMs, IsoDate } from '#core/time/epoch.ts'
import type { Delivery } from '../counterpart.ts'
import { createHrSession, type Failure, type HrProblem, type HrSettings } from './hr-session.ts'
import { type HrEmployee, type HrTrainingRequest, parseEmployees, parseReceipt } from './hr-wire.ts'

/** Somebody lacks a training that a job asks for. Its id names the gap, so that it is asked for once however often we try. */
export type TrainingGap = {
  readonly gapId: string
  readonly jobNumber: string
  readonly category: string
  readonly reason: string
  readonly neededBy: IsoDate
}

export type ChangedEmployees =
  | { readonly outcome: 'read'; readonly employees: readonly HrEmployee[] }
  | { readonly outcome: 'failed'; readonly problem: HrProblem }

export type HrClient = {
  readonly sendTrainingRequest: (gap: TrainingGap, signal: AbortSignal) => Promise<Delivery>
  readonly readChangedEmployees: (from: EpochMs, to: EpochMs, signal: AbortSignal) => Promise<ChangedEmployees>
}

/** 200 pages of 500 are a hundred times our plant; beyond, the suite is going round in circles. */
const pagesMax = 200
const pageSize = 500

export const createHrClient = (settings: HrSettings, now: () => EpochMs): HrClient => {
  const call = createHrSession(settings, now)

  return {
    sendTrainingRequest: async (gap, signal) => {
      const result = await call('Training/api/v1/TrainingRequest/Create', toRequest(gap), signal)
      if (!result.ok) return toDelivery(result)
      const receipt = parseReceipt(result.body, gap.gapId)
      // It may have been taken. The key makes asking again harmless, and not asking again would lose it.
      return receipt === undefined
        ? { outcome: 'retry', problem: 'hr-answer-unreadable' }
        : { outcome: 'delivered', receipt }
    },
    readChangedEmployees: async (from, to, signal) => {
      const found = new Map<string, HrEmployee>()
      let scrollId = ''
      for (let page = 0; page < pagesMax; page += 1) {
        const window = { startTime: toLocal(from, settings.timeZone), stopTime: toLocal(to, settings.timeZone) }
        const query = { ...window, timeWindowQueryType: '1', scrollId, capacity: pageSize, isWithDeleted: true }
        const result = await call('TenantBaseExternal/api/v5/Employee/GetByTimeWindow', query, signal)
        if (!result.ok) return { outcome: 'failed', problem: result.problem }
        const read = parseEmployees(result.body)
        if (read === undefined) return { outcome: 'failed', problem: 'hr-answer-unreadable' }
        for (const employee of read.items)
          found.set(employee.jobNumber, newerOf(found.get(employee.jobNumber), employee))
        if (!read.hasMore) return { outcome: 'read', employees: [...found.values()] }
        scrollId = read.scrollId
      }
      // Half a list would read as "everybody else is unchanged".
      return { outcome: 'failed', problem: 'hr-answer-unreadable' }
    },
  }
}

/** Only a plain "not like this" is final. A refused sign-in is mended by whoever keeps the key, and then all of it goes out. */
const toDelivery = ({ problem, waitSecondsMin }: Failure): Delivery => {
  if (problem === 'hr-declined') return { outcome: 'declined', problem }
  return { outcome: 'retry', problem, ...(waitSecondsMin === undefined ? {} : { waitSecondsMin }) }
}

const toRequest = ({ gapId, jobNumber, category, reason, neededBy }: TrainingGap): HrTrainingRequest => ({
  requestKey: gapId,
  jobNumber,
  category,
  reason,
  neededBy,
})

/** Pages overlap while people are being changed; the later word counts. */
const newerOf = (known: HrEmployee | undefined, found: HrEmployee): HrEmployee =>
  known !== undefined && known.modifiedTime > found.modifiedTime ? known : found

const toLocal = (at: EpochMs, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
