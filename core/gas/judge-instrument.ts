import type { EquipmentId, GasId } from '../ids.ts'
import type { InstrumentFacts } from '../job/facts.ts'
import type { Problem } from '../job/refusal.ts'
import type { IsoDate } from '../time/epoch.ts'

/** What keeps a detector from being used on a day for these gases: not registered, out of calibration, or not made for one of them. */
export const judgeInstrument = (
  id: EquipmentId,
  instrument: InstrumentFacts | undefined,
  { testedOn, gases }: { readonly testedOn: IsoDate; readonly gases: readonly GasId[] },
): readonly Problem[] => {
  if (!instrument) return [{ code: 'instrument-unknown', params: { instrument: id } }]
  const { calibratedThrough } = instrument
  const problems: Problem[] = []
  if (calibratedThrough === undefined || calibratedThrough < testedOn)
    problems.push({
      code: 'instrument-out-of-calibration',
      params: { instrument: id, calibratedThrough: calibratedThrough ?? null },
    })
  for (const gas of new Set(gases))
    if (!instrument.gases.includes(gas))
      problems.push({ code: 'instrument-cannot-measure', params: { instrument: id, gas } })
  return problems
}
