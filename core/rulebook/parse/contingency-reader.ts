import type { StepId } from '../../ids.ts'
import type { ContingencyMode } from '../contingency-mode.ts'
import { limit, texts } from './part-readers.ts'
import { groundedRecord, record } from './record-reader.ts'
import { idText, list, nonEmptyList, numberWithin, wordOf, type Reader } from './reader.ts'

const authority = record({ authority: idText() })

export const contingencyReader: Reader<ContingencyMode> = groundedRecord({
  id: idText(),
  name: texts,
  silentSource: wordOf('fixed-detectors', 'gateway', 'positioning'),
  silentMinutesMin: limit,
  hoursMax: limit,
  by: authority,
  fulfils: nonEmptyList(wordOf('air-is-watched', 'position')),
  extends: list(groundedRecord({ step: idText<StepId>(), minutes: numberWithin(1) })),
  debt: record({
    dueHours: limit,
    by: authority,
    escalateTo: authority,
    oxygenPercent: limit,
    lelPercent: limit,
    toxicPercentOfLimit: limit,
  }),
})
