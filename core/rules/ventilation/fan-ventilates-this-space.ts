import { defineRequirement, unmet } from '../requirement.ts'
import { judgeFan } from './judge-fan.ts'

/** The fan that was scanned is in service and registered to ventilate this very space. */
export const fanVentilatesThisSpace = defineRequirement({
  id: 'fan-ventilates-this-space@1',
  parameters: {},
  check: (_, { record, facts, application }) => {
    if (!record?.ventilation) return unmet({ code: 'ventilation-missing', params: {} })
    const { fan } = record.ventilation
    return unmet(...judgeFan(fan, facts.fans[fan], application.place))
  },
})
