import { useLocation } from 'wouter'
import type { MyDuty } from '#contract/me.ts'
import { isUrgedOnly, owedPath, useBecause } from '../../session/job/use-because.ts'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { Countdown } from '../../ui/time/countdown.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import css from './home.module.css'

/** From here on a countdown is yellow. */
const soonMs = 5 * 60_000
const tones = { waiting: 'plain', open: 'must', due: 'due', late: 'stopped' } as const

/** The one thing to do now, as large as the page allows, with its time and the button to its page. */
export const NextDuty = ({ owed }: { owed: MyDuty }) => {
  const { duty, job, action, because, aboutName } = owed
  const why = useBecause()(owed)
  const { home: words, jobs, approving } = useWords()
  const [, navigate] = useLocation()
  const clock = useClockText()
  const { data } = useJobPage(job.id)
  const mine = data?.holdPoints.findIndex(({ kind }) => kind === duty.holdPoint) ?? -1
  // A point that is not open yet waits for the first one before it that is.
  const before =
    data?.holdPoints[mine]?.state === 'waiting'
      ? data.holdPoints.slice(0, mine).find(({ state }) => state === 'open')
      : undefined
  return (
    <Card tone={tones[duty.state]}>
      <div className={css.now}>
        <h2 className={css.title}>{words.duty[action].title}</h2>
        <div>
          <p className={css.where}>{job.place.name}</p>
          <p className={css.content}>{job.content}</p>
        </div>
        {why !== null && <SafetyLabel state={because?.kind === 'escalated' ? 'stopped' : 'must'}>{why}</SafetyLabel>}
        {aboutName !== undefined && <SafetyLabel state="must">{words.mustRest(aboutName)}</SafetyLabel>}
        {duty.note !== undefined && <p className={css.note}>{approving.sentBack(duty.note)}</p>}
        {duty.state === 'waiting' ? (
          <SafetyLabel state="not-open">{words.opens(clock.short(duty.opensAt))}</SafetyLabel>
        ) : (
          <Countdown dueAt={duty.dueAt} soonMs={soonMs} size="large" />
        )}
        {before && <SafetyLabel state="not-open">{words.waitsFor(jobs.holdPoint[before.kind])}</SafetyLabel>}
        <BigButton kind="primary" onClick={() => navigate(owedPath(owed))}>
          {isUrgedOnly(owed) ? approving.because.see : words.duty[action].act}
        </BigButton>
      </div>
    </Card>
  )
}
