import type { IsolationOfJob } from '#contract/isolation.ts'
import type { AnswerNames } from '#contract/names.ts'
import type { PointCondition } from '#core/isolation/point.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyLabel, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import own from './isolation.module.css'

export type ShownPoint = IsolationOfJob['points'][number]
export type PointAct = 'lock' | 'tryOut' | 'restore' | 'handOver'

export const signOf: { readonly [C in PointCondition['at']]: Exclude<SafetyState, 'not-open'> } = {
  'in-service': 'due',
  isolated: 'must',
  live: 'stopped',
  proven: 'met',
}

/** One point: its number as on the tag, how far it is, who holds the key, who relies on it, and the next tap. */
export const PointCard = ({
  point,
  names,
  isBusy,
  onAct,
  onUnname,
}: {
  point: ShownPoint
  names: AnswerNames
  isBusy: boolean
  onAct: (what: PointAct) => void
  onUnname?: () => void
}) => {
  const { isolation: words, jobs } = useWords()
  const { condition } = point
  const state = signOf[condition.at]
  return (
    <Card
      title={point.number}
      aside={<SafetyLabel state={state}>{words.condition[condition.at]}</SafetyLabel>}
      tone={state === 'met' ? 'plain' : state}
    >
      <p className={own.what}>
        {point.name} · {words.kind[point.kind]} · {words.energy[point.energy]}
      </p>
      <HowFar condition={condition} names={names} />
      {point.reliers.length > 0 && (
        <div className={own.reliers}>
          <span>{words.relies}</span>
          <ul>
            {point.reliers.map(({ job, status, content }) => (
              <li key={job}>
                {content} <span className={own.quiet}>{jobs.status[status]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={own.acts}>
        {(condition.at === 'in-service' || condition.at === 'live') && (
          <BigButton kind="primary" disabled={isBusy} onClick={() => onAct('lock')}>
            {words.lock}
          </BigButton>
        )}
        {condition.at === 'isolated' && (
          <BigButton kind="primary" disabled={isBusy} onClick={() => onAct('tryOut')}>
            {words.tryOut}
          </BigButton>
        )}
        {condition.at === 'proven' && (
          <BigButton disabled={isBusy} onClick={() => onAct('tryOut')}>
            {words.tryOut}
          </BigButton>
        )}
        {condition.at !== 'in-service' && (
          <>
            <BigButton kind="quiet" disabled={isBusy} onClick={() => onAct('handOver')}>
              {words.handOver}
            </BigButton>
            <BigButton kind="quiet" disabled={isBusy} onClick={() => onAct('restore')}>
              {words.restore}
            </BigButton>
          </>
        )}
        {onUnname && (
          <BigButton kind="quiet" disabled={isBusy} onClick={onUnname}>
            {words.unname}
          </BigButton>
        )}
      </div>
    </Card>
  )
}

const HowFar = ({ condition, names: { people } }: { condition: PointCondition; names: AnswerNames }) => {
  const { isolation: words } = useWords()
  const clock = useClockText()
  if (condition.at === 'in-service') return null
  const { isolation } = condition
  const nameOf = (person: string): string => people[person] ?? person
  return (
    <div className={own.how}>
      {(isolation.picture ?? ('tryOut' in condition ? condition.tryOut.picture : undefined)) !== undefined && (
        <img
          className={own.picture}
          src={`/api/evidence/${isolation.picture ?? ('tryOut' in condition ? condition.tryOut.picture : '')}/picture`}
          alt={words.pictureTaken}
          loading="lazy"
        />
      )}
      <span>
        <strong>{words.lockedBy(isolation.lockNumber, isolation.tagNumber)}</strong>
        <br />
        {words.key(nameOf(isolation.keyHolder))} · {clock.short(isolation.at)}
        {'tryOut' in condition && (
          <>
            <br />
            {words.provenBy(
              nameOf(condition.tryOut.by),
              nameOf(condition.tryOut.witness),
              clock.short(condition.tryOut.at),
            )}
          </>
        )}
      </span>
    </div>
  )
}
