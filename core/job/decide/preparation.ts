import type { Rulebook } from '../../rulebook/rulebook.ts'
import { proposeRisks } from '../../risk/risk-library.ts'
import type { ConfirmMeasure, PreparationContent, RecordPreparation, SignBriefing } from '../commands.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job, JobRecord } from '../job.ts'
import type { PlanDocument, PlanFile } from '../plan-document.ts'
import { checkMayAttest, checkTakesPart } from './check-part.ts'
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
    const unknown =
      content.kind === 'plan' && content.document !== undefined && fileOf(content.document, record, facts) === undefined
    if (unknown)
      return refuse([
        ground({ code: 'plan-document-unknown', params: { operation, preparation } }, { source: 'product' }, operation),
      ])
    const weighed =
      content.kind === 'hazards' ? withDeclined(content, operation, facts) : withFile(content, record, facts)
    const stranger = checkMayAttest(by, record, rulebook, facts)
    if (stranger.length > 0) return refuse(stranger)
    return accept([{ type: 'PreparationRecorded', operation, preparation, content: weighed, by, occurredAt }])
  })

/** A file counts only for the job that it was handed in for. */
const fileOf = ({ id }: PlanDocument, { id: job }: JobRecord, { documents }: Facts): PlanFile | undefined => {
  const known = documents?.[id]
  if (known?.job !== job) return undefined
  const { contentHash, mime, byteCount, name } = known
  return { contentHash, mime, byteCount, name }
}

/** The history says by its hash which file it was, whatever becomes of the file. */
const withFile = (content: PreparationContent, record: JobRecord, facts: Facts): PreparationContent => {
  if (content.kind !== 'plan' || content.document === undefined) return content
  const file = fileOf(content.document, record, facts)
  return { ...content, document: { ...content.document, ...(file ? { file } : {}) } }
}

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
export const confirmMeasure = (command: ConfirmMeasure, job: Job, rulebook: Rulebook, facts: Facts): Decision =>
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
    const stranger = checkMayAttest(by, record, rulebook, facts)
    if (stranger.length > 0) return refuse(stranger)
    return accept([{ type: 'MeasureConfirmed', operation, measure, isInvolved, detail, by, occurredAt }])
  })

/** The briefer signs first; those briefed sign the same words, known by their hash. */
export const signBriefing = (
  { as, signature, by, occurredAt }: SignBriefing,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, ['submitted', 'approved', 'active', 'suspended'], ({ record }) => {
    const stranger = as === 'briefer' ? checkMayAttest(by, record, rulebook, facts) : checkTakesPart(by, record, facts)
    if (stranger.length > 0) return refuse(stranger)
    // Whoever joined after the briefing has not heard it: the briefer signs again, for them.
    const joinedAt = record.changes.joinedAt[by]
    const isTold = joinedAt === undefined || (record.briefing !== null && record.briefing.briefedAt > joinedAt)
    if (as === 'briefed' && (record.briefing?.contentHash !== signature.contentHash || !isTold))
      return refuse([ground({ code: 'briefer-missing', params: {} }, { clause: '4.4' })])
    return accept([{ type: 'BriefingSigned', as, signature, by, occurredAt }])
  })
