import { useRead } from '../../session/use-read.ts'
import { useWords } from '../../session/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { BoardCard } from './board-card.tsx'
import css from './board.module.css'
import type { Board as BoardView } from '#contract/job-views.ts'

/** The columns of a permit office's wall, in the order in which a job passes through them. */
const columns = ['submitted', 'approved', 'active', 'suspended', 'finished'] as const

/** The wall board: jobs by state, the worst first within each, as the server orders them. */
export const Board = () => {
  const words = useWords()
  const { data } = useRead<BoardView>(['jobs'], '/api/jobs')
  return (
    <>
      <PageHead title={words.jobs.board} />
      {data && data.jobs.length === 0 && <EmptyState title={words.jobs.empty} how={words.jobs.emptyHow} />}
      {data && data.jobs.length > 0 && (
        <div className={css.board}>
          {columns.map((status) => (
            <Column
              key={status}
              title={words.jobs.status[status]}
              board={data}
              jobs={data.jobs.filter((job) => job.status === status)}
            />
          ))}
        </div>
      )}
    </>
  )
}

const Column = ({ title, board, jobs }: { title: string; board: BoardView; jobs: BoardView['jobs'] }) => {
  const words = useWords()
  return (
    <section className={css.column} aria-label={title}>
      <h2 className={css.head}>
        {title} <span className={css.count}>{jobs.length}</span>
      </h2>
      {jobs.length === 0 ? (
        <p className={css.none}>{words.jobs.columnEmpty}</p>
      ) : (
        jobs.map((job) => <BoardCard key={job.id} job={job} people={board.people} />)
      )}
    </section>
  )
}
