import { holdPointOrder, type HoldPoint, type HoldPointKind } from '../hold-point.ts'
import type { Demand } from '../rulebook.ts'
import { groundedRecord } from './record-reader.ts'
import { limit, texts } from './part-readers.ts'
import type { LevelId } from '../../ids.ts'
import {
  complain,
  flag,
  idText,
  isFields,
  list,
  nonEmptyList,
  numberWithin,
  under,
  unread,
  wordOf,
  type Reader,
} from './reader.ts'

const kind = wordOf(...holdPointOrder)
const applies: Reader<true> = (input, spot) =>
  input === true ? true : complain(spot, 'wrong-kind', { expected: 'flag' })
const appliesNot: Reader<false> = (input, spot) =>
  input === false ? false : complain(spot, 'wrong-kind', { expected: 'flag' })

const notApplicable = groundedRecord({ kind, applies: appliesNot, name: texts })

export const holdPointReader = (demand: Reader<Demand>): Reader<HoldPoint> => {
  const requires = list(demand)
  const readers: { readonly [K in HoldPointKind]: Reader<HoldPoint> } = {
    'witnessed-check': groundedRecord({
      kind: wordOf('witnessed-check'),
      applies,
      name: texts,
      requires: nonEmptyList(demand),
      checks: nonEmptyList(groundedRecord({ id: idText(), name: texts, by: wordOf('leader', 'guardian') })),
    }),
    'gas-test': groundedRecord(
      { kind: wordOf('gas-test'), applies, name: texts, requires: nonEmptyList(demand) },
      {
        recordEveryMinutes: groundedRecord({ value: numberWithin(0) }, { levels: nonEmptyList(idText<LevelId>()) }),
        daily: groundedRecord({}),
      },
    ),
    ventilation: groundedRecord({ kind: wordOf('ventilation'), applies, name: texts, requires: nonEmptyList(demand) }),
    'guardian-sign-in': groundedRecord({
      kind: wordOf('guardian-sign-in'),
      applies,
      name: texts,
      requires: nonEmptyList(demand),
      fenceMetresMax: limit,
      silentMinutesMax: limit,
      suspendsWhenLeft: flag,
    }),
    snapshot: groundedRecord({
      kind: wordOf('snapshot'),
      applies,
      name: texts,
      everyMinutes: limit,
      toleranceMinutes: limit,
      pictures: nonEmptyList(wordOf('work-face', 'guardian')),
    }),
    'close-out': groundedRecord({
      kind: wordOf('close-out'),
      applies,
      name: texts,
      requires,
      fireWatchMinutes: limit,
      residuePicturesMin: limit,
    }),
  }
  return (input, spot) => {
    if (!isFields(input)) return complain(spot, 'wrong-kind', { expected: 'fields' })
    const which = kind(input['kind'], under(spot, 'kind'))
    if (which === unread) return unread
    return input['applies'] === false ? notApplicable(input, spot) : readers[which](input, spot)
  }
}
