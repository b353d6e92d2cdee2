import type { NeededPart, PrecheckAnswer } from '#contract/applying.ts'
import { application as applicationSchema } from '#contract/commands.ts'
import { id, type JobId, type LevelId, type PersonId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import type { SubmitJob } from '#core/job/commands.ts'
import { decide } from '#core/job/decide.ts'
import { replay } from '#core/job/evolve.ts'
import type { Facts } from '#core/job/facts.ts'
import type { Job } from '#core/job/job.ts'
import { planPermits } from '#core/job/plan-permits.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { gatherFacts } from '../gather-facts.ts'
import type { Handling } from '../handle.ts'
import { readMakeUpTraining } from '../reactions/request-make-up-training.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { answerRefusal } from './answered-refusal.ts'
import { readNames } from '../views/names.ts'

export type Draft = Omit<Application, 'place'> & { readonly place: Application['place'] | '' }
export type Drafted = {
  readonly job?: JobId
  readonly application: Draft
  readonly levelsRaisedTo?: { readonly [operation: string]: LevelId }
}

/**
 * The answer that submitting now would get: the same facts and the same decision. But it locks nothing, appends nothing,
 * takes no number and signs nobody up for a training, so that it can be asked at every stroke of a key.
 */
export const precheck = async (tx: Tx, drafted: Drafted, by: PersonId, handling: Handling): Promise<PrecheckAnswer> => {
  const missing = partsMissingIn(drafted.application)
  const judged = await judge(tx, drafted, by, handling)
  const names = await readNames(tx, [drafted.application, judged.refusals])
  const requested = await readMakeUpTraining(tx, judged.refusals)
  return {
    missing,
    permits: judged.permits,
    refusals: judged.refusals.map((refusal) => answerRefusal(refusal, requested)),
    names,
  }
}

/** Whom the draft is about, and what is known of them: also for those who look for colleagues. */
export const gatherForDraft = async (
  tx: Tx,
  drafted: Drafted,
  by: PersonId,
  { rulebooks, timeZone, clock }: Handling,
): Promise<{ readonly command: SubmitJob; readonly job: Job; readonly facts: Facts; readonly rulebook: Rulebook }> => {
  const rulebook = await rulebooks.readable(tx, null)
  const history = drafted.job === undefined ? [] : await readEvents(tx, drafted.job)
  const job = replay(
    history.map(({ event }) => event),
    drafted.job ?? id('draft'),
  )
  const now = clock()
  const command: SubmitJob = {
    type: 'SubmitJob',
    by,
    occurredAt: now,
    application: { ...drafted.application, place: id(drafted.application.place) },
    identities: identitiesNeverUsed(rulebook),
    ...(drafted.levelsRaisedTo ? { levelsRaisedTo: drafted.levelsRaisedTo } : {}),
  }
  return { command, job, facts: await gatherFacts(tx, command, job, now, timeZone), rulebook }
}

/** Without a kind of work or a place there is nothing to decide yet: that they are missing is the whole answer. */
const judge = async (
  tx: Tx,
  drafted: Drafted,
  by: PersonId,
  handling: Handling,
): Promise<Pick<PrecheckAnswer, 'permits'> & { readonly refusals: Parameters<typeof readMakeUpTraining>[1] }> => {
  if (drafted.application.operations.length === 0 || drafted.application.place === '')
    return { permits: [], refusals: [] }
  const { command, job, facts, rulebook } = await gatherForDraft(tx, drafted, by, handling)
  const decision = decide(command, job, rulebook, facts)
  return {
    permits: planPermits(command.application, command.levelsRaisedTo ?? {}, rulebook, facts).permits,
    refusals: decision.accepted ? [] : decision.refusals,
  }
}

/** What the contract of a submission does not take yet. */
const partsMissingIn = (draft: Draft): readonly NeededPart[] => {
  const { place, placeDetail, content } = applicationSchema.shape
  return [
    ...(draft.operations.length === 0 ? ['operations' as const] : []),
    ...(place.safeParse(draft.place).success ? [] : ['place' as const]),
    ...(placeDetail.safeParse(draft.placeDetail).success ? [] : ['placeDetail' as const]),
    ...(content.safeParse(draft.content).success ? [] : ['content' as const]),
  ]
}

/** A decision wants an identity for each permit; these go nowhere. */
const identitiesNeverUsed = (rulebook: Rulebook): SubmitJob['identities'] =>
  Object.fromEntries(Object.keys(rulebook.operations).map((operation) => [operation, { id: id('none'), number: '' }]))
