import type { ImportWords } from './import-words.ts'

const fields: ImportWords['fields'] = {
  name: 'Name',
  idNumber: 'ID number',
  staffNumber: 'Staff number',
  phone: 'Phone',
  sex: 'Sex',
  birthDate: 'Date of birth',
  department: 'Department',
  position: 'Position',
  team: 'Shift team',
  hiredOn: 'Hired on',
  employment: 'Employment',
  employer: 'Employer',
  creditCode: 'Social credit code',
  certificateNumber: 'Certificate number',
  certificateKind: 'Certificate kind',
  certificateItem: 'Permitted item',
  issuedOn: 'Issued on',
  validFrom: 'Valid from',
  validThrough: 'Valid through',
  validRange: 'Validity period',
  reviewDue: 'Review due',
  reviewedOn: 'Reviewed on',
  issuer: 'Issued by',
  examinedOn: 'Examined on',
  verdict: 'Verdict',
  restrictions: 'Restrictions',
  bloodPressure: 'Blood pressure',
  systolic: 'Systolic',
  diastolic: 'Diastolic',
  followUpDue: 'Follow-up due',
  institution: 'Institution',
  trainingKind: 'Training',
  completedOn: 'Completed on',
  hours: 'Hours',
  score: 'Score',
  operation: 'Operation',
  level: 'Level',
  sequence: 'No.',
  remark: 'Remarks',
}

const fieldName = (field: string): string => (field in fields ? fields[field as keyof typeof fields] : field)
const shown = (value: string): string => (value === '' ? 'empty' : value === 'unlimited' ? 'no end date' : `“${value}”`)
const at = (where: string): string => (where === '' ? 'the records' : where)
const checkId = 'Correct it from the identity card and import again.'
const asText = 'Format the column as text and type the whole number again; lost digits are never guessed.'
const writeDate = 'Write the whole date, like 2026-03-01.'
const decide = 'Compare the two ledgers and decide which one is right.'

