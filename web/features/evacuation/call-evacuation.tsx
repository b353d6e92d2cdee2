import { useState } from 'react'
import type { CallEvacuation } from '#contract/evacuations.ts'
import type { Board } from '#contract/job-views.ts'
import { id, type PlaceId } from '#core/ids.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { Card } from '../../ui/touch/card.tsx'
import { ChoiceTiles } from '../../ui/touch/choice-tiles.tsx'
import { StopButton } from '../../ui/touch/stop-button.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './evacuation.module.css'
import { useAct } from './use-act.ts'

/** How far around a place is cleared when somebody has no time to think about it. */
const aroundMetres = 100
const plantChoice = 'plant'

/** Everything around a place where work goes on, or the whole plant: what is asked is where, never why. */
export const CallEvacuationCard = () => {
  const { evacuation: words } = useWords()
  const { act, outcome } = useAct()
  const { data } = useRead<Board>(['jobs'], '/api/jobs')
  const [chosen, setChosen] = useState<string>(plantChoice)
  const [reason, setReason] = useState('')
  const places = new Map(
    (data?.jobs ?? []).filter(({ status }) => status !== 'closed').map(({ place }) => [place.id, place.name]),
  )
  const scope: CallEvacuation['scope'] =
    chosen === plantChoice ? { kind: 'plant' } : { kind: 'around', place: id<PlaceId>(chosen), metres: aroundMetres }
  return (
    <Card title={words.call}>
      <p>{words.callHow}</p>
      <ChoiceTiles
        label={words.scope(aroundMetres)}
        choices={[
          { id: plantChoice, label: words.wholePlant },
          ...[...places].map(([place, name]) => ({ id: place, label: name })),
        ]}
        chosen={[chosen]}
        onToggle={setChosen}
      />
      <TextField label={words.reason} value={reason} onChange={setReason} />
      <CommandOutcome outcome={outcome} />
      <div className={css.call}>
        <StopButton
          form="square"
          label={words.callNow}
          onStop={() => void act('/api/evacuations', { scope, reason })}
        />
      </div>
    </Card>
  )
}
