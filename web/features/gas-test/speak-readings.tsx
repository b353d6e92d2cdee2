import { useState } from 'react'
import type { GasLine } from '#core/gas/gas-checklist.ts'
import { matchGases } from '#core/gas/spoken-reading/match-gases.ts'
import { parseSpokenReading } from '#core/gas/spoken-reading/parse-spoken-reading.ts'
import { useCapture } from '../../session/job/use-capture.ts'
import { useWords } from '../../session/language.tsx'
import { useRecorder, type Recording } from '../../ui/capture/use-recorder.ts'
import type { Position } from '../../ui/place/use-position.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { lineKey, type Draft } from './draft.ts'
import { useGasWords } from './use-gas-words.ts'

export type Spoken = { readonly recording: string; readonly said: string }

/** What was said, put into the fields of every point that has none yet; or why not, part by part. */
const fillIn = (said: string, lines: readonly GasLine[], draft: Draft, at: number) => {
  const parsed = parseSpokenReading(said)
  if (parsed.kind === 'unclear') return { unclear: parsed.unclear }
  const point = lines.find((line) => !draft.typed[lineKey(line)])?.point ?? lines[0]?.point
  const here = lines.filter((line) => line.point === point)
  const matched = matchGases(
    parsed.readings,
    here.map(({ gas }) => gas),
  )
  if (matched.kind === 'unmatched') return { unmatched: matched.gases }
  const typed = { ...draft.typed }
  const units = { ...draft.units }
  for (const { gas, value, unit } of matched.readings) {
    typed[lineKey({ point: point ?? '', gas })] = { text: String(value), at }
    if (unit !== null) units[gas.id] = unit
  }
  return { draft: { typed, units } }
}

/** While a source is silent: the reading is spoken, kept as evidence, and understood only where it is clear. */
export const SpeakReadings = ({
  job,
  lines,
  draft,
  position,
  until,
  isKept,
  onDraft,
  onSpoken,
}: {
  job: string
  lines: readonly GasLine[]
  draft: Draft
  position: Position
  until: string
  isKept: boolean
  onDraft: (draft: Draft) => void
  onSpoken: (spoken: Spoken) => void
}) => {
  const { spoken: words } = useWords()
  const { nameOf } = useGasWords()
  const { locale, now } = useUi()
  const { ticket, handIn } = useCapture(job, 'gas-test')
  const [said, setSaid] = useState('')
  const [faults, setFaults] = useState<readonly string[]>([])
  const [state, setState] = useState<'none' | 'saving' | 'refused' | 'filled'>('none')

  const keep = async ({ blob, takenAt, heard }: Recording): Promise<void> => {
    setSaid(heard)
    setState('saving')
    const outcome = await handIn({ blob, takenAt }, { label: words.title, position })
    if (outcome.kind !== 'done') return setState('refused')
    onSpoken({ recording: outcome.answer.evidence.id, said: heard })
    setState('none')
  }
  const recorder = useRecorder({ locale, now }, (recording) => void keep(recording))
  const fill = (): void => {
    const result = fillIn(said, lines, draft, now())
    setFaults([
      ...(result.unclear ?? []).map((part) => `${words.unclear[part.code]}${part.said === '' ? '' : `:${part.said}`}`),
      ...(result.unmatched ?? []).map(({ gas, why }) => {
        const known = lines.find((line) => line.gas.id === (gas as string))
        return `${why === 'several' ? words.several : words.notAsked}${known ? `:${nameOf(known.gas)}` : ''}`
      }),
    ])
    if (!result.draft) return
    onDraft(result.draft)
    setState('filled')
  }
  return (
    <Card title={words.banner(until)} tone="due">
      <p>{words.how}</p>
      {recorder.state === 'recording' ? (
        <BigButton kind="primary" onClick={recorder.stop}>
          {words.stop}
        </BigButton>
      ) : (
        <BigButton disabled={!ticket || state === 'saving'} onClick={() => void recorder.start()}>
          {isKept ? words.again : words.record}
        </BigButton>
      )}
      <div role="status">
        {recorder.state === 'denied' && <SafetyLabel state="stopped">{words.noMicrophone}</SafetyLabel>}
        {state === 'saving' && <SafetyLabel state="due">{words.saving}</SafetyLabel>}
        {state === 'refused' && <SafetyLabel state="stopped">{words.notKept}</SafetyLabel>}
        {isKept && state !== 'saving' && <SafetyLabel state="met">{words.kept}</SafetyLabel>}
      </div>
      <TextField label={words.said} value={said} onChange={setSaid} lines={2} />
      <BigButton disabled={said.trim() === ''} onClick={fill}>
        {words.fill}
      </BigButton>
      {faults.map((fault) => (
        <p key={fault} role="alert">
          <SafetyLabel state="stopped">{fault}</SafetyLabel>
        </p>
      ))}
      {state === 'filled' && faults.length === 0 && <SafetyLabel state="met">{words.filled}</SafetyLabel>}
    </Card>
  )
}
