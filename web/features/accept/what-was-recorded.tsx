import { pointsOf } from '#core/job/hold-points-of.ts'
import type { Passage } from '#core/job/site-records.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { Card } from '../../ui/touch/card.tsx'
import css from './accept.module.css'

/** What whoever accepts signs for: everybody and everything counted out, the place cleared, the fire watched. */
export const WhatWasRecorded = ({ page, job, say }: OpenedJob) => {
  const words = useWords().steps
  const { accept } = words
  const clock = useClockText()
  const { passages, residuePictures, fireWatchRounds } = job.record
  const counts = countPassages(passages)
  const lastRound = fireWatchRounds.at(-1)
  const isWatched = pointsOf('close-out', job.record, say.rulebook).some(
    ({ fireWatchMinutes }) => fireWatchMinutes.value > 0,
  )
  return (
    <Card title={accept.recorded}>
      <dl className={css.recorded}>
        <dt>
          {accept.people} · {accept.tools}
        </dt>
        <dd>
          {counts.length === 0 && accept.noPassage}
          {counts.map(({ what, inside, outside }) => (
            <p key={what}>
              {page.people[what] ?? what} · {accept.counted(inside, outside)}
            </p>
          ))}
        </dd>
        <dt>{accept.residue}</dt>
        <dd className={css.pictures}>
          {residuePictures.length === 0 && accept.noPictures}
          {residuePictures.map((picture) => (
            <a key={picture} href={`/api/evidence/${picture}/picture`} target="_blank" rel="noreferrer">
              <img src={`/api/evidence/${picture}/picture`} alt={accept.residue} loading="lazy" />
            </a>
          ))}
        </dd>
        {(isWatched || lastRound) && (
          <>
            <dt>{accept.fireWatch}</dt>
            <dd>
              {lastRound ? accept.rounds(fireWatchRounds.length, clock.short(lastRound.occurredAt)) : accept.noRounds}
            </dd>
          </>
        )}
      </dl>
    </Card>
  )
}

/** How often each person and tool went in and came out. */
const countPassages = (passages: readonly Passage[]) => {
  const byWhat = new Map<string, { inside: number; outside: number }>()
  for (const { what, direction } of passages) {
    const name = 'person' in what ? what.person : what.tool
    const count = 'person' in what ? 1 : what.count
    const counted = byWhat.get(name) ?? { inside: 0, outside: 0 }
    if (direction === 'in') counted.inside += count
    else counted.outside += count
    byWhat.set(name, counted)
  }
  return [...byWhat].map(([what, counted]) => ({ what, ...counted }))
}
