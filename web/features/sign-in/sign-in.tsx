import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { id, type EvidenceId, type PersonId } from '#core/ids.ts'
import { pointsOf } from '#core/job/hold-points-of.ts'
import type { JobRecord } from '#core/job/job.ts'
import { judgeFence } from '#core/place/position.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { CaptureStep, type Captured } from '../../session/job/capture-step.tsx'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { PositionNote, readingOf } from '../../session/job/position-note.tsx'
import { remedyPath } from '../../session/job/remedy-paths.ts'
import css from '../../session/job/site-page.module.css'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { fenceOf, usePlace } from '../../session/job/use-site.ts'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePosition, type Position } from '../../ui/place/use-position.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { ByCode } from './by-code.tsx'
import { OnDuty } from './on-duty.tsx'

/** Hold point ③: the guardian, in person, at the site; and as long as the duty lasts, what there is to know of it. */
export const SignInPage = () => {
  const { signIn: words } = useWords().guarding
  const { job } = useParams<{ job: string }>()
  const { personId } = useSession()
  const { data } = useJobPage(job)
  const { data: rulebook } = useRulebook(data?.job)
  if (!data || !rulebook) return null
  if (!('record' in data.job) || pointsOf('guardian-sign-in', data.job.record, rulebook).length === 0)
    return <EmptyState title={words.notAsked} how="" />
  const { record } = data.job
  if (!record.application.guardians.some((guardian) => guardian === personId))
    return <EmptyState title={words.notGuardian} how={words.notGuardianHow} />
  const me = id<PersonId>(personId ?? '')
  const duty = record.duty.findLast(({ signIn, endedAt }) => signIn.person === me && endedAt === null)
  return duty ? (
    <OnDuty page={data} record={record} duty={duty} />
  ) : (
    <Ways record={record} rulebook={rulebook} me={me} />
  )
}

type Way = 'where' | 'picture' | 'code'

const Ways = ({ record, rulebook, me }: { record: JobRecord; rulebook: Rulebook; me: PersonId }) => {
  const { signIn: words } = useWords().guarding
  const [way, setWay] = useState<Way>('where')
  const [captured, setCaptured] = useState<Captured>()
  const position = usePosition(true)
  const place = usePlace(record.application.place)
  const fence = fenceOf(record, rulebook, place?.facts)

  if (captured)
    return (
      <HandIn
        job={record.id}
        me={me}
        captured={captured}
        position={position}
        onAnew={() => {
          setCaptured(undefined)
          setWay('where')
        }}
      />
    )
  if (way === 'picture')
    return (
      <CaptureStep
        job={record.id}
        step="guardian-sign-in"
        label={words.label}
        instruction={words.take}
        position={position}
        facing="user"
        frame="portrait"
        onCaptured={setCaptured}
      />
    )
  if (way === 'code') return <ByCode job={record.id} position={position} onBack={() => setWay('where')} />

  const reading = readingOf(position)
  const judged = reading && fence ? judgeFence(reading, fence.ring, fence.metresMax) : undefined
  const advice = !reading ? 'none' : (judged?.verdict ?? 'inside')
  return (
    <div className={css.page}>
      <Card title={words.where} tone={advice === 'inside' ? 'met' : advice === 'outside' ? 'stopped' : 'due'}>
        <p className={css.place}>{place?.name ?? record.application.place}</p>
        <PositionNote position={position} fence={fence} />
        {judged && fence && (
          <p className={css.detail}>{words.distance(Math.ceil(judged.distanceMetres), fence.metresMax)}</p>
        )}
        <p>{words.advice[advice]}</p>
      </Card>
      <div className={css.foot}>
        <BigButton kind="primary" disabled={advice !== 'inside'} onClick={() => setWay('picture')}>
          {words.begin}
        </BigButton>
        <BigButton kind="quiet" disabled={advice !== 'inside'} onClick={() => setWay('code')}>
          {words.otherWay}
        </BigButton>
      </div>
    </div>
  )
}

/** The picture is there; the sign-in itself follows without another tap. */
const HandIn = ({
  job,
  me,
  captured,
  position,
  onAnew,
}: {
  job: string
  me: PersonId
  captured: Captured
  position: Position
  onAnew: () => void
}) => {
  const { signIn: words } = useWords().guarding
  const [, navigate] = useLocation()
  const { give, isBusy, outcome } = useJobCommand(job)
  const reading = readingOf(position)

  const handIn = useEffectEvent(() => {
    if (!reading) return
    void give(
      {
        type: 'SignInGuardian',
        signIn: {
          person: me,
          method: { kind: 'picture-on-site', picture: id<EvidenceId>(captured.evidence) },
          position: reading,
        },
      },
      words.label,
    )
  })
  useEffect(() => handIn(), [])

  return (
    <div className={css.page}>
      <p className={css.done} role="status">
        <SafetyShape
          state={outcome.kind === 'refused' ? 'stopped' : outcome.kind === 'done' ? 'met' : 'must'}
          size={56}
        />
        {outcome.kind === 'done' ? words.done : words.sending}
      </p>
      <CommandOutcome
        outcome={outcome}
        onRemedy={(remedy) => {
          const path = remedyPath(job, remedy)
          return remedy === 'capture-anew' || remedy === 'go-to-site'
            ? onAnew
            : path === undefined
              ? undefined
              : () => navigate(path)
        }}
      />
      {outcome.kind === 'refused' && (
        <div className={css.foot}>
          <BigButton kind="primary" disabled={isBusy} onClick={onAnew}>
            {words.again}
          </BigButton>
        </div>
      )}
    </div>
  )
}
