import { paperZhCn as words } from '#core/messages/paper.zh-cn.ts'
import { unitsZhCn } from '#core/messages/vocabulary.zh-cn.ts'
import { gasTestZhCn } from '#core/messages/screens/gas-test.zh-cn.ts'
import { toLimitUnit } from '#core/gas/concentration.ts'
import { bandOf } from '#core/gas/judge-reading.ts'
import { readGasLimits } from '#core/gas/read-gas-limits.ts'
import type { GasReading } from '#core/job/site-records.ts'
import type { Gas, Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import type { PermitOnRecord } from './describe-permit.ts'
import { formLinesOf } from './form-lines.ts'
import { nameIn } from './name-in.ts'
import type { Table } from './permit-paper.ts'

/** Every sample of the job; a job without one leaves a line free. */
export const gasTable = (record: PermitOnRecord, operation: Operation): Table | null => {
  if (!operation.holdPoints.some(({ kind, applies }) => kind === 'gas-test' && applies)) return null
  const { job, rulebook, names, clock } = record
  const rows = job.record.gasTests.flatMap(({ samples, analyst }) =>
    samples.map(({ point, takenAt, readings }) => [
      clock(takenAt),
      gasTestZhCn.point(point),
      readings.map((reading) => sayReading(reading, rulebook)).join('；'),
      nameIn(names)(analyst),
    ]),
  )
  const { title, head } = words.gas
  const limits = formLinesOf(operation.id).statesLimits ? limitsOf(record, operation) : []
  return {
    title,
    head,
    rows: rows.length === 0 ? [head.map(() => '')] : rows,
    ...(limits.length === 0 ? {} : { note: words.gas.limits(limits) }),
  }
}

/** In the unit of the limit, with what the detector showed beside it where that is another. */
const sayReading = ({ gas: id, value, unit }: GasReading, { gases }: Rulebook): string => {
  const gas = gases.find((one) => one.id === id)
  const shown = `${value} ${unitsZhCn[unit]}`
  const converted = gas === undefined ? 'unit-unfit' : toLimitUnit(gas, { value, unit })
  const name = gas?.name.zh ?? id
  if (typeof converted === 'string') return `${name} ${shown}`
  const [inLimitUnit, limitUnit] =
    'percentVol' in converted
      ? [converted.percentVol, 'percent-vol' as const]
      : [converted.mgPerM3, 'mg-per-m3' as const]
  return unit === limitUnit
    ? `${name} ${shown}`
    : `${name} ${Number(inLimitUnit.toPrecision(3))} ${unitsZhCn[limitUnit]}（${shown}）`
}

/** The limits of the gases that were measured, as far as this operation asks for them. */
const limitsOf = ({ job, rulebook }: PermitOnRecord, { holdPoints }: Operation): readonly string[] => {
  const measured = new Set(
    job.record.gasTests.flatMap(({ samples }) => samples.flatMap(({ readings }) => readings.map(({ gas }) => gas))),
  )
  return holdPoints
    .flatMap((point) => (point.kind === 'gas-test' && point.applies ? point.requires : []))
    .filter(({ rule }) => rule === 'gas-within-limits@1')
    .flatMap(({ parameters }) => {
      const limits = readGasLimits(parameters)
      const { kinds } = parameters
      if (limits === null || !Array.isArray(kinds)) return []
      return rulebook.gases
        .filter(({ id, kind }) => measured.has(id) && kinds.includes(kind))
        .map((gas) => sayLimit(gas, limits))
    })
}

/** Both bounds of oxygen: the paper does not know what the air of the place was taken for when it was judged. */
const sayLimit = (gas: Gas, limits: NonNullable<ReturnType<typeof readGasLimits>>): string => {
  const { between, most, enriched } = words.gas
  const { min, max } = bandOf(gas, limits, false)
  const unit = unitsZhCn[gas.kind === 'toxic' ? 'mg-per-m3' : 'percent-vol']
  const limit = min === null ? most(gas.name.zh, max, unit) : between(gas.name.zh, min, max, unit)
  return gas.kind === 'oxygen' ? enriched(limit, bandOf(gas, limits, true).max, unit) : limit
}