export const importEn: ImportWords = {
  fields,
  reasonColumn: 'Import result (reason and remedy)',
  outcomes: {
    accepted: 'Can be imported',
    same: 'Unchanged',
    refused: 'Refused',
    conflict: 'Contradiction, to be decided',
    ignored: 'Skipped',
  },
  kinds: {
    people: 'Staff roster',
    'contractor-people': 'Contractor people',
    'special-operation': 'Special-operation certificates',
    'special-equipment': 'Special-equipment certificates',
    medical: 'Medical verdicts',
    training: 'Training records',
    matrix: 'Position matrix',
  },
  problems: {
    'id-number-missing': { says: () => 'There is no ID number.', remedy: 'Fill in the 18-digit ID number.' },
    'id-number-scientific': {
      says: ({ text }) => `A spreadsheet turned the ID number into ${text}; its last digits are lost.`,
      remedy: asText,
    },
    'id-number-digits-lost': {
      says: () => 'The ID number ends in 000: a spreadsheet may have wiped the digits after the fifteenth.',
      remedy: asText,
    },
    'id-number-old-15': {
      says: () => 'This is an old 15-digit ID number.',
      remedy: 'Fill in the current 18-digit number.',
    },
    'id-number-length': {
      says: ({ length }) => `The ID number has ${length} characters instead of 18.`,
      remedy: checkId,
    },
    'id-number-characters': {
      says: () => 'The ID number has characters other than digits and a final X.',
      remedy: checkId,
    },
    'id-number-region': {
      says: ({ region }) => `The ID number begins with ${region}, which is no region.`,
      remedy: checkId,
    },
    'id-number-birth-date': {
      says: ({ birthDate }) => `The birth date ${birthDate} in the ID number does not exist.`,
      remedy: checkId,
    },
    'id-number-age': {
      says: ({ birthDate, ageYearsMin, ageYearsMax }) =>
        `Born on ${birthDate} by the ID number, which is not an age of ${ageYearsMin} to ${ageYearsMax}.`,
      remedy: checkId,
    },
    'id-number-check': {
      says: ({ expected, found }) => `The check character is ${found}, but the first 17 digits ask for ${expected}.`,
      remedy: checkId,
    },
    'birth-date-differs': {
      says: ({ written, fromNumber }) => `The birth date says ${written}, the ID number ${fromNumber}.`,
      remedy: 'One of them is wrong: check the identity card.',
    },
    'sex-differs': {
      says: ({ written }) => `The sex says ${written}, the ID number the opposite.`,
      remedy: 'One of them is wrong: check the identity card.',
    },
    'credit-code-missing': {
      says: () => 'There is no social credit code.',
      remedy: 'Copy it from the business licence.',
    },
    'credit-code-scientific': {
      says: ({ text }) => `A spreadsheet turned the social credit code into ${text}.`,
      remedy: asText,
    },
    'credit-code-length': {
      says: ({ length }) => `The social credit code has ${length} characters instead of 18.`,
      remedy: 'Correct it from the business licence.',
    },
    'credit-code-characters': {
      says: () => 'The social credit code has characters that never occur in one (such as I, O, S, V, Z).',
      remedy: 'Correct it from the business licence.',
    },
    'credit-code-check': {
      says: ({ expected, found }) =>
        `The check character of the social credit code is ${found} instead of ${expected}.`,
      remedy: 'Correct it from the business licence.',
    },
    'credit-code-organisation': {
      says: () => 'The organisation code within the social credit code fails its check.',
      remedy: 'Correct it from the business licence.',
    },
    'phone-missing': { says: () => 'There is no phone number.', remedy: 'Fill in a mobile number.' },
    'phone-digits-lost': { says: ({ text }) => `A spreadsheet turned the phone number into ${text}.`, remedy: asText },
    'phone-unreadable': {
      says: ({ text }) => `“${text}” is no phone number.`,
      remedy: 'Write an 11-digit mobile number, or a landline with its area code.',
    },
    'phone-several': {
      says: ({ count }) => `The cell holds ${count} phone numbers.`,
      remedy: 'Keep the one that the person uses: a warning to the wrong number is no warning.',
    },
    'certificate-number-missing': {
      says: () => 'There is no certificate number.',
      remedy: 'Copy it from the certificate.',
    },
    'certificate-number-damaged': {
      says: ({ text }) => `A spreadsheet turned the certificate number into ${text}; digits are lost.`,
      remedy: asText,
    },
    'certificate-number-length': {
      says: ({ length, lengthMax }) =>
        `The certificate number has ${length} characters, at most ${lengthMax} are possible.`,
      remedy: 'Check whether the column is the right one.',
    },
    'certificate-number-characters': {
      says: () => 'The certificate number has characters that cannot be part of one.',
      remedy: 'Correct it from the certificate.',
    },
    'certificate-number-holder': {
      says: () => 'The certificate number is made of the holder’s ID number, and that number fails its check.',
      remedy: 'Correct it from the certificate; lost digits are never guessed.',
    },
    'date-missing': { says: () => 'There is no date.', remedy: writeDate },
    'date-unreadable': { says: ({ text }) => `“${text}” does not say which day it is.`, remedy: writeDate },
    'date-range-unreadable': {
      says: ({ text }) => `“${text}” does not say from when to when.`,
      remedy: 'Write it like 2023-05-01 to 2029-04-30.',
    },
    'time-impossible': {
      says: ({ text }) => `No clock shows the time in “${text}” (hours up to 23, minutes and seconds up to 59).`,
      remedy: 'Correct it from the original record.',
    },
    'date-impossible': {
      says: ({ text }) => `There is no day “${text}” in the calendar.`,
      remedy: 'Correct it from the document.',
    },
    'date-order-ambiguous': {
      says: ({ text, one, other }) => `“${text}” may be ${one} or ${other}.`,
      remedy: writeDate,
    },
    'date-year-two-digits': { says: ({ text }) => `The year of “${text}” has only two digits.`, remedy: writeDate },
    'date-day-missing': { says: ({ text }) => `“${text}” does not name a day.`, remedy: writeDate },
    'date-serial-out-of-range': { says: ({ serial }) => `The number ${serial} is no date.`, remedy: writeDate },
    'date-out-of-range': {
      says: ({ text, yearMin, yearMax }) => `The year of “${text}” is not between ${yearMin} and ${yearMax}.`,
      remedy: writeDate,
    },
    'date-unlimited-not-allowed': { says: () => 'A day is needed here; “long-term” is none.', remedy: writeDate },
    'dates-reversed': {
      says: ({ from, through }) => `It begins on ${from}, after it ends on ${through}.`,
      remedy: 'Correct one of them from the document.',
    },
    'date-in-future': {
      says: ({ date }) => `${date} is still to come.`,
      remedy: 'Write the day on which it happened.',
    },
    'name-missing': { says: () => 'There is no name.', remedy: 'Fill in the name.' },
    'name-unreadable': {
      says: ({ text }) => `“${text}” does not look like a name.`,
      remedy: 'Check the column; a name has no digits and no remarks.',
    },
    'text-too-long': {
      says: ({ length, lengthMax }) => `The text has ${length} characters, at most ${lengthMax} are possible.`,
      remedy: 'Check whether the column is the right one.',
    },
    'cell-error': {
      says: ({ error }) => `The cell holds the error ${error}.`,
      remedy: 'Mend the formula, or type the value.',
    },
    'verdict-missing': { says: () => 'There is no verdict.', remedy: 'Copy it from the medical report.' },
    'verdict-unknown': {
      says: ({ text }) => `The verdict “${text}” is not known.`,
      remedy: 'Write fit, restricted (and from what), unfit, or pending.',
    },
    'restriction-unknown': {
      says: ({ text }) => `“${text}” does not say what kind of work is restricted.`,
      remedy: 'Name it: height, confined space, electrical, noise, night or chemical.',
    },
    'blood-pressure-unreadable': {
      says: ({ text }) => `“${text}” is no blood pressure.`,
      remedy: 'Write it like 128/82.',
    },
    'number-unreadable': { says: ({ text }) => `“${text}” is no number.`, remedy: 'Write digits only.' },
    'category-missing': { says: () => 'There is no kind or item.', remedy: 'Copy it from the document.' },
    'category-unknown': {
      says: ({ text }) => `The kind “${text}” is not known.`,
      remedy: 'Write the permitted item in full, as on the certificate.',
    },
    'employment-unknown': { says: ({ text }) => `The status “${text}” is not known.`, remedy: 'Write active or left.' },
    'employer-missing': { says: () => 'The contractor is not named.', remedy: 'Fill in the employer’s full name.' },
    'position-missing': { says: () => 'There is no position.', remedy: 'Fill in the position.' },
    'operation-unknown': {
      says: ({ text }) => `The operation “${text}” is not known.`,
      remedy: 'Use the names of the eight operations.',
    },
    'level-unknown': {
      says: ({ text }) => `“${text}” does not say which level is meant.`,
      remedy: 'Name the level in the header or in the cell.',
    },
    'mark-unknown': {
      says: ({ text }) => `“${text}” is not understood.`,
      remedy: 'Write √ for allowed; × or nothing for not allowed.',
    },
    'person-key-missing': {
      says: () => 'There is only a name, which does not say who it is.',
      remedy: 'Add the ID number or the staff number.',
    },
    'person-unknown': {
      says: ({ name }) => `${name} is not in the people file.`,
      remedy: 'Import the roster first; if the roster’s row was refused, mend that row.',
    },
    'person-ambiguous': {
      says: ({ name, count }) => `There are ${count} people called ${name} in this department.`,
      remedy: 'Add the ID number or the staff number.',
    },
    'holder-name-differs': {
      says: ({ written, known, where }) =>
        `The ID number belongs to ${known} (${at(where)}), but the name here is ${written}.`,
      remedy: 'The document and its holder do not match: check the original.',
    },
    'holder-number-differs': {
      says: () => 'The ID number inside the certificate number is not the one in this row.',
      remedy: 'The document and its holder do not match: check the original.',
    },
    'staff-number-names-another': {
      says: ({ staffNumber, known, where }) => `Staff number ${staffNumber} belongs to ${known} (${at(where)}).`,
      remedy: 'Correct the staff number or the name.',
    },
    'person-name-differs': {
      says: ({ written, known, where }) => `One ID number, two names: ${written} here, ${known} in ${at(where)}.`,
      remedy: 'Check the identity card and correct the wrong one.',
    },
    'person-id-differs': {
      says: ({ name, where }) => `${name} has another ID number in ${at(where)}.`,
      remedy: 'Either a number is wrong or these are two people: check the identity cards.',
    },
    'person-value-differs': {
      says: ({ field, written, known, where }) =>
        written === '' && known === ''
          ? `${fieldName(field)} differs from ${at(where)}.`
          : `${fieldName(field)}: ${shown(written)} here, ${shown(known)} in ${at(where)}.`,
      remedy: decide,
    },
    'credential-dates-differ': {
      says: ({ field, written, known, where }) =>
        `${fieldName(field)} of one document: ${shown(written)} here, ${shown(known)} in ${at(where)}.`,
      remedy: 'Check the original and decide which one is right.',
    },
    'later-issue-earlier-expiry': {
      says: ({ issuedOn, validThrough, knownIssuedOn, knownValidThrough, where }) =>
        `Issued on ${issuedOn} it ends ${shown(validThrough)}, yet the one issued on ${knownIssuedOn} ends ${shown(knownValidThrough)} (${at(where)}): the later one would end first.`,
      remedy: 'Check both originals.',
    },
    'verdict-differs': {
      says: ({ date, written, known, where }) =>
        `Verdict of ${date}: ${shown(written)} here, ${shown(known)} in ${at(where)}.`,
      remedy: 'Check the medical report and decide which one is right.',
    },
    'level-differs': {
      says: ({ written, known, where }) =>
        `Level of one position: ${shown(written)} here, ${shown(known)} in ${at(where)}.`,
      remedy: decide,
    },
    'changed-after-preview': {
      says: () => 'The records have changed since the preview.',
      remedy: 'Preview again, then import.',
    },
    'row-blank': { says: () => 'Blank row.', remedy: 'Nothing to do.' },
    'row-total': { says: ({ text }) => `A total (${text}).`, remedy: 'Nothing to do.' },
    'row-note': { says: ({ text }) => `A note (${text}).`, remedy: 'Nothing to do.' },
    'row-title': { says: ({ text }) => `A title (${text}).`, remedy: 'Nothing to do.' },
    'row-header': { says: () => 'A header.', remedy: 'Nothing to do.' },
    'row-hidden': {
      says: () => 'The row is hidden in the workbook.',
      remedy: 'To import it, choose “include hidden rows” and preview again.',
    },
    'row-repeated': { says: ({ sheet, row }) => `Repeats row ${row} of “${sheet}”.`, remedy: 'Nothing to do.' },
    'row-no-mark': {
      says: () => 'Nothing is marked for this position.',
      remedy: 'Nothing to do, if nothing is meant to be allowed.',
    },
    'row-older': {
      says: ({ date, knownDate }) => `A record of ${date}, older than the known one of ${knownDate}.`,
      remedy: 'Nothing to do: the newer one counts.',
    },
    'sheet-hidden': { says: () => 'The sheet is hidden.', remedy: 'Choose it by hand if it is to be read.' },
    'sheet-empty': { says: () => 'The sheet is empty.', remedy: 'Nothing to do.' },
    'sheet-left-out': { says: () => 'You chose not to read it.', remedy: 'Choose it again if needed.' },
    'sheet-unrecognised': {
      says: () => 'No header was recognised; it does not look like a ledger.',
      remedy: 'If it is one, name the header row and the columns by hand.',
    },
    'header-is-data': {
      says: () => 'This row holds identity numbers, phones or the like: it is data, not a header.',
      remedy: 'Choose the row with the names of the columns.',
    },
    'column-missing': {
      says: ({ field }) => `No column “${fieldName(field)}” was found.`,
      remedy: 'Say which column it is.',
    },
    'column-twice': {
      says: ({ field }) => `Two columns are taken for “${fieldName(field)}”.`,
      remedy: 'Keep one; take the other for something else, or do not read it.',
    },
    'undo-not-committed': { says: () => 'This import has not taken effect.', remedy: 'Nothing to do.' },
    'undo-too-late': {
      says: ({ hours, hoursMax }) => `It was imported ${hours} hours ago; undo is possible for ${hoursMax} hours.`,
      remedy: 'Import a corrected ledger.',
    },
    'undo-replaced-later': {
      says: ({ count, where }) => `${count} of its values were replaced later (for example by ${at(where)}).`,
      remedy: 'Undo the later import first.',
    },
    'undo-built-upon': {
      says: ({ count, name }) => `${count} people whom it brought are already in use (for example ${name}).`,
      remedy: 'Import a corrected ledger instead.',
    },
    'undo-relied-on': {
      says: ({ count, job }) => `${count} decisions about jobs relied on what it brought (for example job ${job}).`,
      remedy: 'Import a corrected ledger instead.',
    },
    'file-too-large': {
      says: ({ sizeMegabytes, sizeMegabytesMax }) =>
        `The file has ${sizeMegabytes} MB, at most ${sizeMegabytesMax} MB are possible.`,
      remedy: 'Split it into several files.',
    },
    'file-empty': { says: () => 'The file is empty.', remedy: 'Export it again.' },
    'file-type-unknown': {
      says: ({ name }) => `The type of “${name}” is not known.`,
      remedy: 'Save it as .xlsx or .csv.',
    },
    'file-type-differs': {
      says: ({ name, found }) => `The content of “${name}” is ${found}.`,
      remedy: 'Open it in a spreadsheet and save it as .xlsx or .csv.',
    },
    'file-legacy-xls': {
      says: () => 'This is the old .xls format.',
      remedy: 'Open it in a spreadsheet and save it as .xlsx.',
    },
    'file-encrypted': { says: () => 'The file has a password.', remedy: 'Remove the password first.' },
    'file-damaged': {
      says: ({ part }) => `The file is damaged: reading stops at ${part}.`,
      remedy: 'Open it in a spreadsheet and save it again.',
    },
    'file-expands-too-much': {
      says: ({ sizeMegabytesMax }) => `Unpacked, the file exceeds ${sizeMegabytesMax} MB.`,
      remedy: 'Remove needless formatting and blank rows, or split it.',
    },
    'file-text-encoding': {
      says: () => 'The text of the file is in an unknown encoding.',
      remedy: 'Save it as .csv in UTF-8.',
    },
    'rows-too-many': { says: ({ rowsMax }) => `More than ${rowsMax} rows.`, remedy: 'Split it into several files.' },
    'files-too-many': {
      says: ({ filesMax }) => `At most ${filesMax} files at a time.`,
      remedy: 'Import them in several steps.',
    },
    'columns-too-many': {
      says: ({ columnsMax }) => `More than ${columnsMax} columns.`,
      remedy: 'Remove needless columns.',
    },
    'sheets-too-many': {
      says: ({ sheetsMax }) => `More than ${sheetsMax} sheets.`,
      remedy: 'Split it into several files.',
    },
    'cell-too-long': {
      says: ({ row, charactersMax }) => `Row ${row} has more than ${charactersMax} characters.`,
      remedy: 'Check what was pasted into it.',
    },
  },
}
