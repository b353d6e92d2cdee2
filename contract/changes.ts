import { z } from 'zod'
import { dutyId, instant, longText, optionalText, personId, shortText } from './values.ts'

const happened = { occurredAt: instant }
const crewOrGuardian = z.enum(['crew', 'guardian'])

/** Somebody joins, leaves or takes another's place. */
export const peopleChange = z.union([
  z.strictObject({
    kind: z.literal('join'),
    role: z.literal('crew'),
    person: personId,
    duties: z.array(dutyId).max(20),
  }),
  z.strictObject({ kind: z.literal('join'), role: z.literal('guardian'), person: personId }),
  z.strictObject({ kind: z.literal('leave'), role: crewOrGuardian, person: personId }),
  z.strictObject({
    kind: z.literal('replace'),
    role: z.enum(['crew', 'guardian', 'leader']),
    leaves: personId,
    joins: personId,
  }),
])

/** Commands by which a job changes after it was applied for; the job that continues another gets its identity from the server. */
export const changeRequests = [
  z.strictObject({ type: z.literal('ChangePeople'), ...happened, change: peopleChange, reason: longText }),
  z.strictObject({
    type: z.literal('AnswerPeopleChange'),
    ...happened,
    change: shortText,
    isAgreed: z.boolean(),
    note: optionalText,
  }),
  z.strictObject({
    type: z.literal('ReportConditionChange'),
    ...happened,
    condition: z.enum(['process', 'weather', 'neighbour', 'method', 'other']),
    note: optionalText,
  }),
  z.strictObject({
    type: z.literal('CloseAndReissue'),
    ...happened,
    cause: z.enum(['content', 'scope', 'place', 'validity']),
    reason: longText,
  }),
  z.strictObject({ type: z.literal('CancelJob'), ...happened, reason: longText }),
  z.strictObject({ type: z.literal('VoidJob'), ...happened, reason: longText }),
  z.strictObject({ type: z.literal('AnswerEnding'), ...happened, isAgreed: z.boolean(), note: optionalText }),
] as const
