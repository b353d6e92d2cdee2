import { useState } from 'react'
import type { JobPage } from '#contract/job-views.ts'
import { compareReadings } from '#core/contingency/compare-readings.ts'
import type { Debt } from '#core/contingency/debt.ts'
import { debtTerms } from '#core/contingency/debt-terms.ts'
import type { DebtTerms } from '#core/rulebook/contingency-mode.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useJobCommand, type GivenCommand, type JobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { Segments } from '../../ui/touch/segments.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './debts.module.css'
import { DebtResult } from './debt-result.tsx'
import { numberOf, ReadingPair } from './reading-pair.tsx'

type Spoken = Extract<Debt, { kind: 'spoken-reading' }>
type Outcome = Extract<GivenCommand, { type: 'SettleDebt' }>['outcome']

/** One debt: who made it and when, then its comparison or its explanation; once settled, what was found. */
export const CheckDebt = ({
  job,
  page,
  debt,
  rulebook,
}: {
  job: string
  page: JobPage
  debt: Debt
  rulebook: Rulebook
}) => {
  const { debts: words } = useWords()
  const clock = useClockText()
  const command = useJobCommand(job)
  const terms = debtTerms(debt, rulebook)
  const comparable = debt.kind === 'spoken-reading' && terms ? { debt, terms } : null
  const [way, setWay] = useState<Outcome['kind']>(comparable ? 'compared' : 'explained')
  const nameOf = (person: string): string => page.people[person] ?? person
  const give = (outcome: Outcome): void =>
    void command.give({ type: 'SettleDebt', debt: debt.key, outcome }, words.label)
  return (
    <div className={css.check}>
      <p className={css.quiet}>{words.made(nameOf(debt.by), clock.short(debt.at))}</p>
      {debt.settled ? (
        <DebtResult settled={debt.settled} rulebook={rulebook} nameOf={nameOf} />
      ) : (
        <>
          {comparable && (
            <Segments
              label={words.way.label}
              options={(['compared', 'explained'] as const).map((id) => ({ id, label: words.way[id] }))}
              chosen={way}
              onChoose={setWay}
            />
          )}
          {comparable && way === 'compared' ? (
            <Comparison {...comparable} rulebook={rulebook} command={command} onGive={give} />
          ) : (
            <Explanation command={command} onGive={give} />
          )}
        </>
      )}
    </div>
  )
}

/** Why it was refused stands right over the button that was held. */
type Giving = { readonly command: JobCommand; readonly onGive: (outcome: Outcome) => void }

const Comparison = ({
  debt,
  terms,
  rulebook,
  command,
  onGive,
}: { debt: Spoken; terms: DebtTerms; rulebook: Rulebook } & Giving) => {
  const { debts: words, gasTest } = useWords()
  const [typed, setTyped] = useState<{ readonly [reading: string]: string }>({})
  const keyOf = ({ point, gas }: Spoken['readings'][number]): string => `${point} ${gas}`
  const compared = debt.readings.flatMap((mine) => {
    const value = numberOf(typed[keyOf(mine)] ?? '')
    return value === null ? [] : [{ point: mine.point, gas: mine.gas, unit: mine.unit, value }]
  })
  const missing = debt.readings.length - compared.length
  const found = compareReadings(debt.readings, compared, rulebook, terms)
  const points = [...new Set(debt.readings.map(({ point }) => point))]
  return (
    <>
      <p>{words.comparedHow}</p>
      {points.map((point) => (
        <section key={point} className={css.check}>
          <h3 className={css.point}>{gasTest.point(point)}</h3>
          {debt.readings
            .filter((one) => one.point === point)
            .map((mine) => (
              <ReadingPair
                key={keyOf(mine)}
                recorded={mine}
                typed={typed[keyOf(mine)] ?? ''}
                rulebook={rulebook}
                terms={terms}
                onType={(text) => setTyped({ ...typed, [keyOf(mine)]: text })}
              />
            ))}
        </section>
      ))}
      {missing > 0 && <p className={css.quiet}>{words.missing(missing)}</p>}
      <CommandOutcome outcome={command.outcome} />
      <HoldToConfirm
        disabled={command.isBusy || found.kind === 'incomplete'}
        onConfirm={() => onGive({ kind: 'compared', readings: compared })}
      >
        {found.kind === 'compared' && found.differences.length > 0 ? words.submitDiffers : words.submit}
      </HoldToConfirm>
    </>
  )
}

const Explanation = ({ command, onGive }: Giving) => {
  const { debts: words } = useWords()
  const [reason, setReason] = useState('')
  return (
    <>
      <TextField label={words.reason} help={words.explainedHow} lines={3} value={reason} onChange={setReason} />
      <CommandOutcome outcome={command.outcome} />
      <HoldToConfirm
        disabled={command.isBusy || reason.trim() === ''}
        onConfirm={() => onGive({ kind: 'explained', reason: reason.trim() })}
      >
        {words.submit}
      </HoldToConfirm>
    </>
  )
}
