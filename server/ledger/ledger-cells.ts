import { ledgerColumns, type LedgerColumn } from '#contract/ledger.ts'
import type { AlarmCode } from '#core/alarms/alarm.ts'
import type { JobStatus } from '#core/job/job.ts'
import type { Messages } from '#core/messages/messages.ts'
import type { ScreenWords } from '#core/messages/screens.zh-cn.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { toLocalMinute } from '../paper/read-permit.ts'

export type LedgerRow = {
  readonly permit_id: string
  readonly job_id: string
  readonly number: string
  readonly operation: string
  readonly level: string
  readonly risk: string
  readonly status: JobStatus
  readonly place_detail: string
  readonly content: string
  readonly applied_at: EpochMs
  readonly window_from: EpochMs
  readonly window_to: EpochMs
  readonly work_unit_name: string
  readonly is_contractor: boolean
  readonly apply_unit: string
  readonly applicant: string
  readonly place: string
  readonly unit: string
  readonly leader: string
  readonly guardians: string
  readonly approvers: string
  readonly alarms: readonly AlarmCode[]
}

export type LedgerSpeech = {
  readonly language: 'zh' | 'en'
  readonly words: ScreenWords['ledger']
  readonly messages: Pick<Messages, 'alarms' | 'statuses'>
  readonly rulebook: Rulebook
  readonly timeZone: string
}

/** A permit in words, in the order of the columns. Page and workbook both take their cells from here, so that they cannot differ. */
export const ledgerCells = (row: LedgerRow, speech: LedgerSpeech): readonly string[] => {
  const time = (at: EpochMs): string => toLocalMinute(at, speech.timeZone)
  const cells: { readonly [C in LedgerColumn]: string } = {
    number: row.number,
    operation: operationName(row.operation, speech),
    level: levelName(row.operation, row.level, speech),
    risk: row.risk,
    status: speech.messages.statuses[row.status],
    unit: row.unit,
    place: [row.place, row.place_detail].filter(Boolean).join(' · '),
    content: row.content,
    window: `${time(row.window_from)} – ${time(row.window_to)}`,
    appliedAt: time(row.applied_at),
    applyUnit: row.apply_unit,
    applicant: row.applicant,
    workUnit: row.work_unit_name,
    contractor: speech.words.isContractor[row.is_contractor ? 'yes' : 'no'],
    leader: row.leader,
    guardians: row.guardians,
    approvers: row.approvers,
    alarms: row.alarms.map((code) => `${code} ${speech.messages.alarms[code]}`).join('；'),
  }
  return ledgerColumns.map((column) => cells[column])
}

export const operationName = (operation: string, { rulebook, language }: LedgerSpeech): string =>
  rulebook.operations[operation]?.name[language] ?? operation

export const levelName = (operation: string, level: string, { rulebook, language }: LedgerSpeech): string =>
  rulebook.operations[operation]?.levels.find(({ id }) => id === level)?.name[language] ?? level
