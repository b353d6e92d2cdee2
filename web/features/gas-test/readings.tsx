import { useEffect, useEffectEvent, useState } from 'react'
import type { GasLine } from '#core/gas/gas-checklist.ts'
import { unitsOf } from '#core/gas/typed-unit.ts'
import { speak } from '../../ui/alarm/speak.ts'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { NumberField } from '../../ui/touch/number-field.tsx'
import { Segments } from '../../ui/touch/segments.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { findingOf, lineKey, unitOf, valueOf, type Draft } from './draft.ts'
import css from './gas-test.module.css'
import { useGasWords } from './use-gas-words.ts'

/** Said only once the fingers rest: half a number has no verdict. */
const spokenAfterMs = 900

/** One big field for every gas at every point, the limit beside it in the unit typed, the verdict under it while typing, and spoken. */
export const Readings = ({
  lines,
  draft,
  onChange,
}: {
  lines: readonly GasLine[]
  draft: Draft
  onChange: (draft: Draft) => void
}) => {
  const { words } = useGasWords()
  const { now } = useUi()
  const clock = useClockText()
  const [touched, setTouched] = useState<GasLine>()
  useSpokenVerdict(draft, touched)

  const type = (line: GasLine, text: string) => {
    setTouched(line)
    onChange({ ...draft, typed: { ...draft.typed, [lineKey(line)]: { text, at: now() } } })
  }
  const points = [...new Set(lines.map(({ point }) => point))]
  return (
    <>
      <Units lines={lines} draft={draft} onChange={onChange} />
      {points.map((point) => {
        const here = lines.filter((line) => line.point === point)
        const takenAt = Math.max(0, ...here.map((line) => draft.typed[lineKey(line)]?.at ?? 0))
        return (
          <Card
            key={point}
            title={words.point(point)}
            aside={takenAt > 0 && <span className={css.aside}>{words.sampledAt(clock.short(takenAt))}</span>}
          >
            {here.map((line) => (
              <Line
                key={lineKey(line)}
                line={line}
                draft={draft}
                onType={(text) => type(line, text)}
                onDraft={onChange}
              />
            ))}
          </Card>
        )
      })}
    </>
  )
}

const Line = ({
  line,
  draft,
  onType,
  onDraft,
}: {
  line: GasLine
  draft: Draft
  onType: (text: string) => void
  onDraft: (draft: Draft) => void
}) => {
  const { words, nameOf, limitOf, verdictOf } = useGasWords()
  const finding = findingOf(draft, line)
  return (
    <>
      <NumberField
        label={nameOf(line.gas)}
        unit={words.units[unitOf(draft, line)]}
        limit={limitOf(draft, line)}
        value={draft.typed[lineKey(line)]?.text ?? ''}
        onChange={onType}
        verdict={verdictOf(draft, line)}
      />
      {finding.kind === 'asked' && (
        <div className={css.swap}>
          <BigButton onClick={() => onDraft({ ...draft, units: { ...draft.units, [line.gas.id]: finding.unit } })}>
            {words.use(words.units[finding.unit])}
          </BigButton>
        </div>
      )}
    </>
  )
}

/** What the display is set to, once for each gas. */
const Units = ({
  lines,
  draft,
  onChange,
}: {
  lines: readonly GasLine[]
  draft: Draft
  onChange: (draft: Draft) => void
}) => {
  const { words, nameOf } = useGasWords()
  const [first] = lines
  const choosable = lines.filter(({ point, gas }) => point === first?.point && unitsOf(gas).length > 1)
  if (choosable.length === 0) return null
  return (
    <Card title={words.unit}>
      <div className={css.units}>
        {choosable.map((line) => (
          <div key={line.gas.id} className={css.unit}>
            <span className={css.name}>{nameOf(line.gas)}</span>
            <Segments
              label={nameOf(line.gas)}
              options={unitsOf(line.gas).map((unit) => ({ id: unit, label: words.units[unit] }))}
              chosen={unitOf(draft, line)}
              onChoose={(unit) => onChange({ ...draft, units: { ...draft.units, [line.gas.id]: unit } })}
            />
          </div>
        ))}
      </div>
    </Card>
  )
}

const useSpokenVerdict = (draft: Draft, line: GasLine | undefined): void => {
  const { words, nameOf, verdictOf } = useGasWords()
  const { locale } = useUi()
  const value = line && valueOf(draft, line)
  const unit = line && unitOf(draft, line)
  const say = useEffectEvent(() => {
    if (!line || !unit) return
    const verdict = verdictOf(draft, line)
    if (verdict.kind !== 'none') speak(`${nameOf(line.gas)} ${value} ${words.units[unit]}, ${verdict.words}`, locale)
  })
  useEffect(() => {
    if (value === undefined || value === null) return
    const timer = setTimeout(() => say(), spokenAfterMs)
    return () => clearTimeout(timer)
  }, [value, unit, line])
}
