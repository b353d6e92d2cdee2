import { Image } from 'antd'
import type { JobPage } from '#contract/job-views.ts'
import { sayEvent } from '#core/messages/say-event.ts'
import { sayRefusal } from '#core/messages/say-refusal.ts'
import { useWords } from '../../session/language.tsx'
import type { Speaker } from '../../session/job/use-reading.ts'
import { SafetyShape, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { RefusalCards } from '../../ui/refusals/refusal-cards.tsx'
import css from './job-detail.module.css'

type Entry = JobPage['history'][number]

/** A minute is the time a picture needs on its way; more is a delay that a reader should know of. */
const delayMsMin = 60_000

/** Everything that happened, oldest first: who, when at the site and at the server, with pictures and reasons. */
export const Story = ({ page, speaker }: { page: JobPage; speaker: Speaker }) => {
  const { reading } = speaker
  return (
    <ol className={css.story}>
      {page.history.map((entry) => (
        <li key={entry.version} className={css.entry}>
          <SafetyShape state={signOf(entry)} size={18} />
          <div>
            {entry.event.type !== 'CommandRefused' && (
              <p className={css.sentence}>{sayEvent(entry.event, speaker.messages, reading)}</p>
            )}
            <When entry={entry} />
            {entry.event.type === 'CommandRefused' && (
              <Reasons event={entry.event} speaker={speaker} reading={reading} />
            )}
            <Pictures entry={entry} page={page} />
            <ReliedOn entry={entry} page={page} />
          </div>
        </li>
      ))}
    </ol>
  )
}

const signOf = ({ event }: Entry): SafetyState => {
  switch (event.type) {
    case 'WorkStopped':
    case 'CommandRefused':
    case 'JobCancelled':
    case 'JobVoided':
    case 'JobReissued':
    case 'ConditionsChanged':
    case 'EndingAsked':
      return 'stopped'
    case 'JobReturned':
    case 'PeopleChangeAsked':
    case 'PeopleChangeDenied':
    case 'EndingDenied':
      return 'due'
    case 'GuardianPresenceChanged':
      return event.state === 'inside' ? 'met' : 'stopped'
    case 'GasTested':
      return event.isWithinLimits ? 'met' : 'stopped'
    default:
      return 'met'
  }
}

const When = ({ entry: { event, recordedAt } }: { entry: Entry }) => {
  const { jobs, board, ui } = useWords()
  const clock = useClockText()
  const delayMs = recordedAt - event.occurredAt
  const minutes = Math.floor(delayMs / 60_000)
  return (
    <p className={css.when}>
      {jobs.atSite} {clock.full(event.occurredAt)} · {jobs.atServer} {clock.full(recordedAt)}
      {delayMs >= delayMsMin && (
        <b className={css.late}> {board.delayed(ui.time.span({ unit: 'minutes', minutes }))}</b>
      )}
    </p>
  )
}

const Reasons = ({
  event,
  speaker: { messages },
  reading,
}: {
  event: Extract<Entry['event'], { type: 'CommandRefused' }>
  speaker: Speaker
  reading: Speaker['reading']
}) => {
  const said = event.refusals.map((refusal) => sayRefusal(refusal, messages, reading))
  const owners = [...new Set(said.map(({ owner }) => owner))]
  return (
    <RefusalCards
      title={sayEvent(event, messages, reading)}
      groups={owners.map((fixer) => ({
        fixer,
        cards: said
          .filter(({ owner }) => owner === fixer)
          .map(({ what, why, remedies }, i) => ({
            id: `${i}`,
            what: `${what}${remedies.length > 0 ? ` → ${remedies.map(({ label }) => label).join(' / ')}` : ''}`,
            ...(why === null ? {} : { why }),
            actions: [],
          })),
      }))}
    />
  )
}

/** Pictures that this very event names; they open large, with permit, place and time written on them. */
const Pictures = ({ entry, page }: { entry: Entry; page: JobPage }) => {
  const { jobs } = useWords()
  const clock = useClockText()
  const named = textsIn(entry.event)
  const pictures = page.evidence.filter(({ id }) => named.has(id))
  if (pictures.length === 0) return null
  return (
    <Image.PreviewGroup>
      <div className={css.pictures}>
        {pictures.map(({ id, step, capturedAt }) => (
          <Image
            key={id}
            width={96}
            height={72}
            src={`/api/evidence/${id}/picture?size=thumbnail`}
            preview={{ src: `/api/evidence/${id}/picture` }}
            alt={`${step in jobs.holdPoint ? jobs.holdPoint[step as keyof typeof jobs.holdPoint] : step} ${clock.full(capturedAt)}`}
          />
        ))}
      </div>
    </Image.PreviewGroup>
  )
}

const textsIn = (value: unknown): ReadonlySet<string> => {
  if (typeof value === 'string') return new Set([value])
  if (value === null || typeof value !== 'object') return new Set()
  return new Set(Object.values(value).flatMap((one) => [...textsIn(one)]))
}

/** `person:E0007@3` in words. What the plant knew then stays provable by the revision, also when it has changed since. */
const ReliedOn = ({ entry: { reliedOn }, page }: { entry: Entry; page: JobPage }) => {
  const { board: words } = useWords()
  if (reliedOn.length === 0) return null
  const say = (fact: string): string => {
    const [, kind = fact, id = '', revision] = /^([a-z-]+):?(.*?)(?:@(.*))?$/.exec(fact) ?? []
    const person = Object.keys(page.people).find((one) => id === one || id.startsWith(`${one}.`))
    const name = page.people[person ?? ''] ?? page.names.places[id] ?? page.names.equipment[id] ?? ''
    const what = `${words.fact[kind] ?? kind}${name === '' ? '' : ` · ${name}`}`
    return revision === undefined ? what : words.revision(what, revision)
  }
  return (
    <details className={css.relied}>
      <summary>{words.relied(reliedOn.length)}</summary>
      <ul>
        {reliedOn.map((fact) => (
          <li key={fact} title={fact}>
            {say(fact)}
          </li>
        ))}
      </ul>
    </details>
  )
}
