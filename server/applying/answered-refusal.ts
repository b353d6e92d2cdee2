import type { AnsweredRefusal } from '#contract/command-answer.ts'
import type { Refusal } from '#core/job/refusal.ts'
import { wayOut } from '#core/job/remedies.ts'
import type { RequestedTraining } from '../reactions/request-make-up-training.ts'

/** A refusal with its way out; where a training lacks, also how far the request for it has come. */
export const answerRefusal = (refusal: Refusal, requested: readonly RequestedTraining[]): AnsweredRefusal => {
  const { params } = refusal
  const request =
    'person' in params && 'category' in params
      ? requested.find(({ person, category }) => person === params.person && category === params.category)
      : undefined
  const isTraining = refusal.code === 'training-missing' || refusal.code === 'training-expired'
  return { ...refusal, ...wayOut[refusal.code], ...(isTraining && request ? { request } : {}) }
}
