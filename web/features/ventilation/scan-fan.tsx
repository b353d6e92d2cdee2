import { useState } from 'react'
import { id, type EquipmentId, type PlaceId } from '#core/ids.ts'
import type { FanFacts } from '#core/job/facts.ts'
import { ground } from '#core/job/ground.ts'
import { wayOut } from '#core/job/remedies.ts'
import { judgeFan } from '#core/rules/ventilation/judge-fan.ts'
import { JobRefusals } from '../../session/job/command-outcome.tsx'
import { useCodeReader } from '../../session/job/use-code-reader.ts'
import { useEquipment, type Named } from '../../session/job/use-site.ts'
import css from '../../session/job/site-page.module.css'
import { useWords } from '../../session/language.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { QrScanner } from '../../ui/scan/qr-scanner.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'

/** Scans until a fan is found that serves this space; a wrong one is refused in words before anybody takes a picture of it. */
export const ScanFan = ({
  place,
  placeName,
  onFan,
}: {
  place: PlaceId
  placeName: string
  onFan: (scanned: { readonly fan: Named<FanFacts>; readonly code: string }) => void
}) => {
  const { ventilation: words } = useWords()
  const equipment = useEquipment()
  const reader = useCodeReader('fan')
  const [wrong, setWrong] = useState<EquipmentId>()

  const judge = async (text: string): Promise<void> => {
    const read = await reader.read(text)
    if (!read || !equipment) return
    const scanned = id<EquipmentId>(read)
    const fan = equipment.fans.find(({ facts }) => facts.id === scanned)
    if (fan && judgeFan(scanned, fan.facts, place).length === 0) onFan({ fan, code: text })
    else setWrong(scanned)
  }
  const again = () => {
    setWrong(undefined)
    reader.clear()
  }

  if (wrong === undefined && reader.reasons.length === 0)
    return (
      <div className={css.camera}>
        <QrScanner instruction={words.scan} onScan={({ text }) => void judge(text)} />
      </div>
    )
  const fan = equipment?.fans.find(({ facts }) => facts.id === wrong)
  return (
    <div className={css.page}>
      <p className={css.done} role="alert">
        <SafetyShape state="stopped" size={56} />
        {words.refusedFan}
      </p>
      {reader.reasons.map((reason) => (
        <p key={reason} className={css.place}>
          {reason}
        </p>
      ))}
      {wrong !== undefined && (
        <JobRefusals
          refusals={judgeFan(wrong, fan?.facts, place).map((problem) => ({
            ...ground(problem, { source: 'product' }),
            ...wayOut[problem.code],
          }))}
          names={{
            people: {},
            jobs: {},
            permits: {},
            places: { [place]: placeName },
            equipment: fan ? { [wrong]: fan.name } : {},
          }}
        />
      )}
      <div className={css.foot}>
        <BigButton kind="primary" onClick={again}>
          {words.scanAgain}
        </BigButton>
      </div>
    </div>
  )
}
