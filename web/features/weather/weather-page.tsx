import { useState } from 'react'
import type { LatestWeather, WeatherReading } from '#contract/weather.ts'
import { weatherKinds, windForceMax, type Weather } from '#core/place/weather.ts'
import { epochMs } from '#core/time/epoch.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import css from '../../session/job/site-page.module.css'
import type { OutcomeShown } from '../../session/job/outcome-shown.ts'
import { useWords } from '../../session/language.tsx'
import { useSubmit } from '../../session/outbox/use-outbox.ts'
import { useServices } from '../../session/services.tsx'
import { useRead } from '../../session/use-read.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ChoiceTiles } from '../../ui/touch/choice-tiles.tsx'
import { NumberField } from '../../ui/touch/number-field.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { Voices } from './voices.tsx'

const path = '/api/weather'

/** Whoever stands outside says how the wind blows and what the sky does; outdoor work may go on only on a fresh reading. */
export const WeatherPage = () => {
  const { weather: words } = useWords()
  const { now } = useUi()
  const { queries } = useServices()
  const submit = useSubmit()
  const { data } = useRead<LatestWeather>(['weather'], path)
  const [wind, setWind] = useState('')
  const [sky, setSky] = useState<readonly Weather[]>([])
  const [outcome, setOutcome] = useState<OutcomeShown>({ kind: 'none' })
  const isWind = /^\d{1,2}$/.test(wind) && Number(wind) <= windForceMax

  const toggle = (id: string): void => {
    const kind = weatherKinds.find((one) => one === id)
    if (kind) setSky(sky.includes(kind) ? sky.filter((one) => one !== kind) : [...sky, kind])
  }
  const save = async (): Promise<void> => {
    const reading: WeatherReading = { observedAt: epochMs(now()), windForce: Number(wind), sky: [...sky] }
    setOutcome(
      await submit({
        kind: 'command',
        method: 'POST',
        path,
        body: { kind: 'json', value: reading },
        label: words.title,
      }),
    )
    await queries.invalidateQueries({ queryKey: ['weather'] })
  }

  return (
    <div className={css.page}>
      <Voices {...(data ? { weather: data } : {})} />
      <NumberField
        label={words.wind}
        unit={words.force}
        limit={words.windLimit}
        value={wind}
        onChange={setWind}
        verdict={wind === '' || isWind ? { kind: 'none' } : { kind: 'refused', words: words.windFault }}
      />
      <ChoiceTiles
        label={words.sky}
        choices={weatherKinds.map((id) => ({ id, label: words.kind[id] }))}
        chosen={sky}
        onToggle={toggle}
      />
      <CommandOutcome outcome={outcome} />
      {outcome.kind === 'done' && <SafetyLabel state="met">{words.saved}</SafetyLabel>}
      <div className={css.foot}>
        <BigButton kind="primary" disabled={!isWind} onClick={() => void save()}>
          {sky.length === 0 ? words.saveFair : words.save}
        </BigButton>
      </div>
    </div>
  )
}
