import { useEffect, useEffectEvent } from 'react'
import type { GasLine } from '#core/gas/gas-checklist.ts'
import { PictureRow, type Captured } from '../../session/job/capture-step.tsx'
import css from '../../session/job/site-page.module.css'
import { speak } from '../../ui/alarm/speak.ts'
import { SafetyShape, type SafetyState } from '../../ui/safety/safety-shape.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { findingOf, lineKey, unitOf, valueOf, type Draft, type Finding } from './draft.ts'
import own from './gas-test.module.css'
import { useGasWords } from './use-gas-words.ts'

const signOf = (finding: Finding): SafetyState => {
  switch (finding.kind) {
    case 'good':
      return 'met'
    case 'asked':
      return finding.isGood ? 'due' : 'stopped'
    case 'over':
    case 'low':
    case 'impossible':
      return 'stopped'
    case 'none':
      return 'not-open'
  }
}

/** Every value once more, large and aloud, beside the picture of the display: a typing error is heard before it is on record. */
export const ReadBack = ({ lines, draft, picture }: { lines: readonly GasLine[]; draft: Draft; picture: Captured }) => {
  const { words, nameOf } = useGasWords()
  const { locale } = useUi()
  const points = [...new Set(lines.map(({ point }) => point))]
  const readAloud = useEffectEvent(() => {
    const said = lines.map(
      (line) =>
        `${words.point(line.point)} ${nameOf(line.gas)} ${valueOf(draft, line)} ${words.units[unitOf(draft, line)]}`,
    )
    speak(said.join('。'), locale)
  })
  useEffect(() => readAloud(), [])
  return (
    <>
      <p className={css.place}>{words.readBack}</p>
      <PictureRow name={words.pictureTaken} {...picture} />
      {points.map((point) => (
        <Card key={point} title={words.point(point)}>
          {lines
            .filter((line) => line.point === point)
            .map((line) => (
              <p key={lineKey(line)} className={own.line}>
                <SafetyShape state={signOf(findingOf(draft, line))} size={28} titled />
                <span>{nameOf(line.gas)}</span>
                <span className={own.value}>
                  {valueOf(draft, line)}
                  <small>{words.units[unitOf(draft, line)]}</small>
                </span>
              </p>
            ))}
        </Card>
      ))}
    </>
  )
}
