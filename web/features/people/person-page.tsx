import { Link, useParams } from 'wouter'
import type { PersonFile } from '#contract/people.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { CredentialTable } from './credential-table.tsx'
import css from './people.module.css'
import { RevealNumbers } from './reveal-numbers.tsx'
import { TrainingRequests } from './training-requests.tsx'
import { usePeopleWords } from './use-people-words.ts'

/** One person: who it is, every document with how it stands and where it came from, and what was changed. */
export const PersonPage = () => {
  const { person: id } = useParams<{ person: string }>()
  const words = usePeopleWords()
  const mayKeep = isFor(['safety-officer', 'administrator'], useSession().roles)
  const path = `/api/directory/people/${encodeURIComponent(id)}`
  const { data, error, refetch } = useRead<PersonFile>(['people', id], path)
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { person, credentials, medical, changes } = data
  return (
    <>
      <PageHead
        title={person.name}
        note={<Link href="/people">{words.back}</Link>}
        actions={mayKeep && <RevealNumbers path={`${path}/reveals`} />}
      />
      <Facts
        facts={[
          [words.staffNumber, person.staffNumber],
          [words.employer, person.employer],
          [words.department, person.department],
          [words.position, words.positionName(person.position)],
          [words.idNumber, person.numbers['id-number']],
          [words.phone, person.numbers.phone],
          [words.hiredOn, person.hiredOn],
          [words.source, words.sourceText(person.source)],
        ]}
      />
      <CredentialTable
        title={words.certificates}
        none={words.noCertificates}
        rows={credentials.filter(({ isTraining }) => !isTraining)}
        mayCheck={mayKeep}
      />
      <Medical medical={medical} />
      <CredentialTable
        title={words.trainings}
        none={words.noTrainings}
        rows={credentials.filter(({ isTraining }) => isTraining)}
        mayCheck={false}
      />
      <TrainingRequests person={id} />
      <History changes={changes} />
    </>
  )
}

const Facts = ({ facts }: { facts: readonly (readonly [label: string, value: string | null | undefined])[] }) => (
  <dl className={css.facts}>
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value === null || value === undefined || value === '' ? '–' : value}</dd>
      </div>
    ))}
  </dl>
)

const verdictSigns = { fit: 'met', restricted: 'due', unfit: 'stopped', pending: 'stopped' } as const

const Medical = ({ medical }: { medical: PersonFile['medical'] }) => {
  const words = usePeopleWords()
  return (
    <section className={css.section}>
      <h2 className={css.heading}>
        {words.medical}{' '}
        {medical && <StatusPill state={verdictSigns[medical.verdict]}>{words.verdict[medical.verdict]}</StatusPill>}
      </h2>
      {medical === null ? (
        <p className={css.quiet}>{words.noMedical}</p>
      ) : (
        <Facts
          facts={[
            [words.examinedOn, medical.examinedOn],
            [words.validThrough, medical.validThrough],
            [words.followUpDue, medical.followUpDue],
            [words.restrictions, medical.restrictions.map(words.restrictionName).join(' · ')],
            [
              words.bloodPressure,
              medical.systolicMmHg === null ? null : `${medical.systolicMmHg}/${medical.diastolicMmHg ?? '?'} mmHg`,
            ],
            [words.institution, medical.institution],
            [words.source, words.sourceText(medical.source)],
          ]}
        />
      )}
    </section>
  )
}

const History = ({ changes }: { changes: PersonFile['changes'] }) => {
  const words = usePeopleWords()
  const { locale, timeZone } = useUi()
  const time = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  const fieldName = (field: string): string =>
    field in words.field ? words.field[field as keyof typeof words.field] : field
  const valueName = (field: string, value: string): string => (field === 'position' ? words.positionName(value) : value)
  return (
    <section className={css.section}>
      <h2 className={css.heading}>{words.history}</h2>
      {changes.length === 0 && <p className={css.quiet}>{words.historyNone}</p>}
      <ul className={css.history}>
        {changes.map(({ kind, field, was, became, at, source, undoneAt }) => (
          <li key={`${at} ${kind} ${field} ${was}`}>
            <span className={css.quiet}>{time.format(at)}</span>
            <span>
              {words.changed(fieldName(field), valueName(field, was), valueName(field, became))}{' '}
              {undoneAt !== null && words.undone}
            </span>
            <span className={css.quiet}>{words.sourceText(source)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
