import { id, type EquipmentId, type EvidenceId } from '../../ids.ts'
import { judgeFence } from '../../place/position.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import { fenceMetresMaxOf } from '../hold-points-of.ts'
import type { JobRecord } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import type { Ventilation } from '../site-records.ts'

/**
 * The code that was scanned is the named fan's. A code says which fan and not where its reader stood, because it can be photographed and a
 * scanner that types needs no camera: so it counts only on a picture taken for it, on a ticket, at the site.
 */
export const checkScan = (
  { fan, scan }: Ventilation,
  record: JobRecord,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const found = facts.evidence[scan]
  // A picture that nobody took is refused as that.
  if (!found) return []
  const { scanned } = found
  const isOfFan = scanned?.kind === 'fan' && scanned.id === fan
  const ofCode: readonly Refusal[] = isOfFan
    ? []
    : [
        ground(
          scanned
            ? { code: 'fan-scanned-is-another', params: { fan, scanned: id<EquipmentId>(scanned.id) } }
            : { code: 'fan-not-scanned', params: { fan } },
          { source: 'product' },
        ),
      ]
  return [...ofCode, ...checkTakenAtSite(scan, record, rulebook, facts)]
}

/** The site is where the picture was taken, not where the phone was when the record was sent. */
export const checkTakenAtSite = (
  evidence: EvidenceId,
  record: JobRecord,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const metresMax = fenceMetresMaxOf(record, rulebook)
  const found = facts.evidence[evidence]
  if (metresMax === null || !found) return []
  if (!facts.place)
    return [ground({ code: 'place-unknown', params: { place: record.application.place } }, { source: 'product' })]
  const { position } = found
  const judged = position && judgeFence(position, facts.place.fence, metresMax)
  switch (judged?.verdict) {
    case 'inside':
      return []
    case 'outside':
      return [
        ground(
          { code: 'evidence-taken-elsewhere', params: { evidence, distanceMetres: judged.distanceMetres, metresMax } },
          { source: 'product' },
        ),
      ]
    case 'unclear':
    case undefined:
      return [
        ground(
          { code: 'evidence-place-unknown', params: { evidence, accuracyMetres: position?.accuracyMetres ?? null } },
          { source: 'product' },
        ),
      ]
  }
}
