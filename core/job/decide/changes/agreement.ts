import type { PersonId } from '../../../ids.ts'
import type { Agreement } from '../../../rulebook/changes.ts'
import type { Grounds } from '../../../rulebook/grounds.ts'
import type { Facts } from '../../facts.ts'
import { ground } from '../../ground.ts'
import type { JobRecord } from '../../job.ts'
import type { Refusal } from '../../refusal.ts'

/** A change is agreed to by somebody who holds the authority and has no part in the work, not even through the change. */
export const checkAgreement = (
  by: PersonId,
  { agreedBy, ...grounds }: { readonly agreedBy: Agreement } & Grounds,
  { application }: JobRecord,
  { people, place }: Facts,
  newcomer: PersonId | null,
): readonly Refusal[] => {
  const refusals: Refusal[] = []
  const involved = [
    application.applicant,
    application.leader,
    newcomer,
    ...application.guardians,
    ...application.crew.map(({ person }) => person),
  ]
  if (involved.includes(by)) refusals.push(ground({ code: 'own-work', params: { person: by } }, { source: 'product' }))
  const known = people[by]
  const isOfUnit = agreedBy.of === 'plant' || (place !== undefined && known?.unit === place.unit)
  if (known?.employment !== 'active' || !known.authorities.includes(agreedBy.authority) || !isOfUnit)
    refusals.push(ground({ code: 'may-not-agree', params: { person: by, authority: agreedBy.authority } }, grounds))
  return refusals
}
