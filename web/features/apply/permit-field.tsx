import { useState } from 'react'
import type { AnsweredRefusal } from '#contract/command-answer.ts'
import { sayRefusal } from '#core/messages/say-refusal.ts'
import type { FormField } from '#core/rulebook/rulebook.ts'
import { useReading } from '../../session/job/use-reading.ts'
import { useSpeech } from '../../session/language.tsx'
import { NumberField, type Verdict } from '../../ui/touch/number-field.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './apply.module.css'
import type { Draft } from './draft.ts'
import { textIn } from './text-in.ts'

type Value = Draft['fields'][string]

/** One question of a permit, in the form that its kind of answer asks for. What is wrong with an answer stands under it. */
export const PermitField = ({
  field,
  value,
  refusal,
  onChange,
}: {
  field: FormField
  value: Value | undefined
  refusal: AnsweredRefusal | undefined
  onChange: (value: Value | undefined) => void
}) => {
  const { language, words } = useSpeech()
  const say = useReading()
  // That an answer is still missing is told in the list of what is missing, not at every field not reached yet.
  const fault = say && refusal && value !== undefined ? sayRefusal(refusal, say.messages, say.reading).what : undefined
  const label = field.required
    ? textIn(language, field.label)
    : `${textIn(language, field.label)}(${words.apply.optional})`

  switch (field.kind) {
    case 'text':
      return (
        <TextField
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => onChange(text === '' ? undefined : text)}
          {...(fault === undefined ? {} : { fault })}
        />
      )
    case 'number':
      return (
        <NumberAnswer
          label={label}
          unit={field.unit}
          value={value}
          verdict={fault === undefined ? { kind: 'none' } : { kind: 'refused', words: fault }}
          onChange={onChange}
        />
      )
    case 'flag':
      return (
        <Chips
          label={label}
          fault={fault}
          options={[
            { id: 'yes', label: words.apply.yes },
            { id: 'no', label: words.apply.no },
          ]}
          chosen={value === undefined ? [] : [value === true ? 'yes' : 'no']}
          onToggle={(chosen) => onChange(chosen === 'yes')}
        />
      )
    case 'choice':
      return (
        <Chips
          label={label}
          fault={fault}
          options={field.options.map((option) => ({ id: option.id, label: textIn(language, option.label) }))}
          chosen={typeof value === 'string' ? [value] : []}
          onToggle={onChange}
        />
      )
    case 'choices': {
      const chosen = Array.isArray(value) ? value : []
      return (
        <Chips
          label={label}
          fault={fault}
          options={field.options.map((option) => ({ id: option.id, label: textIn(language, option.label) }))}
          chosen={chosen}
          onToggle={(one) =>
            onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])
          }
        />
      )
    }
  }
}

/** Keeps what was typed ("19." is on its way to 19.2); what is no number is handed on as text, for the rules to say so. */
const NumberAnswer = ({
  label,
  unit,
  value,
  verdict,
  onChange,
}: {
  label: string
  unit: string
  value: Value | undefined
  verdict: Verdict
  onChange: (value: Value | undefined) => void
}) => {
  const [text, setText] = useState(value === undefined ? '' : String(value))
  return (
    <NumberField
      label={label}
      unit={unit}
      value={text}
      verdict={verdict}
      onChange={(typed) => {
        setText(typed)
        const trimmed = typed.trim()
        onChange(trimmed === '' ? undefined : Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed)
      }}
    />
  )
}

const Chips = ({
  label,
  fault,
  options,
  chosen,
  onToggle,
}: {
  label: string
  fault: string | undefined
  options: readonly { readonly id: string; readonly label: string }[]
  chosen: readonly string[]
  onToggle: (id: string) => void
}) => (
  <div className={css.question} role="group" aria-label={label}>
    <span className={css.label}>{label}</span>
    <div className={css.chips}>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          className={css.chip}
          aria-pressed={chosen.includes(option.id)}
          onClick={() => onToggle(option.id)}
        >
          {option.label}
        </button>
      ))}
    </div>
    {fault !== undefined && <span className={css.fault}>{fault}</span>}
  </div>
)
