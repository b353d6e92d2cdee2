import { useState } from 'react'
import { id, type EquipmentId, type GasId } from '#core/ids.ts'
import type { InstrumentFacts } from '#core/job/facts.ts'
import { judgeInstrument } from '#core/gas/judge-instrument.ts'
import type { Gas } from '#core/rulebook/rulebook.ts'
import { epochMs } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { useCodeReader } from '../../session/job/use-code-reader.ts'
import { useEquipment, type Named } from '../../session/job/use-site.ts'
import css from '../../session/job/site-page.module.css'
import { SafetyLabel, SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { QrScanner } from '../../ui/scan/qr-scanner.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { useGasWords } from './use-gas-words.ts'

/** Whether a detector may be used today for these gases, in one line; the same question that the server asks. */
export const useDetectorState = (gases: readonly Gas[]) => {
  const { words, nameOf } = useGasWords()
  const { timeZone, now } = useUi()
  const ids = gases.map((gas): GasId => gas.id)
  return ({ facts }: Named<InstrumentFacts>): { readonly isFit: boolean; readonly said: string } => {
    const testedOn = plantClockOf(timeZone).dateOf(epochMs(now()))
    const problems = judgeInstrument(facts.id, facts, { testedOn, gases: ids })
    if (problems.length === 0) return { isFit: true, said: words.detector.valid(facts.calibratedThrough ?? '') }
    const cannot = problems.flatMap((problem) =>
      problem.code === 'instrument-cannot-measure' ? gases.filter(({ id: gas }) => gas === problem.params.gas) : [],
    )
    const isStale = problems.some(({ code }) => code === 'instrument-out-of-calibration')
    const stale =
      facts.calibratedThrough === undefined ? words.detector.unknown : words.detector.expired(facts.calibratedThrough)
    return { isFit: false, said: isStale ? stale : words.detector.cannot(cannot.map(nameOf).join(' ')) }
  }
}

/** The detector by its code or from the list; one that is out of calibration is seen at once and cannot be chosen. */
export const ChooseDetector = ({
  gases,
  onChoose,
}: {
  gases: readonly Gas[]
  onChoose: (detector: Named<InstrumentFacts>) => void
}) => {
  const { words } = useGasWords()
  const equipment = useEquipment()
  const reader = useCodeReader('detector')
  const stateOf = useDetectorState(gases)
  const [isScanning, setScanning] = useState(false)
  const [refused, setRefused] = useState<string>()
  if (!equipment) return null

  const scanned = async (text: string): Promise<void> => {
    const read = await reader.read(text)
    setScanning(false)
    if (read === undefined) return
    const detector = equipment.instruments.find(({ facts }) => facts.id === id<EquipmentId>(read))
    if (detector && stateOf(detector).isFit) onChoose(detector)
    else setRefused(detector ? `${detector.name} · ${stateOf(detector).said}` : read)
  }
  if (isScanning)
    return (
      <div className={css.camera}>
        <QrScanner instruction={words.detector.scan} onScan={({ text }) => void scanned(text)} />
      </div>
    )
  return (
    <div className={css.page}>
      <h2 className={css.place}>{words.detector.choose}</h2>
      {[...reader.reasons, ...(refused === undefined ? [] : [refused])].map((reason) => (
        <p key={reason} role="alert">
          <SafetyLabel state="stopped">{reason}</SafetyLabel>
        </p>
      ))}
      <RowList>
        {equipment.instruments.map((detector) => {
          const { isFit, said } = stateOf(detector)
          return (
            <ListRow
              key={detector.facts.id}
              lead={<SafetyShape state={isFit ? 'met' : 'stopped'} size={28} titled />}
              title={detector.name}
              detail={said}
              {...(isFit ? { onOpen: () => onChoose(detector) } : {})}
            />
          )
        })}
      </RowList>
      <div className={css.foot}>
        <BigButton
          kind="primary"
          onClick={() => {
            setRefused(undefined)
            reader.clear()
            setScanning(true)
          }}
        >
          {words.detector.scan}
        </BigButton>
      </div>
    </div>
  )
}
