import type { JobPage } from '#contract/job-views.ts'
import { toLimitUnit } from '#core/gas/concentration.ts'
import type { Gas, Rulebook } from '#core/rulebook/rulebook.ts'
import { useWords } from '../../session/language.tsx'
import type { Speaker } from '../../session/job/use-reading.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './job-detail.module.css'

type Point = { readonly at: number; readonly value: number }
type Line = { readonly value: number; readonly clause: string | null }

/** One small chart for each gas, in the unit of its limit, with the limit drawn as a line that names its clause. */
export const GasChart = ({ page, speaker }: { page: JobPage; speaker: Speaker }) => {
  const { board: words } = useWords()
  const { job } = page
  const tests = 'record' in job ? job.record.gasTests : []
  if (!('record' in job) || tests.length === 0) return <EmptyState title={words.noGas} how={words.noGasHow} />
  const readings = tests
    .flatMap(({ samples }) => samples)
    .flatMap((sample) => sample.readings.map((one) => ({ ...one, at: sample.takenAt })))
  const { names } = speaker.reading
  return speaker.rulebook.gases.flatMap((gas) => {
    const points = readings.flatMap((reading): readonly Point[] => {
      if (reading.gas !== gas.id) return []
      const converted = toLimitUnit(gas, reading)
      if (typeof converted === 'string') return []
      return [{ at: reading.at, value: 'percentVol' in converted ? converted.percentVol : converted.mgPerM3 }]
    })
    if (points.length === 0) return []
    const unit = gas.kind === 'toxic' ? 'mg/m³' : '%'
    return [
      <Chart
        key={gas.id}
        title={`${names.gas(gas.id)} (${unit})`}
        points={points}
        lines={limitsOf(
          gas,
          job.record.permits.map(({ operation }) => operation),
          speaker.rulebook,
        )}
      />,
    ]
  })
}

/** The limits as the rulebook's rows give them; a row that says no number draws no line. */
const limitsOf = (gas: Gas, operations: readonly string[], rulebook: Rulebook): readonly Line[] => {
  if (gas.kind === 'toxic') return [{ value: gas.limitMgPerM3Max, clause: gas.clause ?? null }]
  const demands = operations
    .flatMap((operation) => rulebook.operations[operation]?.holdPoints ?? [])
    .flatMap((point) => (point.kind === 'gas-test' && point.applies ? point.requires : []))
    .filter(({ rule }) => rule.startsWith('gas-within-limits@'))
  const names =
    gas.kind === 'oxygen'
      ? ['oxygenPercentMin', 'oxygenPercentMax']
      : [gas.lelPercentVol >= dividingOf(demands) ? 'combustiblePercentMax' : 'combustibleLowLelPercentMax']
  const lines = demands.flatMap(({ parameters, clause }) =>
    names.flatMap((name): readonly Line[] => {
      const value = parameters[name]
      return typeof value === 'number' ? [{ value, clause: clause ?? null }] : []
    }),
  )
  return lines.filter((line, i) => lines.findIndex(({ value }) => value === line.value) === i)
}

const dividingOf = (demands: readonly { readonly parameters: { readonly [name: string]: unknown } }[]): number => {
  const value = demands[0]?.parameters['lelPercentDividing']
  return typeof value === 'number' ? value : 0
}

const size = { width: 420, height: 120, left: 44, right: 96, top: 10, bottom: 22 }

const Chart = ({ title, points, lines }: { title: string; points: readonly Point[]; lines: readonly Line[] }) => {
  const clock = useClockText()
  const { board: words } = useWords()
  const times = points.map(({ at }) => at)
  const [from, to] = [Math.min(...times), Math.max(...times)]
  // Several points are sampled at once: lowest and highest of the last time are written beside it.
  const newest = points
    .filter(({ at }) => at === to)
    .map(({ value }) => value)
    .toSorted((a, b) => a - b)
  const values = [...points.map(({ value }) => value), ...lines.map(({ value }) => value)]
  const low = Math.min(...values) > 10 ? Math.min(...values) - 1 : 0
  const high = Math.max(...values) * 1.05 || 1
  const x = (at: number) =>
    size.left + (to === from ? 0.5 : (at - from) / (to - from)) * (size.width - size.left - size.right)
  const y = (value: number) => size.top + (1 - (value - low) / (high - low)) * (size.height - size.top - size.bottom)
  return (
    <figure className={css.chart}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={title}>
        {lines.map(({ value, clause }) => (
          <g key={value}>
            <line
              x1={size.left}
              x2={size.width - size.right}
              y1={y(value)}
              y2={y(value)}
              stroke="var(--stop)"
              strokeDasharray="5 3"
            />
            <text x={size.width - size.right + 4} y={y(value) + 4} fontSize="11" fill="var(--stop)">
              {words.limit} {value}
              {clause === null ? '' : ` · ${clause}`}
            </text>
          </g>
        ))}
        {points.map(({ at, value }, i) => (
          <circle key={`${at} ${i}`} cx={x(at)} cy={y(value)} r="4" fill="var(--accent)">
            <title>{`${clock.full(at)} · ${Number(value.toPrecision(3))}`}</title>
          </circle>
        ))}
        <text x={x(to) - 8} y={y(newest[0] ?? 0) + 4} fontSize="12" fill="var(--ink)" textAnchor="end">
          {[...new Set([newest[0], newest.at(-1)])].map((value) => Number((value ?? 0).toPrecision(3))).join('–')}
        </text>
        <text x={size.left} y={size.height - 6} fontSize="11" fill="var(--ink-2)">
          {clock.short(from)}
        </text>
        <text x={size.width - size.right} y={size.height - 6} fontSize="11" fill="var(--ink-2)" textAnchor="end">
          {from === to ? '' : clock.short(to)}
        </text>
      </svg>
    </figure>
  )
}
