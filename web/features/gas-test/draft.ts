import type { GasLine } from '#core/gas/gas-checklist.ts'
import { toLimitUnit } from '#core/gas/concentration.ts'
import { judgeReading } from '#core/gas/judge-reading.ts'
import { likelierUnit, unitsOf } from '#core/gas/typed-unit.ts'
import type { GasTest, GasUnit } from '#core/job/site-records.ts'
import { epochMs } from '#core/time/epoch.ts'

/** What has been typed so far: texts with the moment of the last key, and the unit that the display is set to. */
export type Draft = {
  readonly typed: { readonly [line: string]: { readonly text: string; readonly at: number } }
  readonly units: { readonly [gas: string]: GasUnit }
}
export const emptyDraft: Draft = { typed: {}, units: {} }

export const lineKey = ({ point, gas }: Pick<GasLine, 'point' | 'gas'>): string => `${point} ${gas.id}`

export const unitOf = ({ units }: Draft, { gas }: Pick<GasLine, 'gas'>): GasUnit =>
  units[gas.id] ?? unitsOf(gas)[0] ?? 'percent-vol'

/** "19." is on its way to 19.2 and is no number yet. */
export const valueOf = (draft: Draft, line: GasLine): number | null => {
  const text = draft.typed[lineKey(line)]?.text.trim() ?? ''
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

/** What stands of a typed value, by the rules of the server; `asked` says in which unit it was more likely read. */
export type Finding =
  | { readonly kind: 'none' }
  | { readonly kind: 'good' | 'over' | 'low' | 'impossible' }
  | { readonly kind: 'asked'; readonly unit: GasUnit; readonly amount: number; readonly isGood: boolean }

export const findingOf = (draft: Draft, line: GasLine): Finding => {
  const value = valueOf(draft, line)
  if (value === null) return { kind: 'none' }
  const reading = { value, unit: unitOf(draft, line) }
  const [problem] = judgeReading(line, reading, line.band)
  const unit = likelierUnit(line.gas, reading)
  const other = unit && toLimitUnit(line.gas, { value, unit })
  if (unit && typeof other === 'object' && other !== null && 'percentVol' in other)
    return { kind: 'asked', unit, amount: other.percentVol, isGood: problem === undefined }
  if (!problem) return { kind: 'good' }
  if (problem.code !== 'gas-out-of-limits') return { kind: 'impossible' }
  const { value: amount, min } = problem.params
  return { kind: min !== null && amount < min ? 'low' : 'over' }
}

/** The readings as they are handed in, one sample a point, taken when its last value was read. */
export const samplesOf = (draft: Draft, lines: readonly GasLine[]): GasTest['samples'] =>
  [...new Set(lines.map(({ point }) => point))].map((point) => {
    const here = lines.filter((line) => line.point === point)
    return {
      point,
      takenAt: epochMs(Math.round(Math.max(...here.map((line) => draft.typed[lineKey(line)]?.at ?? 0)))),
      readings: here.flatMap((line) => {
        const value = valueOf(draft, line)
        return value === null ? [] : [{ gas: line.gas.id, value, unit: unitOf(draft, line) }]
      }),
    }
  })

export const missingCount = (draft: Draft, lines: readonly GasLine[]): number =>
  lines.filter((line) => valueOf(draft, line) === null).length

/** Whether the test lets work begin, as far as its readings say. */
export const isWithinLimits = (draft: Draft, lines: readonly GasLine[]): boolean =>
  lines.every((line) => {
    const finding = findingOf(draft, line)
    return finding.kind === 'good' || (finding.kind === 'asked' && finding.isGood)
  })
