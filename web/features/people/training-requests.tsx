import { useRead } from '../../session/use-read.ts'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './people.module.css'
import { usePeopleWords } from './use-people-words.ts'

type Requests = {
  readonly requests: readonly {
    readonly category: string
    readonly state: 'queued' | 'sent' | 'declined'
    readonly sentAt: number | null
  }[]
}

const signs = { queued: 'due', sent: 'met', declined: 'stopped' } as const

/** Make-up trainings that were asked for at the HR system, and how far each has come. */
export const TrainingRequests = ({ person }: { person: string }) => {
  const words = usePeopleWords()
  const { locale, timeZone } = useUi()
  const { data } = useRead<Requests>(
    ['people', person, 'training'],
    `/api/people/${encodeURIComponent(person)}/training-requests`,
  )
  const time = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  if (!data) return null
  return (
    <section className={css.section}>
      <h2 className={css.heading}>{words.training}</h2>
      {data.requests.length === 0 && <p className={css.quiet}>{words.trainingNone}</p>}
      <ul className={css.history}>
        {data.requests.map(({ category, state, sentAt }) => (
          <li key={`${category} ${sentAt ?? ''}`}>
            <span className={css.quiet}>{sentAt === null ? '' : time.format(sentAt)}</span>
            <span>{words.categoryName(category)}</span>
            <span>
              <StatusPill state={signs[state]}>{words.trainingState[state]}</StatusPill>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
