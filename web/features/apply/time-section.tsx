import { epochMs, hourMs, type EpochMs } from '#core/time/epoch.ts'
import { useWords } from '../../session/language.tsx'
import { Segments } from '../../ui/touch/segments.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './apply.module.css'
import type { Draft } from './draft.ts'
import { fromFieldText, toFieldText } from '../../session/time/plant-time.ts'
import { Section } from './section.tsx'

/** Lengths that are one tap away; any other is typed. How long a permit may be is the rulebook's to say. */
const usualHours = [2, 4, 6, 8] as const

export const TimeSection = ({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) => {
  const words = useWords().apply
  const { from, to } = draft.window
  const last = (hours: number): void => onChange({ ...draft, window: { from, to: epochMs(from + hours * hourMs) } })
  return (
    <Section id="time" title={words.time}>
      <div className={css.times}>
        <TimeField
          label={words.from}
          at={from}
          onChange={(start) => onChange({ ...draft, window: { from: start, to: epochMs(start + (to - from)) } })}
        />
        <TimeField label={words.to} at={to} onChange={(end) => onChange({ ...draft, window: { from, to: end } })} />
      </div>
      <Segments
        label={words.time}
        options={usualHours.map((hours) => ({ id: String(hours), label: words.hours(hours) }))}
        chosen={String((to - from) / hourMs)}
        onChoose={(hours) => last(Number(hours))}
      />
    </Section>
  )
}

const TimeField = ({ label, at, onChange }: { label: string; at: EpochMs; onChange: (at: EpochMs) => void }) => {
  const { timeZone } = useUi()
  return (
    <label className={css.time}>
      <span className={css.label}>{label}</span>
      <input
        type="datetime-local"
        className={css.input}
        value={toFieldText(at, timeZone)}
        onChange={({ target: { value } }) => {
          const typed = fromFieldText(value, timeZone)
          if (typed !== undefined) onChange(typed)
        }}
      />
    </label>
  )
}
