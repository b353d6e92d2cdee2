import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import type { OperationId } from '#core/ids.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { WitnessedCheck } from '#core/rulebook/hold-point.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import css from '../../session/job/site-page.module.css'
import { useSpeech, useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SafetyLabel, SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { OneCheck } from './one-check.tsx'

export type AskedCheck = WitnessedCheck & { readonly operation: OperationId }

/** What has to be seen on the spot before the work: each check with who does it, and the picture it takes. */
export const WitnessPage = () => {
  const { witness: words } = useWords()
  const { job } = useParams<{ job: string }>()
  const { data } = useJobPage(job)
  const { data: rulebook } = useRulebook(data?.job)
  const [open, setOpen] = useState<AskedCheck>()
  if (!data || !rulebook) return null
  const record = 'record' in data.job ? data.job.record : undefined
  const checks = record ? checksOf(record, rulebook) : []
  if (!record || checks.length === 0) return <EmptyState title={words.notAsked} how="" />
  return open ? (
    <OneCheck key={open.id} record={record} rulebook={rulebook} check={open} onDone={() => setOpen(undefined)} />
  ) : (
    <Checks page={data} record={record} checks={checks} onOpen={setOpen} />
  )
}

const checksOf = ({ permits }: JobRecord, rulebook: Rulebook): readonly AskedCheck[] =>
  permits.flatMap(({ operation }) =>
    (rulebook.operations[operation]?.holdPoints ?? [])
      .flatMap((point) => (point.kind === 'witnessed-check' && point.applies ? point.checks : []))
      .map((check) => ({ ...check, operation })),
  )

const Checks = ({
  page,
  record,
  checks,
  onOpen,
}: {
  page: JobPage
  record: JobRecord
  checks: readonly AskedCheck[]
  onOpen: (check: AskedCheck) => void
}) => {
  const { witness: words } = useWords()
  const { language } = useSpeech()
  const { personId } = useSession()
  const clock = useClockText()
  const [, navigate] = useLocation()
  // Whether what was seen still counts is the server's word; a check seen before a long break is named there as well.
  const lacking = page.holdPoints
    .filter(({ kind }) => kind === 'witnessed-check')
    .flatMap(({ refusals }) => refusals.flatMap(({ params }) => ('check' in params ? [params.check] : [])))
  const isMine = ({ by }: AskedCheck): boolean =>
    by === 'leader'
      ? record.application.leader === personId
      : record.application.guardians.some((one) => one === personId)
  return (
    <div className={css.page}>
      {lacking.length === 0 ? (
        <p className={css.done} role="status">
          <SafetyShape state="met" size={56} />
          {words.allSeen}
        </p>
      ) : (
        <p className={css.place}>{words.left(lacking.length)}</p>
      )}
      {checks.map((check) => {
        const seen = record.checks[`${check.operation}.${check.id}`]
        const isLacking = lacking.includes(check.id)
        return (
          <Card
            key={`${check.operation}.${check.id}`}
            title={language === 'zh-CN' ? check.name.zh : check.name.en}
            tone={isLacking ? 'must' : 'met'}
          >
            {seen ? (
              <SafetyLabel state={isLacking ? 'due' : 'met'}>
                {words.seen(page.people[seen.by] ?? seen.by, clock.short(seen.occurredAt))}
              </SafetyLabel>
            ) : (
              <p className={css.detail}>{words.by[check.by]}</p>
            )}
            {isMine(check) && isLacking && (
              <BigButton kind="primary" onClick={() => onOpen(check)}>
                {seen ? words.again : words.go}
              </BigButton>
            )}
          </Card>
        )
      })}
      <div className={css.foot}>
        <BigButton kind={lacking.length === 0 ? 'primary' : 'quiet'} onClick={() => navigate(`/jobs/${record.id}`)}>
          {words.toJob}
        </BigButton>
      </div>
    </div>
  )
}
