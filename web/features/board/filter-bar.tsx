import { Select } from 'antd'
import type { Board, BoardJob } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import css from './board.module.css'
import { own, type Filters } from './filters.ts'

/** One chip per question; only answers that occur on the board are offered. */
export const FilterBar = ({
  jobs,
  units,
  filters,
  operationName,
  onChange,
}: {
  jobs: readonly BoardJob[]
  units: Board['units']
  filters: Filters
  operationName: (operation: string) => string
  onChange: (filters: Filters) => void
}) => {
  const { board: words } = useWords()
  const chip = (name: 'operation' | 'unit' | 'risk' | 'contractor', label: string, options: Map<string, string>) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      size="middle"
      style={{ minWidth: 128 }}
      value={filters[name] ?? null}
      options={[...options].map(([value, text]) => ({ value, label: text }))}
      onChange={(value: string | null | undefined) => {
        const { [name]: _former, ...others } = filters
        onChange(value ? { ...others, [name]: value } : others)
      }}
    />
  )
  const named = (values: readonly string[], say: (value: string) => string = (value) => value) =>
    new Map([...new Set(values)].toSorted().map((value) => [value, say(value)]))
  const toggleMine = () => {
    const { mine, ...others } = filters
    onChange(mine === undefined ? { ...others, mine: '1' } : others)
  }
  return (
    <div className={css.filters} role="group" aria-label={words.filters}>
      <button type="button" className={css.chip} aria-pressed={filters.mine !== undefined} onClick={toggleMine}>
        {words.mine}
      </button>
      {chip(
        'operation',
        words.operation,
        named(
          jobs.flatMap(({ permits }) => permits.map((one) => one.operation)),
          operationName,
        ),
      )}
      {chip(
        'unit',
        words.unit,
        named(
          jobs.flatMap(({ unit }) => unit ?? []),
          (unit) => units[unit] ?? unit,
        ),
      )}
      {chip('risk', words.risk, named(jobs.map(({ risk }) => risk)))}
      {chip(
        'contractor',
        words.contractor,
        named(
          jobs.map(({ contractor }) => contractor ?? own),
          (one) => (one === own ? words.ownPeople : one),
        ),
      )}
    </div>
  )
}
