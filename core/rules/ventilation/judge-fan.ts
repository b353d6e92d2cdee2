import type { EquipmentId, PlaceId } from '../../ids.ts'
import type { FanFacts } from '../../job/facts.ts'
import type { Problem } from '../../job/refusal.ts'

/** What keeps a scanned fan from serving this space; asked at the scan already, before anybody takes pictures of it. */
export const judgeFan = (id: EquipmentId, fan: FanFacts | undefined, place: PlaceId): readonly Problem[] => {
  if (!fan) return [{ code: 'fan-unknown', params: { fan: id } }]
  if (fan.state !== 'in-service') return [{ code: 'fan-out-of-service', params: { fan: id } }]
  return fan.ventilates.includes(place) ? [] : [{ code: 'fan-of-another-space', params: { fan: id, place } }]
}
