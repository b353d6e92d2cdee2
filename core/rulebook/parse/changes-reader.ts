import type { Agreement, ChangeRules } from '../changes.ts'
import { groundedRecord, record } from './record-reader.ts'
import { flag, idText, list, numberWithin, wordOf, type Reader } from './reader.ts'

const agreedBy: Reader<Agreement> = record({
  authority: idText(),
  of: wordOf('place-unit', 'plant'),
  withinMinutes: numberWithin(1),
})

export const changesReader: Reader<ChangeRules> = record({
  people: list(groundedRecord({ role: wordOf('crew', 'guardian', 'leader') }, { agreedBy })),
  conditions: groundedRecord({ analysis: flag, measures: flag, briefing: flag, approvals: flag }),
  reissue: groundedRecord({}),
  cancelling: groundedRecord({}, { agreedBy }),
  voiding: groundedRecord({ agreedBy }),
})
