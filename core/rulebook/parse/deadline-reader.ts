import { deadlineDuties, type Deadline } from '../deadline.ts'
import { idText, numberWithin, wordOf, type Reader } from './reader.ts'
import { groundedRecord, record } from './record-reader.ts'

export const deadlineReader: Reader<Deadline> = groundedRecord(
  {
    id: wordOf(...deadlineDuties),
    escalateTo: record({ authority: idText(), of: wordOf('place-unit', 'plant') }),
  },
  { withinMinutes: numberWithin(1) },
)
