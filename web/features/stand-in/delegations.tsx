import type { MyDelegations } from '#contract/standing-in.ts'
import { epochMs } from '#core/time/epoch.ts'
import { useState } from 'react'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OutcomeShown } from '../../session/job/outcome-shown.ts'
import { useWords } from '../../session/language.tsx'
import { useSubmit } from '../../session/outbox/use-outbox.ts'
import { useServices } from '../../session/services.tsx'
import type { SafetyState } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import css from './stand-in.module.css'

type Row = MyDelegations['made'][number]
type State = 'coming' | 'inForce' | 'over'
const signs: { readonly [S in State]: SafetyState } = { coming: 'not-open', inForce: 'met', over: 'not-open' }

const stateOf = ({ fromAt, untilAt, endedAt }: Row, now: number): State => {
  if (endedAt !== null || now >= untilAt) return 'over'
  return now < fromAt ? 'coming' : 'inForce'
}

export const isStanding = (row: Row, now: number): boolean => stateOf(row, now) !== 'over'

export const Delegations = ({
  title,
  rows,
  people,
  now,
  isOwn,
}: {
  title: string
  rows: readonly Row[]
  people: MyDelegations['people']
  now: number
  isOwn: boolean
}) =>
  rows.length > 0 && (
    <Card title={title}>
      <ul className={css.list}>
        {rows.map((row) => (
          <Delegation
            key={row.id}
            row={row}
            name={people[isOwn ? row.to : row.from] ?? (isOwn ? row.to : row.from)}
            state={stateOf(row, now)}
            isOwn={isOwn}
          />
        ))}
      </ul>
    </Card>
  )

const Delegation = ({ row, name, state, isOwn }: { row: Row; name: string; state: State; isOwn: boolean }) => {
  const { approving, board } = useWords()
  const words = approving.standIn
  const clock = useClockText()
  return (
    <li className={css.row} data-over={state === 'over'}>
      <div className={css.head}>
        <strong>{name}</strong>
        <StatusPill state={signs[state]}>{words.state[state]}</StatusPill>
      </div>
      <p>{board.authority[row.authority] ?? row.authority}</p>
      <p className={css.quiet}>
        {words.from(clock.short(epochMs(row.fromAt)), clock.short(epochMs(row.endedAt ?? row.untilAt)))} · {row.reason}
      </p>
      {isOwn && state !== 'over' && <End id={row.id} />}
    </li>
  )
}

const End = ({ id }: { id: string }) => {
  const words = useWords().approving.standIn
  const { queries } = useServices()
  const submit = useSubmit()
  const [outcome, setOutcome] = useState<OutcomeShown>({ kind: 'none' })
  const end = async (): Promise<void> => {
    setOutcome(
      await submit({
        kind: 'command',
        method: 'POST',
        path: `/api/me/delegations/${id}/end`,
        body: { kind: 'json', value: {} },
        label: words.endLabel,
      }),
    )
    await queries.invalidateQueries({ queryKey: ['jobs'] })
  }
  return (
    <>
      <CommandOutcome outcome={outcome} />
      <BigButton onClick={() => void end()}>{words.end}</BigButton>
    </>
  )
}
