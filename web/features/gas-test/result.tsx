import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import { dutyPath } from '../../session/job/duty-path.ts'
import css from '../../session/job/site-page.module.css'
import { useWords } from '../../session/language.tsx'
import { speak } from '../../ui/alarm/speak.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import own from './gas-test.module.css'

/** The verdict as large as it is important, spoken, and over the limit what to do now. */
export const Result = ({ job, isGood, onAgain }: { job: string; isGood: boolean; onAgain: () => void }) => {
  const { gasTest: words, home } = useWords()
  const { locale } = useUi()
  const [, navigate] = useLocation()
  const say = useEffectEvent(() =>
    speak(isGood ? `${words.good}。${words.goodNext}` : `${words.bad}。${words.badSteps.join('。')}`, locale),
  )
  useEffect(() => say(), [])
  return (
    <div className={css.page}>
      <p className={css.done} role={isGood ? 'status' : 'alert'}>
        <SafetyShape state={isGood ? 'met' : 'stopped'} size={72} />
        {isGood ? words.good : words.bad}
      </p>
      {isGood ? (
        <p className={css.place}>{words.goodNext}</p>
      ) : (
        <Card tone="stopped">
          <ol className={own.steps}>
            {words.badSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Card>
      )}
      <div className={css.foot}>
        {!isGood && (
          <>
            <BigButton onClick={() => navigate(dutyPath(job, 'ventilate'))}>{home.duty.ventilate.title}</BigButton>
            <BigButton onClick={onAgain}>{words.again}</BigButton>
          </>
        )}
        <BigButton kind="primary" onClick={() => navigate(`/jobs/${job}`)}>
          {words.toJob}
        </BigButton>
      </div>
    </div>
  )
}
