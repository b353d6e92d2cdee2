import { defineRequirement, met, unmet } from '../requirement.ts'

/** The fan that was scanned is in service and registered to ventilate this very space. */
export const fanVentilatesThisSpace = defineRequirement({
  id: 'fan-ventilates-this-space@1',
  parameters: {},
  check: (_, { record, facts, application }) => {
    if (!record?.ventilation) return unmet({ code: 'ventilation-missing', params: {} })
    const { fan: id } = record.ventilation
    const fan = facts.fans[id]
    if (!fan) return unmet({ code: 'fan-unknown', params: { fan: id } })
    if (fan.state !== 'in-service') return unmet({ code: 'fan-out-of-service', params: { fan: id } })
    return fan.ventilates.includes(application.place)
      ? met
      : unmet({ code: 'fan-of-another-space', params: { fan: id, place: application.place } })
  },
})
