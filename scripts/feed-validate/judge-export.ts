import { kindOfRecord, validateFeedRecord, type FeedKind, type FeedProblem } from '#core/feed/validate-record.ts'

/** One record of an export that does not keep to the tables; `at` is its line, or its place in the list, from 1. */
export type FaultyRecord = {
  readonly at: number
  readonly kind: FeedKind
  readonly problems: readonly (FeedProblem | { readonly field: ''; readonly rule: 'not-json' })[]
}

export type ExportVerdict = {
  readonly tickets: number
  readonly alarms: number
  readonly faulty: readonly FaultyRecord[]
}

/** Anybody's export: one list of records, or one record a line. A line that cannot be read is a fault of its own and hides no other. */
export const judgeExport = (text: string): ExportVerdict => {
  const found = readRecords(text.replace(/^\uFEFF/, ''))
  return {
    tickets: found.filter(({ record }) => kindOfRecord(record) === 'ticket').length,
    alarms: found.filter(({ record }) => kindOfRecord(record) === 'alarm').length,
    faulty: found.flatMap(({ at, record, isReadable }): readonly FaultyRecord[] => {
      const kind = kindOfRecord(record)
      if (!isReadable) return [{ at, kind, problems: [{ field: '', rule: 'not-json' }] }]
      const problems = validateFeedRecord(kind, record)
      return problems.length === 0 ? [] : [{ at, kind, problems }]
    }),
  }
}

type Found = { readonly at: number; readonly record: unknown; readonly isReadable: boolean }

const readRecords = (text: string): readonly Found[] => {
  const whole = readJson(text)
  if (whole.isReadable) {
    const records: readonly unknown[] = Array.isArray(whole.record) ? whole.record : [whole.record]
    return records.map((record, index) => ({ at: index + 1, record, isReadable: true }))
  }
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ at: index + 1, ...readJson(line) }]))
}

const readJson = (text: string): Omit<Found, 'at'> => {
  try {
    return { record: JSON.parse(text) as unknown, isReadable: true }
  } catch {
    return { record: undefined, isReadable: false }
  }
}
