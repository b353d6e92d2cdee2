import { Button } from 'antd'
import { useState } from 'react'
import type { ImportRow, ImportRows, ImportView } from '#contract/imports.ts'
import type { RowOutcome } from '#core/people/ledger/problems.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './import-ledgers.module.css'
import { outcomeSigns, rowOutcomes } from './outcome-counts.tsx'
import { RowReasons } from './row-reasons.tsx'
import { useImportWords } from './use-import-words.ts'
import type { ImportActions } from './use-import.ts'

type Choice = RowOutcome | 'all'

/** How many rows met which fate, and every row with its reasons. Opens on what somebody has to look at. */
export const RowsSection = ({ id, view, actions }: { id: string; view: ImportView; actions: ImportActions }) => {
  const { imports: words } = useWords()
  const importWords = useImportWords()
  const [choice, setChoice] = useState<Choice>(() => firstOf(view))
  const [page, setPage] = useState({ current: 1, size: 20 })
  const outcomes = choice === 'all' ? rowOutcomes : [choice]
  const query = `outcomes=${outcomes.join(',')}&offset=${(page.current - 1) * page.size}&limit=${page.size}`
  const { data } = useRead<ImportRows>(['import-rows', id, query, view.status], `/api/imports/${id}/rows?${query}`)
  return (
    <section>
      <Chips
        view={view}
        choice={choice}
        onChoose={(next) => {
          setChoice(next)
          setPage({ ...page, current: 1 })
        }}
      />
      <DataTable<ImportRow>
        rows={data?.rows ?? []}
        loading={!data}
        rowId={({ file, sheet, row }) => `${file}.${sheet}.${row}`}
        empty={{ title: words.rowsEmpty, how: words.rowsEmptyHow }}
        page={{ ...page, total: data?.total ?? 0, onTurn: (current, size) => setPage({ current, size }) }}
        columns={[
          {
            id: 'where',
            title: words.where,
            width: 230,
            render: ({ file, sheet }) => whereOf(view, file, sheet),
          },
          { id: 'row', title: words.row, align: 'number', width: 70, render: ({ row }) => row },
          { id: 'who', title: words.who, width: 140, render: ({ name }) => name },
          {
            id: 'outcome',
            title: words.outcome,
            width: 150,
            render: ({ outcome }) => (
              <StatusPill state={outcomeSigns[outcome]}>{importWords.outcomes[outcome]}</StatusPill>
            ),
          },
          {
            id: 'reason',
            title: words.reason,
            render: (row) => (
              <>
                <RowReasons problems={row.problems} />
                <Decide row={row} isOpen={view.status === 'committed'} actions={actions} />
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

const firstOf = ({ counts }: ImportView): Choice =>
  counts.conflict > 0 ? 'conflict' : counts.refused > 0 ? 'refused' : 'all'

const whereOf = (view: ImportView, file: number, sheet: number): string => {
  const found = view.files[file]
  return found ? [found.name, found.format === 'xlsx' ? found.sheets[sheet]?.name : ''].filter(Boolean).join(' · ') : ''
}

const Chips = ({
  view: { counts },
  choice,
  onChoose,
}: {
  view: ImportView
  choice: Choice
  onChoose: (choice: Choice) => void
}) => {
  const { imports: words } = useWords()
  const importWords = useImportWords()
  const number = new Intl.NumberFormat(useUi().locale)
  const all = rowOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  return (
    <div className={css.chips}>
      {rowOutcomes.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={css.chip}
          aria-pressed={choice === outcome}
          onClick={() => onChoose(outcome)}
        >
          <span className={css.figure}>{number.format(counts[outcome])}</span>
          <span className={css.chipLabel}>
            <SafetyShape state={outcomeSigns[outcome]} size={16} />
            {importWords.outcomes[outcome]}
          </span>
        </button>
      ))}
      <button type="button" className={css.chip} aria-pressed={choice === 'all'} onClick={() => onChoose('all')}>
        <span className={css.figure}>{number.format(all)}</span>
        <span className={css.chipLabel}>{words.all}</span>
      </button>
    </div>
  )
}

/** A contradiction is weighed where it is shown. Who somebody is, is mended in the ledger and never decided by a click. */
const Decide = ({
  row: { file, sheet, row, finding },
  isOpen,
  actions,
}: {
  row: ImportRow
  isOpen: boolean
  actions: ImportActions
}) => {
  const { imports: words } = useWords()
  if (!finding) return null
  if (finding.decision !== null) {
    const by = finding.decidedBy ?? ''
    return <span className={css.quiet}>{finding.decision === 'take' ? words.taken(by) : words.kept(by)}</span>
  }
  if (!isOpen) return null
  return (
    <span className={css.decide}>
      {finding.canTake ? (
        <Button size="small" onClick={() => void actions.decide({ file, sheet, row, decision: 'take' })}>
          {words.take}
        </Button>
      ) : (
        <span className={css.quiet}>{words.mendInLedger}</span>
      )}
      <Button size="small" onClick={() => void actions.decide({ file, sheet, row, decision: 'keep' })}>
        {words.keep}
      </Button>
    </span>
  )
}
