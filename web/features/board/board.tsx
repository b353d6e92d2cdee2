import { Button, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Board as BoardView, BoardJob } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import { applicants, isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { useReading } from '../../session/job/use-reading.ts'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { BoardCard } from './board-card.tsx'
import { BoardTable } from './board-table.tsx'
import css from './board.module.css'
import { FilterBar } from './filter-bar.tsx'
import { passes, readFilters, type Filters } from './filters.ts'
import { useDerivedRefresh } from './use-derived-refresh.ts'

/** The columns of a permit office's wall, in the order in which a job passes through them. */
const columns = ['submitted', 'approved', 'active', 'suspended', 'finished'] as const

/** The wall board: jobs by state, the worst first within each, as the server orders them. */
export const Board = () => {
  const { board: words, jobs: jobWords, apply } = useWords()
  const session = useSession()
  const speaker = useReading()
  const [, navigate] = useLocation()
  const search = useSearch()
  const [isWall, setWall] = useState(false)
  const { data } = useRead<BoardView>(['jobs'], '/api/jobs')
  useDerivedRefresh(data?.nextChangeAt)
  useWallLooks(isWall, setWall)

  const filters = readFilters(search)
  const isTable = new URLSearchParams(search).get('view') === 'table'
  const go = (next: Filters, table: boolean) => {
    const query = new URLSearchParams({ ...next, ...(table ? { view: 'table' } : {}) }).toString()
    navigate(query === '' ? '/' : `/?${query}`, { replace: true })
  }
  const hrefOf = ({ id }: BoardJob) => `/jobs/${id}${search === '' ? '' : `?${search}`}`
  const jobs = data?.jobs.filter((job) => passes(job, filters, session.personId)) ?? []
  const names = speaker?.reading.names

  return (
    <div className={isWall ? css.wall : undefined}>
      <PageHead
        title={jobWords.board}
        actions={
          <>
            {!isWall && (
              <Segmented
                aria-label={words.view}
                value={isTable ? 'table' : 'board'}
                options={[
                  { value: 'board', label: words.asBoard },
                  { value: 'table', label: words.asTable },
                ]}
                onChange={(view) => go(filters, view === 'table')}
              />
            )}
            {!isWall && isFor(applicants, session.roles) && (
              <Button type="primary" onClick={() => navigate('/apply')}>
                {apply.title}
              </Button>
            )}
            <button type="button" className={css.chip} onClick={() => setWall(!isWall)}>
              {isWall ? words.leaveWall : words.wall}
            </button>
          </>
        }
      />
      {data && data.jobs.length === 0 && <EmptyState title={jobWords.empty} how={jobWords.emptyHow} />}
      {data && data.jobs.length > 0 && (
        <>
          {!isWall && (
            <FilterBar
              jobs={data.jobs}
              units={data.units}
              filters={filters}
              operationName={(operation) => names?.operation(operation as never) ?? operation}
              onChange={(next) => go(next, isTable)}
            />
          )}
          {isTable && !isWall ? (
            <BoardTable jobs={jobs} people={data.people} speaker={speaker} onOpen={(job) => navigate(hrefOf(job))} />
          ) : (
            <div className={css.board}>
              {columns.map((status) => {
                const here = jobs.filter((job) => columnOf(job) === status)
                return (
                  <section key={status} className={css.column} aria-label={words.columns[status]}>
                    <h2 className={css.head}>
                      {words.columns[status]} <span className={css.count}>{here.length}</span>
                    </h2>
                    {here.length === 0 && <p className={css.none}>{jobWords.columnEmpty}</p>}
                    {here.map((job) => (
                      <BoardCard key={job.id} job={job} people={data.people} speaker={speaker} href={hrefOf(job)} />
                    ))}
                  </section>
                )
              })}
            </div>
          )}
        </>
      )}
    </div>
  )
}

/** What is stopped stands among the interrupted, also when it had not begun: nobody may start it there. */
const columnOf = ({ status, isStopped }: BoardJob) => (isStopped ? 'suspended' : status)

/** Dark and full-screen while it hangs on the wall; Escape, or leaving the page, gives the looks back. */
const useWallLooks = (isWall: boolean, setWall: (isWall: boolean) => void): void => {
  useEffect(() => {
    if (!isWall) return
    const root = document.documentElement
    const before = root.dataset['theme']
    root.dataset['theme'] = 'dark'
    // A browser that forbids full screen still shows the big dark board.
    void root.requestFullscreen?.().catch(() => undefined)
    const leave = () => document.fullscreenElement === null && setWall(false)
    // Where the browser gave no full screen, Escape is ours to hear.
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && setWall(false)
    document.addEventListener('fullscreenchange', leave)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('fullscreenchange', leave)
      document.removeEventListener('keydown', escape)
      if (before === undefined) delete root.dataset['theme']
      else root.dataset['theme'] = before
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [isWall, setWall])
}
