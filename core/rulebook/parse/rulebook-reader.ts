import type { CategoryId, GasId, OperationId } from '../../ids.ts'
import type { IsoDate } from '../../time/epoch.ts'
import type { Gas, Rulebook } from '../rulebook.ts'
import { changesReader } from './changes-reader.ts'
import { conditionReader, timeOfDay } from './condition-reader.ts'
import { contingencyReader } from './contingency-reader.ts'
import { deadlineReader } from './deadline-reader.ts'
import { demandReader } from './demand-reader.ts'
import type { KnownWords } from './known-words.ts'
import { operationReader, riskLevel } from './operation-reader.ts'
import { limit, texts } from './part-readers.ts'
import { groundedRecord, record } from './record-reader.ts'
import {
  complain,
  idText,
  isFields,
  list,
  mapOf,
  nonEmptyList,
  numberWithin,
  text,
  textLike,
  under,
  unread,
  wordOf,
  type Reader,
} from './reader.ts'

const isRealDay = (day: string): boolean =>
  !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)

const day: Reader<IsoDate> = (input, spot) => {
  const read = textLike<IsoDate>(/^\d{4}-\d{2}-\d{2}$/, 'date')(input, spot)
  return read === unread || isRealDay(read) ? read : complain(spot, 'wrong-kind', { expected: 'date' })
}

const weekday: Reader<number> = (input, spot) => {
  const read = numberWithin(1, 7)(input, spot)
  return read === unread || Number.isInteger(read) ? read : complain(spot, 'wrong-kind', { expected: 'weekday 1–7' })
}

const category = record({
  id: idText<CategoryId>(),
  kind: wordOf('certificate', 'training'),
  name: texts,
  remedy: wordOf('training-request', 'certificate-renewal'),
})

const gasCommon = { id: idText<GasId>(), name: texts } as const
const gasReaders: { readonly [K in Gas['kind']]: Reader<Gas> } = {
  oxygen: record({ ...gasCommon, kind: wordOf('oxygen') }, { formula: text }),
  combustible: record(
    { ...gasCommon, kind: wordOf('combustible'), lelPercentVol: numberWithin(0.1, 100) },
    { formula: text },
  ),
  toxic: groundedRecord(
    {
      ...gasCommon,
      kind: wordOf('toxic'),
      molarMassGramsPerMole: numberWithin(1),
      limitMgPerM3Max: numberWithin(0),
      basis: wordOf('MAC', 'PC-STEL', 'PC-TWA'),
    },
    { formula: text },
  ),
}

const gas: Reader<Gas> = (input, spot) => {
  if (!isFields(input)) return complain(spot, 'wrong-kind', { expected: 'fields' })
  const kind = wordOf('oxygen', 'combustible', 'toxic')(input['kind'], under(spot, 'kind'))
  return kind === unread ? unread : gasReaders[kind](input, spot)
}

export const rulebookReader = (known: KnownWords): Reader<Rulebook> => {
  const when = conditionReader(known)
  return record(
    {
      id: idText(),
      edition: text,
      effectiveFrom: day,
      name: texts,
      basis: nonEmptyList(text),
      calendar: record({ night: groundedRecord({ from: timeOfDay, to: timeOfDay }), restWeekdays: list(weekday) }),
      categories: list(category),
      gases: nonEmptyList(gas),
      operations: mapOf(operationReader(demandReader(known, when), when)),
      combinations: list(groundedRecord({ id: idText(), when, needs: idText<OperationId>() })),
      risks: nonEmptyList(riskLevel),
    },
    {
      changes: changesReader,
      deadlines: list(deadlineReader),
      retention: list(groundedRecord({ id: idText(), name: texts, daysMin: numberWithin(1) })),
      booking: groundedRecord({ cutOff: timeOfDay }),
      signing: record({
        addedSigner: groundedRecord({ authorities: nonEmptyList(idText()) }),
        delegationDaysMax: limit,
      }),
      contingencies: list(contingencyReader),
    },
  )
}
