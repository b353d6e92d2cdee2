import { toleranceOf } from '#core/contingency/compare-readings.ts'
import type { GasId } from '#core/ids.ts'
import type { DebtTerms } from '#core/rulebook/contingency-mode.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useSpeech, useWords } from '../../session/language.tsx'

/** How a gas, an amount of it and the tolerance are written, in the unit of the gas's limit. */
export const useGasText = ({ gases }: Rulebook) => {
  const { language } = useSpeech()
  const { units } = useWords().gasTest
  const find = (id: GasId) => gases.find((one) => one.id === id)
  const amount = (id: GasId, value: number): string =>
    `${Number(value.toPrecision(3))} ${units[find(id)?.kind === 'toxic' ? 'mg-per-m3' : 'percent-vol']}`
  return {
    gas: (id: GasId): string => {
      const gas = find(id)
      return gas === undefined ? id : language === 'zh-CN' ? gas.name.zh : gas.name.en
    },
    amount,
    tolerance: (id: GasId, terms: DebtTerms): string => {
      const gas = find(id)
      return gas === undefined ? '' : amount(id, toleranceOf(gas, terms))
    },
  }
}
