import { useState } from 'react'
import { Link } from 'wouter'
import type { MatrixView } from '#contract/people.ts'
import { id as idOf, type LevelId, type OperationId } from '#core/ids.ts'
import { rulebookNames } from '#core/messages/rulebook-names.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { useSpeech } from '../../session/language.tsx'
import { isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { MatrixCellDrawer, type Cell } from './matrix-cell-drawer.tsx'
import css from './people.module.css'
import { usePeopleWords } from './use-people-words.ts'

/** Position × operation: the highest level allowed. One press changes a cell; the list below says who changed what and why. */
export const MatrixPage = () => {
  const words = usePeopleWords()
  const { language } = useSpeech()
  const mayEdit = isFor(['safety-officer', 'administrator'], useSession().roles)
  const { data, error, refetch } = useRead<MatrixView>(['people', 'matrix'], '/api/matrix')
  const { data: rulebook } = useRulebook()
  const [editing, setEditing] = useState<Cell>()
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!data || !rulebook) return null

  const names = rulebookNames(rulebook, language)
  const nameOfLevel = (operation: string, level: string) =>
    names.level(idOf<OperationId>(operation), idOf<LevelId>(level))
  const nameOfOperation = (operation: string) =>
    rulebook.operations[operation]?.name[language === 'en' ? 'en' : 'zh'] ?? operation
  const levels = new Map(data.rows.map(({ position, operation, level }) => [`${position} ${operation}`, level]))
  const operations = Object.keys(rulebook.operations)
  return (
    <>
      <PageHead
        title={words.matrix}
        note={
          <>
            {words.matrixNote} · <Link href="/people">{words.back}</Link>
          </>
        }
      />
      <DataTable<MatrixView['positions'][number]>
        rows={data.positions}
        rowId={({ id }) => id}
        empty={{ title: words.matrixEmpty, how: words.matrixEmptyHow }}
        columns={[
          { id: 'position', title: words.position, width: 150, render: ({ id }) => words.positionName(id) },
          { id: 'people', title: words.peopleCount, align: 'number', width: 70, render: ({ people }) => people },
          ...operations.map((operation) => ({
            id: operation,
            title: nameOfOperation(operation),
            render: ({ id: position }: MatrixView['positions'][number]) => {
              const level = levels.get(`${position} ${operation}`) ?? null
              return (
                <button
                  type="button"
                  className={css.cell}
                  data-allowed={level !== null}
                  disabled={!mayEdit}
                  aria-label={words.editCell(words.positionName(position), nameOfOperation(operation))}
                  onClick={() => setEditing({ position, operation, level })}
                >
                  {level === null ? '–' : nameOfLevel(operation, level)}
                </button>
              )
            },
          })),
        ]}
      />
      {editing && (
        <MatrixCellDrawer
          cell={editing}
          title={words.editCell(words.positionName(editing.position), nameOfOperation(editing.operation))}
          levels={(rulebook.operations[editing.operation]?.levels ?? []).map(({ id }) => ({
            value: id,
            label: nameOfLevel(editing.operation, id),
          }))}
          onClose={() => setEditing(undefined)}
        />
      )}
      <MatrixHistory changes={data.changes} nameOfOperation={nameOfOperation} nameOfLevel={nameOfLevel} />
    </>
  )
}

const MatrixHistory = ({
  changes,
  nameOfOperation,
  nameOfLevel,
}: {
  changes: MatrixView['changes']
  nameOfOperation: (operation: string) => string
  nameOfLevel: (operation: string, level: string) => string
}) => {
  const words = usePeopleWords()
  const { locale, timeZone } = useUi()
  const time = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section className={css.section}>
      <h2 className={css.heading}>{words.history}</h2>
      {changes.length === 0 && <p className={css.quiet}>{words.historyNone}</p>}
      <ul className={css.history}>
        {changes.map(({ position, operation, was, at, source, undoneAt }) => (
          <li key={`${at} ${position} ${operation}`}>
            <span className={css.quiet}>{time.format(at)}</span>
            <span>
              {words.editCell(words.positionName(position), nameOfOperation(operation))} ·{' '}
              {words.matrixWas(was === null ? words.notAllowed : nameOfLevel(operation, was))}{' '}
              {undoneAt !== null && words.undone}
            </span>
            <span className={css.quiet}>{words.sourceText(source)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
