import { useState } from 'react'
import type { DelegationRequest, Signatories } from '#contract/standing-in.ts'
import type { PersonId } from '#core/ids.ts'
import { dayMs, epochMs, type EpochMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OutcomeShown } from '../../session/job/outcome-shown.ts'
import { useWords } from '../../session/language.tsx'
import { useSubmit } from '../../session/outbox/use-outbox.ts'
import { useServices } from '../../session/services.tsx'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { Segments } from '../../ui/touch/segments.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './stand-in.module.css'

/** Lengths that are one tap away; the longest is the rulebook's. */
const usualDays = [1, 3, 7, 14, 30] as const

/** Which right, who uses it, and until when. Only people who hold the same right are offered; the server decides it again. */
export const NewDelegation = ({
  authorities,
  daysMax,
  onDone,
}: {
  authorities: readonly string[]
  daysMax: number
  onDone: () => void
}) => {
  const { approving, board } = useWords()
  const words = approving.standIn
  const { timeZone, now } = useUi()
  const { personId } = useSession()
  const { queries } = useServices()
  const submit = useSubmit()
  const clock = useClockText()
  const { data } = useRead<Signatories>(['people', 'signatories'], '/api/signatories')
  const [authority, setAuthority] = useState(authorities[0] ?? '')
  const [to, setTo] = useState<string>()
  const [start, setStart] = useState<'now' | 'tomorrow'>('now')
  const [days, setDays] = useState('1')
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<OutcomeShown>({ kind: 'none' })
  const [tries, setTries] = useState(0)
  const holders = (data?.people ?? []).filter((one) => one.id !== personId && one.authorities.includes(authority))
  const named = holders.find(({ id }) => id === to)
  const { from, until } = spanOf(start, Number(days), epochMs(now()), timeZone)

  const send = async (): Promise<void> => {
    if (!named) return
    const value: DelegationRequest = { to: named.id as PersonId, authority, from, until, reason }
    const answered = await submit({
      kind: 'command',
      method: 'POST',
      path: '/api/me/delegations',
      body: { kind: 'json', value },
      label: words.label,
    })
    setOutcome(answered)
    setTries((count) => count + 1)
    await queries.invalidateQueries({ queryKey: ['jobs'] })
    if (answered.kind === 'done') onDone()
  }
  return (
    <Card>
      <div className={css.form}>
        {authorities.length > 1 && (
          <>
            <h3 className={css.label}>{words.right}</h3>
            <Segments
              label={words.right}
              options={authorities.map((id) => ({ id, label: board.authority[id] ?? id }))}
              chosen={authority}
              onChoose={setAuthority}
            />
          </>
        )}
        <h3 className={css.label}>{words.who}</h3>
        {data && holders.length === 0 ? (
          <p>{words.nobody}</p>
        ) : (
          <RowList>
            {holders.map((one) => (
              <ListRow
                key={one.id}
                lead={<SafetyShape state={one.id === to ? 'must' : 'not-open'} size={26} />}
                title={one.name}
                detail={`${one.department} · ${board.authority[authority] ?? authority}`}
                onOpen={() => setTo(one.id)}
              />
            ))}
          </RowList>
        )}
        <h3 className={css.label}>{words.start}</h3>
        <Segments
          label={words.start}
          options={[
            { id: 'now', label: words.startNow },
            { id: 'tomorrow', label: words.startTomorrow },
          ]}
          chosen={start}
          onChoose={setStart}
        />
        <h3 className={css.label}>{words.length}</h3>
        <Segments
          label={words.length}
          options={usualDays
            .filter((count) => count <= daysMax)
            .map((count) => ({ id: String(count), label: words.days(count) }))}
          chosen={days}
          onChoose={setDays}
        />
        <p className={css.quiet}>{words.until(clock.short(until))}</p>
        <TextField label={words.reason} value={reason} onChange={setReason} />
        <CommandOutcome outcome={outcome} />
        <HoldToConfirm
          key={tries}
          tone="met"
          disabled={named === undefined || reason.trim() === ''}
          onConfirm={() => void send()}
        >
          {words.send(named?.name ?? '…')}
        </HoldToConfirm>
      </div>
    </Card>
  )
}

/** Whole days of the plant: the last one is over at its midnight, in whatever zone the phone is. */
const spanOf = (
  start: 'now' | 'tomorrow',
  days: number,
  now: EpochMs,
  timeZone: string,
): { readonly from: EpochMs; readonly until: EpochMs } => {
  const clock = plantClockOf(timeZone)
  const from = start === 'now' ? now : clock.endOf(clock.dateOf(now))
  return { from, until: clock.endOf(clock.dateOf(epochMs(from + (days - 1) * dayMs))) }
}
