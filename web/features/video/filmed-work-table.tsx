import { useLocation } from 'wouter'
import type { FilmedWork } from '#contract/video.ts'
import { useWords } from '../../session/language.tsx'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { SafetyLabel, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './video.module.css'

const signs: { readonly [S in FilmedWork['state']]: SafetyState } = { complete: 'met', waiting: 'due', late: 'stopped' }
const gapsShown = 2

/** Every stretch of work that has to be filmed, and what no film shows of it; what is owed stands first. */
export const FilmedWorkTable = ({ work }: { work: readonly FilmedWork[] | undefined }) => {
  const { video: words } = useWords()
  const clock = useClockText()
  const [, navigate] = useLocation()
  const span = ({ from, to }: FilmedWork['span']): string => `${clock.short(from)} – ${clock.short(to)}`
  return (
    <DataTable
      rows={work ?? []}
      loading={!work}
      rowId={({ job, span: { from } }) => `${job} ${from}`}
      empty={{ title: words.noWork, how: words.noWorkHow }}
      onOpen={({ job }) => navigate(`/jobs/${job}`)}
      columns={[
        { id: 'work', title: words.work, width: 260, render: ({ content }) => <strong>{content}</strong> },
        { id: 'place', title: words.place, width: 220, render: ({ place }) => place },
        { id: 'span', title: words.span, width: 280, render: (row) => span(row.span) },
        {
          id: 'state',
          title: words.film,
          width: 140,
          render: ({ state }) => <SafetyLabel state={signs[state]}>{words[state]}</SafetyLabel>,
        },
        { id: 'due', title: words.due, width: 140, render: ({ dueAt }) => clock.short(dueAt) },
        {
          id: 'gaps',
          title: words.gaps,
          render: ({ gaps }) => (
            <>
              {gaps.slice(0, gapsShown).map((gap) => (
                <div key={gap.from}>{span(gap)}</div>
              ))}
              {gaps.length > gapsShown && <span className={css.quiet}>{words.more(gaps.length - gapsShown)}</span>}
            </>
          ),
        },
      ]}
    />
  )
}
