import { useState } from 'react'
import type { StandingEvacuation } from '#contract/evacuations.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import css from '../../session/job/site-page.module.css'
import { useWords } from '../../session/language.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import { useAct } from './use-act.ts'
import { useScopeName } from './use-evacuations.ts'

/** Everybody who was at work there, those not seen yet first, and the end of it. */
export const HeadCount = ({ evacuation }: { evacuation: StandingEvacuation }) => {
  const { evacuation: words } = useWords()
  const clock = useClockText()
  const nameOf = useScopeName()
  const { act, outcome } = useAct()
  const [note, setNote] = useState('')
  const { id, by, since, heads } = evacuation
  const safe = heads.filter(({ safeAt }) => safeAt !== null).length
  return (
    <Card title={words.stands(nameOf(evacuation))} tone={safe === heads.length ? 'due' : 'stopped'}>
      <p className={css.detail}>{words.calledBy(by ?? words.system, clock.short(since))}</p>
      {heads.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <>
          <p className={css.place}>{words.counted(safe, heads.length)}</p>
          <RowList>
            {heads.map(({ person, name, wasInside, safeAt }) => (
              <ListRow
                key={person}
                title={name}
                detail={wasInside ? words.inside : words.atWork}
                trail={
                  safeAt === null ? (
                    <SafetyLabel state="stopped">{words.markSafe}</SafetyLabel>
                  ) : (
                    <SafetyLabel state="met">{words.safe}</SafetyLabel>
                  )
                }
                {...(safeAt === null ? { onOpen: () => void act(`/api/evacuations/${id}/heads`, { person }) } : {})}
              />
            ))}
          </RowList>
        </>
      )}
      <TextField label={words.note} value={note} onChange={setNote} />
      <CommandOutcome outcome={outcome} />
      <HoldToConfirm onConfirm={() => void act(`/api/evacuations/${id}/end`, { note })}>{words.end}</HoldToConfirm>
      <p className={css.detail}>{words.endHow}</p>
    </Card>
  )
}
