/**
 * Everything that can be wrong with a ledger, its sheets and its rows, each with what is needed to say it. The words are in
 * core/messages; a code without words breaks the build. Identity numbers and phones never stand in parameters: results are
 * printed, logged and sent around.
 */
export type ProblemParams = {
  'id-number-missing': None
  'id-number-scientific': { readonly text: string }
  'id-number-digits-lost': None
  'id-number-old-15': None
  'id-number-length': { readonly length: number }
  'id-number-characters': None
  'id-number-region': { readonly region: string }
  'id-number-birth-date': { readonly birthDate: string }
  'id-number-age': { readonly birthDate: string; readonly ageYearsMin: number; readonly ageYearsMax: number }
  'id-number-check': { readonly expected: string; readonly found: string }
  'birth-date-differs': { readonly written: string; readonly fromNumber: string }
  'sex-differs': { readonly written: 'female' | 'male' }
  'credit-code-missing': None
  'credit-code-scientific': { readonly text: string }
  'credit-code-length': { readonly length: number }
  'credit-code-characters': None
  'credit-code-check': { readonly expected: string; readonly found: string }
  'credit-code-organisation': None
  'phone-missing': None
  'phone-digits-lost': { readonly text: string }
  'phone-unreadable': { readonly text: string }
  'certificate-number-missing': None
  'certificate-number-damaged': { readonly text: string }
  'certificate-number-length': { readonly length: number; readonly lengthMax: number }
  'certificate-number-characters': None
  'certificate-number-holder': { readonly because: string }
  'date-missing': None
  'date-unreadable': { readonly text: string }
  'date-range-unreadable': { readonly text: string }
  'date-impossible': { readonly text: string }
  'time-impossible': { readonly text: string }
  'date-order-ambiguous': { readonly text: string; readonly one: string; readonly other: string }
  'date-year-two-digits': { readonly text: string }
  'date-day-missing': { readonly text: string }
  'date-serial-out-of-range': { readonly serial: string }
  'date-out-of-range': { readonly text: string; readonly yearMin: number; readonly yearMax: number }
  'date-unlimited-not-allowed': None
  'dates-reversed': { readonly from: string; readonly through: string }
  'date-in-future': { readonly date: string }
  'name-missing': None
  'name-unreadable': { readonly text: string }
  'text-too-long': { readonly length: number; readonly lengthMax: number }
  'cell-error': { readonly error: string }
  'verdict-missing': None
  'verdict-unknown': { readonly text: string }
  'restriction-unknown': { readonly text: string }
  'blood-pressure-unreadable': { readonly text: string }
  'number-unreadable': { readonly text: string }
  'category-missing': None
  'category-unknown': { readonly text: string }
  'employment-unknown': { readonly text: string }
  'employer-missing': None
  'position-missing': None
  'operation-unknown': { readonly text: string }
  'level-unknown': { readonly text: string }
  'mark-unknown': { readonly text: string }
  'person-key-missing': None
  'person-unknown': { readonly name: string }
  'person-ambiguous': { readonly name: string; readonly count: number }

  'phone-several': { readonly count: number }
  'holder-name-differs': { readonly written: string; readonly known: string; readonly where: Place }
  'holder-number-differs': None
  'staff-number-names-another': { readonly staffNumber: string; readonly known: string; readonly where: Place }
  'person-name-differs': { readonly written: string; readonly known: string; readonly where: Place }
  'person-id-differs': { readonly name: string; readonly where: Place }
  'person-value-differs': {
    readonly field: string
    readonly written: string
    readonly known: string
    readonly where: Place
  }
  'credential-dates-differ': {
    readonly field: string
    readonly written: string
    readonly known: string
    readonly where: Place
  }
  'later-issue-earlier-expiry': {
    readonly issuedOn: string
    readonly validThrough: string
    readonly knownIssuedOn: string
    readonly knownValidThrough: string
    readonly where: Place
  }
  'verdict-differs': { readonly date: string; readonly written: string; readonly known: string; readonly where: Place }
  'level-differs': {
    readonly operation: string
    readonly written: string
    readonly known: string
    readonly where: Place
  }
  'changed-after-preview': None

  'row-blank': None
  'row-total': { readonly text: string }
  'row-note': { readonly text: string }
  'row-title': { readonly text: string }
  'row-header': None
  'row-hidden': None
  'row-repeated': { readonly row: number; readonly sheet: string }
  'row-no-mark': None
  'row-older': { readonly date: string; readonly knownDate: string }
  'sheet-hidden': None
  'sheet-empty': None
  'sheet-left-out': None
  'sheet-unrecognised': None
  'header-is-data': None
  'column-missing': { readonly field: string }
  'column-twice': { readonly field: string }

  'undo-not-committed': None
  'undo-too-late': { readonly hours: number; readonly hoursMax: number }
  'undo-replaced-later': { readonly count: number; readonly where: Place }
  'undo-built-upon': { readonly count: number; readonly name: string }
  'undo-relied-on': { readonly count: number; readonly job: string }

  'file-too-large': { readonly sizeMegabytes: number; readonly sizeMegabytesMax: number }
  'file-empty': None
  'file-type-unknown': { readonly name: string }
  'file-type-differs': { readonly name: string; readonly found: string }
  'file-legacy-xls': None
  'file-encrypted': None
  'file-damaged': { readonly part: string }
  'file-expands-too-much': { readonly sizeMegabytesMax: number }
  'file-text-encoding': None
  'rows-too-many': { readonly rowsMax: number }
  'files-too-many': { readonly filesMax: number }
  'columns-too-many': { readonly columnsMax: number }
  'sheets-too-many': { readonly sheetsMax: number }
  'cell-too-long': { readonly row: number; readonly charactersMax: number }
}

type None = { readonly [name: string]: never }

/** Where the other side of a contradiction was read: `file · sheet · row`, or where a value entered by hand came from. */
export type Place = string

export type ProblemCode = keyof ProblemParams
export type Problem = { [C in ProblemCode]: { readonly code: C; readonly params: ProblemParams[C] } }[ProblemCode]

/** A problem at its column, so that the screen and the returned workbook can point at the cell. */
export type RowProblem = Problem & { readonly column?: number }

/** What may become of a row. `conflict` waits for somebody's decision; nothing of it is taken over. */
export type RowOutcome = 'accepted' | 'same' | 'refused' | 'conflict' | 'ignored'

const conflicts: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'phone-several',
  'holder-name-differs',
  'holder-number-differs',
  'staff-number-names-another',
  'person-name-differs',
  'person-id-differs',
  'person-value-differs',
  'credential-dates-differ',
  'later-issue-earlier-expiry',
  'verdict-differs',
  'level-differs',
  'birth-date-differs',
  'sex-differs',
  'changed-after-preview',
])

/** A row that is wrong in itself is refused, even when it also contradicts something: it must be mended first. */
export const outcomeOf = (problems: readonly Problem[]): 'accepted' | 'refused' | 'conflict' => {
  if (problems.length === 0) return 'accepted'
  return problems.every(({ code }) => conflicts.has(code)) ? 'conflict' : 'refused'
}

export const problem = <Code extends ProblemCode>(
  code: Code,
  params: ProblemParams[Code],
  column?: number,
): RowProblem => ({ code, params, ...(column === undefined ? {} : { column }) }) as RowProblem
