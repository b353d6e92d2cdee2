import type { CertificateEntry, MedicalEntry, TrainingEntry } from './entry.ts'
import { problem, type Place, type RowProblem } from './problems.ts'

/** A certificate or training that the person holds already in this category. */
export type KnownCredential = {
  readonly id: string
  readonly numberIndex: string | null
  readonly issuedOn: string | null
  readonly validThrough: string | null
  readonly reviewDue: string | null
  readonly where: Place
  readonly isOfThisImport: boolean
}

export type KnownMedical = {
  readonly examinedOn: string | null
  readonly verdict: string
  readonly restrictions: readonly string[]
  readonly validThrough: string | null
  readonly systolicMmHg: number | null
  readonly diastolicMmHg: number | null
  readonly followUpDue: string | null
  readonly where: Place
  readonly isOfThisImport: boolean
}

export type DocumentJudgement =
  | { readonly kind: 'new' }
  | { readonly kind: 'same' }
  /** A renewal: the known one becomes history. */
  | { readonly kind: 'supersede'; readonly id: string }
  /** The same document with a date that was moved on, as after a review. */
  | { readonly kind: 'change'; readonly id: string }
  | { readonly kind: 'conflict' | 'ignored'; readonly problems: readonly RowProblem[] }

const unlimited = '9999-12-31'
const lastDay = (day: string | null | undefined): string => (day === 'unlimited' ? unlimited : (day ?? ''))

/**
 * Compares a certificate with the one known in its category. The day of issue tells two documents apart, because a renewed one
 * keeps its number; a document issued later that ends earlier is a contradiction, whichever of the two ledgers is wrong.
 */
export const judgeCertificate = (
  entry: CertificateEntry,
  numberIndex: string,
  known: KnownCredential | undefined,
): DocumentJudgement => {
  if (!known) return { kind: 'new' }
  const issuedOn = entry.issuedOn ?? entry.validFrom ?? null
  const isSameIssue = issuedOn === null || known.issuedOn === null || issuedOn === known.issuedOn
  if (isSameIssue) return judgeSameIssue(entry, numberIndex, known)

  const isLater = issuedOn > known.issuedOn
  const endsLater = lastDay(entry.validThrough) > lastDay(known.validThrough)
  if (isLater !== endsLater) {
    return conflict(
      problem('later-issue-earlier-expiry', {
        issuedOn,
        validThrough: entry.validThrough,
        knownIssuedOn: known.issuedOn,
        knownValidThrough: known.validThrough ?? '',
        where: known.where,
      }),
    )
  }
  if (isLater) return { kind: 'supersede', id: known.id }
  return { kind: 'ignored', problems: [problem('row-older', { date: issuedOn, knownDate: known.issuedOn })] }
}

const judgeSameIssue = (entry: CertificateEntry, numberIndex: string, known: KnownCredential): DocumentJudgement => {
  const { where } = known
  if (known.numberIndex !== null && known.numberIndex !== numberIndex) {
    return conflict(
      problem('credential-dates-differ', { field: 'certificateNumber', written: entry.number, known: '', where }),
    )
  }
  if (lastDay(entry.validThrough) !== lastDay(known.validThrough)) {
    return conflict(
      problem('credential-dates-differ', {
        field: 'validThrough',
        written: entry.validThrough,
        known: known.validThrough ?? '',
        where,
      }),
    )
  }
  if (entry.reviewDue === undefined || entry.reviewDue === known.reviewDue) return { kind: 'same' }
  // After a review the next one is due later; a ledger that puts it earlier contradicts the other.
  if (!known.isOfThisImport && (known.reviewDue === null || entry.reviewDue > known.reviewDue))
    return { kind: 'change', id: known.id }
  return conflict(
    problem('credential-dates-differ', {
      field: 'reviewDue',
      written: entry.reviewDue,
      known: known.reviewDue ?? '',
      where,
    }),
  )
}

export const judgeTraining = (entry: TrainingEntry, known: KnownCredential | undefined): DocumentJudgement => {
  if (!known) return { kind: 'new' }
  if (known.issuedOn === null || entry.completedOn > known.issuedOn) return { kind: 'supersede', id: known.id }
  if (entry.completedOn < known.issuedOn) {
    return { kind: 'ignored', problems: [problem('row-older', { date: entry.completedOn, knownDate: known.issuedOn })] }
  }
  if (entry.validThrough === undefined || entry.validThrough === known.validThrough) return { kind: 'same' }
  return conflict(
    problem('credential-dates-differ', {
      field: 'validThrough',
      written: entry.validThrough,
      known: known.validThrough ?? '',
      where: known.where,
    }),
  )
}

export const judgeMedical = (entry: MedicalEntry, known: KnownMedical | undefined): DocumentJudgement => {
  if (!known) return { kind: 'new' }
  if (known.examinedOn === null || entry.examinedOn > known.examinedOn) return { kind: 'supersede', id: '' }
  if (entry.examinedOn < known.examinedOn) {
    return {
      kind: 'ignored',
      problems: [problem('row-older', { date: entry.examinedOn, knownDate: known.examinedOn })],
    }
  }
  const { where } = known
  const problems: RowProblem[] = []
  const written = [entry.verdict, ...entry.restrictions].join('+')
  const before = [known.verdict, ...known.restrictions].join('+')
  if (written !== before)
    problems.push(problem('verdict-differs', { date: entry.examinedOn, written, known: before, where }))
  for (const [field, value, knownValue] of [
    ['validThrough', entry.validThrough, known.validThrough],
    ['followUpDue', entry.followUpDue, known.followUpDue],
    ['systolic', entry.systolicMmHg?.toString(), known.systolicMmHg?.toString() ?? null],
    ['diastolic', entry.diastolicMmHg?.toString(), known.diastolicMmHg?.toString() ?? null],
  ] as const) {
    if (value !== undefined && value !== knownValue) {
      problems.push(problem('credential-dates-differ', { field, written: value, known: knownValue ?? '', where }))
    }
  }
  return problems.length === 0 ? { kind: 'same' } : { kind: 'conflict', problems }
}

const conflict = (...problems: RowProblem[]): DocumentJudgement => ({ kind: 'conflict', problems })
