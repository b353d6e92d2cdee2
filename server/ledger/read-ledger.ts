import { ledgerColumns, type LedgerDimension, type LedgerPage, type LedgerQuery } from '#contract/ledger.ts'
import type { AlarmCode } from '#core/alarms/alarm.ts'
import type { JobStatus } from '#core/job/job.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from '../store/database.ts'
import { ledgerCells, levelName, operationName, type LedgerRow, type LedgerSpeech } from './ledger-cells.ts'
import { countsSql, ledgerSource, lineColumns, lineOrder, type LedgerSource } from './ledger-sql.ts'

const linesPerPage = 50

/** One page of the ledger, with how many permits there are of each value in all that was asked. */
export const readLedger = async (
  tx: Tx,
  query: LedgerQuery,
  speech: LedgerSpeech,
  now: EpochMs,
): Promise<LedgerPage> => {
  const source = ledgerSource(tx.plantId, query, now)
  const [lines, counted, total] = await Promise.all([
    readLines(tx, source, query.after),
    tx.query<Count>(countsSql(source), [...source.values]),
    tx.query<{ count: number }>(`select count(*) as count ${source.sql}`, [...source.values]),
  ])
  const last = lines.at(-1)
  return {
    now,
    columns: ledgerColumns.map((id) => ({ id, title: speech.words.columns[id] })),
    lines: lines.map((row) => ({ permit: row.permit_id, job: row.job_id, cells: ledgerCells(row, speech) })),
    total: total.rows[0]?.count ?? 0,
    after: lines.length < linesPerPage || !last ? null : `${last.window_from}.${last.permit_id}`,
    counts: countsOf(counted.rows, speech),
  }
}

/** The next lines behind a line: wherever others were added meanwhile, none is shown twice and none is left out. */
const readLines = async (
  tx: Tx,
  { sql, values }: LedgerSource,
  after: string | undefined,
): Promise<readonly LedgerRow[]> => {
  const [from = '', permit = ''] = after?.split('.') ?? []
  const behind = /^\d+$/.test(from)
    ? {
        sql: `and (p.window_from, p.permit_id) < ($${values.length + 1}::bigint, $${values.length + 2})`,
        values: [from, permit],
      }
    : { sql: '', values: [] }
  const { rows } = await tx.query<LedgerRow>(
    `select ${lineColumns} ${sql} ${behind.sql} order by ${lineOrder} limit ${linesPerPage}`,
    [...values, ...behind.values],
  )
  return rows
}

type Count = {
  readonly dimension: LedgerDimension
  readonly value: string
  readonly name: string | null
  readonly count: number
}

const countsOf = (rows: readonly Count[], speech: LedgerSpeech): LedgerPage['counts'] => {
  const of = (dimension: LedgerDimension) =>
    rows.flatMap((row) =>
      row.dimension === dimension
        ? [{ value: row.value, name: nameOf(dimension, row.value, row.name, speech), count: row.count }]
        : [],
    )
  return {
    operation: of('operation'),
    level: of('level'),
    status: of('status'),
    unit: of('unit'),
    place: of('place'),
    applyUnit: of('applyUnit'),
    workUnit: of('workUnit'),
    contractor: of('contractor'),
    leader: of('leader'),
    month: of('month').toSorted((a, b) => (a.value < b.value ? 1 : -1)),
    alarm: of('alarm'),
  }
}

export const nameOf = (
  dimension: LedgerDimension,
  value: string,
  name: string | null,
  speech: LedgerSpeech,
): string => {
  switch (dimension) {
    case 'operation':
      return operationName(value, speech)
    case 'level': {
      const [operation = '', level = ''] = value.split('/')
      return `${operationName(operation, speech)} ${levelName(operation, level, speech)}`
    }
    case 'status':
      return speech.messages.statuses[value as JobStatus] ?? value
    case 'contractor':
      return speech.words.isContractor[value === 'yes' ? 'yes' : 'no']
    case 'alarm':
      return `${value} ${speech.messages.alarms[value as AlarmCode] ?? ''}`.trim()
    case 'unit':
    case 'place':
    case 'applyUnit':
    case 'workUnit':
    case 'leader':
    case 'month':
      return name || value || speech.words.unknown
  }
}
