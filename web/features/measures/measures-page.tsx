import { arePapersOpen } from '#core/job/open-papers.ts'
import { useLocation } from 'wouter'
import type { OperationId } from '#core/ids.ts'
import type { Measure } from '#core/rulebook/rulebook.ts'
import { OpenJob, type OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { MeasureRow } from './measure-row.tsx'
import css from './measures.module.css'

/** Each safety measure of the form, confirmed by one named person at the site, one tap each. */
export const MeasuresPage = () => <OpenJob>{(opened) => <Measures {...opened} />}</OpenJob>

const Measures = (opened: OpenedJob) => {
  const { id, job, say, text } = opened
  const { measures: words } = useWords().steps
  const { name } = useSession()
  const [, navigate] = useLocation()
  const operations = job.record.permits.flatMap(({ operation }) => say.rulebook.operations[operation] ?? [])
  const rows: readonly { readonly operation: OperationId; readonly measure: Measure }[] = operations.flatMap(
    ({ id: operation, measures }) => measures.map((measure) => ({ operation, measure })),
  )
  const done = rows.filter(({ operation, measure }) => job.record.measures[`${operation}.${measure.id}`]).length
  return (
    <>
      <header className={css.head}>
        <p>{arePapersOpen(job) ? words.lead(name) : words.over}</p>
        <p className={css.count}>{words.progress(done, rows.length)}</p>
        <progress
          className={css.progress}
          value={done}
          max={rows.length}
          aria-label={words.progress(done, rows.length)}
        />
      </header>
      {operations.map((operation) => (
        <section key={operation.id} className={css.group} aria-label={text(operation.name)}>
          <h2>{text(operation.name)}</h2>
          {operation.measures.map((measure) => (
            <MeasureRow key={measure.id} opened={opened} operation={operation.id} measure={measure} />
          ))}
        </section>
      ))}
      {done === rows.length && (
        <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}/briefing`)}>
          {words.next}
        </BigButton>
      )}
    </>
  )
}
