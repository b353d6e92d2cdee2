import type { SettledDebt } from '#core/contingency/debt.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './debts.module.css'
import { useGasText } from './use-gas-text.ts'

export const signOfVerdict = { agrees: 'met', explained: 'met', differs: 'due' } as const

/** What a check found: each difference with both values, or the reason why nothing was compared. */
export const DebtResult = ({
  settled,
  rulebook,
  nameOf,
}: {
  settled: SettledDebt
  rulebook: Rulebook
  nameOf: (person: string) => string
}) => {
  const { debts: words, gasTest } = useWords()
  const clock = useClockText()
  const text = useGasText(rulebook)
  return (
    <>
      <p role="status">
        <SafetyLabel state={signOfVerdict[settled.verdict]}>{words.verdict[settled.verdict]}</SafetyLabel>
      </p>
      {settled.verdict === 'explained' && <p>{settled.reason}</p>}
      {settled.verdict === 'differs' && (
        <ul className={css.result}>
          {settled.differences.map(({ gas, point, recorded, compared, tolerance }) => (
            <li key={`${point} ${gas}`}>
              <strong>
                {gasTest.point(point)} · {text.gas(gas)}
              </strong>
              <br />
              {words.pair(text.amount(gas, recorded), text.amount(gas, compared))}
              <br />
              <span className={css.quiet}>
                {words.beyond(text.amount(gas, Math.abs(recorded - compared)), text.amount(gas, tolerance))}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={css.quiet}>{words.settled(nameOf(settled.by), clock.short(settled.at))}</p>
    </>
  )
}
