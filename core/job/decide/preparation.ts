import type { Rulebook } from '../../rulebook/rulebook.ts'
import { proposeRisks } from '../../risk/risk-library.ts'
import type { ConfirmMeasure, PreparationContent, RecordPreparation, SignBriefing } from '../commands.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job } from '../job.ts'
import { needsOpenPapers, needsState } from './needs-state.ts'

/** Before approval everything on paper can be written and corrected; each correction is a new event. */
export const recordPreparation = (command: RecordPreparation, job: Job, rulebook: Rulebook, facts: Facts): Decision =>
  needsOpenPapers(job, ({ record }) => {
    const { operation, preparation, content, by, occurredAt } = command
    const known =
      record.permits.some((permit) => permit.operation === operation) &&
      rulebook.operations[operation]?.preparations.find(({ id }) => id === preparation)
    if (!known || known.kind !== content.kind)
      return refuse([
        ground(
          { code: 'preparation-missing', params: { operation, preparation } },
          known || { source: 'product' },
          operation,
        ),
      ])
    const weighed = content.kind === 'hazards' ? withDeclined(content, operation, facts) : content
    return accept([{ type: 'PreparationRecorded', operation, preparation, content: weighed, by, occurredAt }])
  })

/** What the library proposed is kept beside what was taken over, so that nobody says later that nothing was known. */
const withDeclined = (
  { hazards }: Extract<PreparationContent, { kind: 'hazards' }>,
  operation: RecordPreparation['operation'],
  { risks, place }: Facts,
): PreparationContent => {
  if (risks === undefined) return { kind: 'hazards', hazards }
  const taken = new Set(hazards.map(({ from }) => from?.entry))
  const declined = proposeRisks(risks, { operation, equipment: place?.equipment, area: place?.unit })
    .filter(({ id }) => !taken.has(id))
    .map(({ id: entry, version, hazard }) => ({ entry, version, hazard }))
  return { kind: 'hazards', hazards, ...(declined.length > 0 ? { declined } : {}) }
}

/** One named person confirms one measure. Not every measure may be called "not involved". */
export const confirmMeasure = (command: ConfirmMeasure, job: Job, rulebook: Rulebook): Decision =>
  needsOpenPapers(job, ({ record }) => {
    const { operation, measure, isInvolved, detail, by, occurredAt } = command
    const known =
      record.permits.some((permit) => permit.operation === operation) &&
      rulebook.operations[operation]?.measures.find(({ id }) => id === measure)
    if (!known)
      return refuse([
        ground({ code: 'measure-unknown', params: { operation, measure } }, { source: 'product' }, operation),
      ])
    if (!isInvolved && !known.optional)
      return refuse([ground({ code: 'measure-not-optional', params: { operation, measure } }, known, operation)])
    return accept([{ type: 'MeasureConfirmed', operation, measure, isInvolved, detail, by, occurredAt }])
  })

/** The briefer signs first; those briefed sign the same words, known by their hash. */
export const signBriefing = ({ as, signature, by, occurredAt }: SignBriefing, job: Job): Decision =>
  needsState(job, ['submitted', 'approved', 'active', 'suspended'], ({ record }) => {
    // Whoever joined after the briefing has not heard it: the briefer signs again, for them.
    const joinedAt = record.changes.joinedAt[by]
    const isTold = joinedAt === undefined || (record.briefing !== null && record.briefing.briefedAt > joinedAt)
    if (as === 'briefed' && (record.briefing?.contentHash !== signature.contentHash || !isTold))
      return refuse([ground({ code: 'briefer-missing', params: {} }, { clause: '4.4' })])
    return accept([{ type: 'BriefingSigned', as, signature, by, occurredAt }])
  })
