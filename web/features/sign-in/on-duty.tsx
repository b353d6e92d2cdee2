import { useLocation } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import type { GuardianDuty, JobRecord } from '#core/job/job.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import css from '../../session/job/site-page.module.css'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyLabel, SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'

const signs = { inside: 'met', outside: 'stopped', silent: 'due' } as const

/** While guarding: how the record sees me, and the way out of it, which is the next guardian's way in. */
export const OnDuty = ({ page, record, duty }: { page: JobPage; record: JobRecord; duty: GuardianDuty }) => {
  const { duty: words } = useWords().guarding
  const [, navigate] = useLocation()
  const clock = useClockText()
  const { give, isBusy, outcome } = useJobCommand(record.id)
  const last = duty.presence.at(-1)
  const me = duty.signIn.person
  const others = record.application.guardians.filter((guardian) => guardian !== me)
  const presentOf = (guardian: string) =>
    record.duty.findLast(({ signIn, endedAt }) => signIn.person === guardian && endedAt === null)?.presence.at(-1)
  const isRelieved = others.some((guardian) => presentOf(guardian)?.state === 'inside')
  return (
    <div className={css.page}>
      {last && (
        <p className={css.done} role="status">
          <SafetyShape state={signs[last.state]} size={56} />
          {words.state[last.state]}
        </p>
      )}
      {last && <p className={css.detail}>{words.since(clock.short(last.since))}</p>}
      <Card tone={last?.state === 'outside' ? 'stopped' : 'must'}>
        <p>{last?.state === 'outside' ? words.left : words.keepOpen}</p>
      </Card>
      <Card title={words.handOver}>
        {others.length === 0 && <p className={css.detail}>{words.nextNone}</p>}
        {others.map((guardian) => (
          <div key={guardian}>
            <p className={css.place}>{page.people[guardian] ?? guardian}</p>
            {presentOf(guardian)?.state === 'inside' ? (
              <SafetyLabel state="met">{words.nextHere}</SafetyLabel>
            ) : (
              <p className={css.detail}>{words.nextMissing}</p>
            )}
          </div>
        ))}
      </Card>
      <CommandOutcome outcome={outcome} />
      <div className={css.foot}>
        <BigButton kind="primary" onClick={() => navigate(`/jobs/${record.id}`)}>
          {words.toJob}
        </BigButton>
        <HoldToConfirm
          tone={isRelieved || page.job.status !== 'active' ? 'accent' : 'stop'}
          disabled={isBusy}
          onConfirm={() => void give({ type: 'EndGuardianDuty', guardian: me }, words.label)}
        >
          {isRelieved || page.job.status !== 'active' ? words.leave : words.leaveStops}
        </HoldToConfirm>
      </div>
    </div>
  )
}
