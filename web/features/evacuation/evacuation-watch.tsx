import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { AlarmPage } from '../../ui/alarm/alarm-page.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import css from './evacuation.module.css'
import { useAct } from './use-act.ts'
import { evacuationsKey, useEvacuations, useScopeName } from './use-evacuations.ts'

/** A call sends its event only where a job stopped; every phone has to hear it all the same. */
const rereadMs = 10_000

/** On every phone of the plant: the siren until it is answered, then a line that stays until the evacuation is called off. */
export const EvacuationWatch = () => {
  const { evacuation: words } = useWords()
  const { act } = useAct()
  const { personId } = useSession()
  const [, navigate] = useLocation()
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const standing = useEvacuations()
  const nameOf = useScopeName()
  const queries = useQueryClient()
  useEffect(() => {
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: evacuationsKey }), rereadMs)
    return () => clearInterval(timer)
  }, [queries])

  const call = standing.find(({ id }) => !answered.has(id))
  if (call)
    return (
      <AlarmPage
        kind="evacuate"
        title={words.siren}
        detail={words.sirenAt(nameOf(call), call.reason)}
        action={words.out}
        onAct={() => {
          setAnswered(new Set([...answered, call.id]))
          if (call.heads.some(({ person }) => person === personId))
            void act(`/api/evacuations/${call.id}/heads`, { person: personId })
        }}
      />
    )
  const [first] = standing
  return first ? (
    <div className={css.stands}>
      <SafetyLabel state="stopped">{words.stands(nameOf(first))}</SafetyLabel>
      <BigButton kind="quiet" onClick={() => navigate('/evacuation')}>
        {words.open}
      </BigButton>
    </div>
  ) : null
}
