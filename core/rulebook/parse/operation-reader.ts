import type { DutyId, LevelId, MeasureId, OperationId, StepId } from '../../ids.ts'
import type { Condition } from '../condition.ts'
import type { ApprovalStep, Conflict, Demand, Level, Operation, SigningFactor } from '../rulebook.ts'
import { formField, preparationReader } from './form-reader.ts'
import { holdPointReader } from './hold-point-reader.ts'
import { limit, texts } from './part-readers.ts'
import { groundedRecord, record } from './record-reader.ts'
import {
  complain,
  flag,
  idText,
  isFields,
  list,
  nonEmptyList,
  numberWithin,
  text,
  wordOf,
  type Reader,
} from './reader.ts'

export const riskLevel = wordOf('L1', 'L2', 'L3', 'L4', 'L5')

export const operationReader = (demand: Reader<Demand>, when: Reader<Condition>): Reader<Operation> => {
  const requires = list(demand)
  const role = record({ requires: nonEmptyList(demand) })
  const countRow = groundedRecord({ atLeast: numberWithin(1) }, { when })
  return record(
    {
      id: idText<OperationId>(),
      name: texts,
      numberPrefix: text,
      levels: nonEmptyList(level),
      levelRows: nonEmptyList(groundedRecord({ level: idText<LevelId>() }, { when })),
      upgrades: list(groundedRecord({ id: idText(), when })),
      riskRows: nonEmptyList(groundedRecord({ risk: riskLevel }, { when })),
      fields: list(formField),
      crew: record({
        requires: nonEmptyList(demand),
        duties: nonEmptyList(record({ id: idText<DutyId>(), name: texts, requires })),
      }),
      leader: role,
      guardian: record({ countMin: nonEmptyList(countRow), requires: nonEmptyList(demand) }),
      preparations: list(preparationReader(when)),
      measures: list(groundedRecord({ id: idText<MeasureId>(), text: texts, optional: flag })),
      approvals: nonEmptyList(approvalStep(when)),
      holdPoints: list(holdPointReader(demand)),
      atSubmit: requires,
      atApproval: requires,
      atStart: nonEmptyList(demand),
      atResume: nonEmptyList(demand),
      acceptances: nonEmptyList(
        groundedRecord({ id: idText(), name: texts, by: wordOf('leader', 'guardian', 'unit') }, { factor }),
      ),
      conflicts: list(conflict),
    },
    { gasAnalyst: record({ requires: nonEmptyList(demand) }, { when }) },
  )
}

const level: Reader<Level> = record(
  {
    id: idText<LevelId>(),
    name: texts,
    validHoursMax: limit,
    reTestAfterBreakMinutes: limit,
  },
  { feedCode: text },
)

const signatory = { authority: idText(), of: wordOf('place-unit', 'plant') } as const

const factor: Reader<SigningFactor> = groundedRecord({ value: wordOf('pin') })

const approvalStep = (when: Reader<Condition>): Reader<ApprovalStep> =>
  groundedRecord(
    {
      id: idText<StepId>(),
      name: texts,
      levels: nonEmptyList(idText<LevelId>()),
      by: record(signatory),
      withinMinutes: limit,
      onSite: groundedRecord({ required: flag, fenceMetresMax: numberWithin(0) }),
    },
    { when, factor, group: idText(), escalateTo: groundedRecord({ ...signatory, maySign: flag }) },
  )

const withinMetres = record({ metresMax: numberWithin(0) })
const withinSame = record({ same: wordOf('place', 'pipe', 'dike') })

const within: Reader<Conflict['within']> = (input, spot) => {
  if (!isFields(input)) return complain(spot, 'wrong-kind', { expected: 'fields' })
  return 'same' in input ? withinSame(input, spot) : withinMetres(input, spot)
}

const conflict: Reader<Conflict> = groundedRecord({
  id: idText(),
  with: record({ operation: idText<OperationId>() }, { activity: idText() }),
  within,
})
