import type { PersonId } from '../../ids.ts'
import type { EpochMs } from '../../time/epoch.ts'
import type { RestsForeseen } from '../events/rest.ts'
import type { ForeseenRest, JobRecord } from '../job.ts'

/** Of the stretch of work that is going on, what is foreseen now stands instead of what was. */
export const restsAfter = ({ rests, work }: JobRecord, event: RestsForeseen): readonly ForeseenRest[] => {
  const span = work.length - 1
  return [
    ...rests.filter((rest) => rest.span !== span || rest.replaced !== null),
    ...event.rests.map((rest) => ({ ...rest, span, replaced: null })),
  ]
}

/** Whoever does not take part any more rests by that. */
export const restsWithout = (
  { rests, application }: JobRecord,
  { by, occurredAt }: { readonly by: PersonId; readonly occurredAt: EpochMs },
): readonly ForeseenRest[] =>
  rests.map((rest) =>
    rest.replaced !== null || takesPart(rest.person, application)
      ? rest
      : { ...rest, replaced: { at: occurredAt, by } },
  )

const takesPart = (person: PersonId, { crew, guardians }: JobRecord['application']): boolean =>
  guardians.includes(person) || crew.some((member) => member.person === person)
