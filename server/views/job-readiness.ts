import type { JobReadiness, PartInJob, PersonInJob } from '#contract/job-readiness.ts'
import type { PersonId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import { assess } from '#core/job/assess.ts'
import { decide } from '#core/job/decide.ts'
import type { Facts } from '#core/job/facts.ts'
import type { RecordedJob } from '#core/job/job.ts'
import type { Refusal } from '#core/job/refusal.ts'
import { wayOut } from '#core/job/remedies.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { contentHashes } from '../session/signed-content.ts'
import { everyCredential } from '#core/people/by-category.ts'

/** How ready a job is for its next gate: the very functions that will decide there, asked beforehand. */
export const readiness = (job: RecordedJob, rulebook: Rulebook, facts: Facts): JobReadiness => {
  const gate = gateAhead(job, rulebook, facts)
  return {
    contentHash: contentHashes(job.record),
    gate: gate && {
      kind: gate.kind,
      refusals: gate.refusals.map((refusal) => ({ ...refusal, ...wayOut[refusal.code] })),
    },
    people: peopleIn(job.record.application, facts),
    fence: facts.place?.fence ?? null,
  }
}

type Gate = { readonly kind: 'approval' | 'start' | 'resume'; readonly refusals: readonly Refusal[] }

const gateAhead = (job: RecordedJob, rulebook: Rulebook, facts: Facts): Gate | null => {
  const { record } = job
  const { application, permits } = record
  switch (job.status) {
    case 'submitted':
      // Who will approve and from where is not known yet, so only what holds for every approver is asked.
      return {
        kind: 'approval',
        refusals: assess('approval', { application, permits, record }, rulebook, facts).refusals,
      }
    case 'approved':
      return { kind: 'start', refusals: refusalsOf('StartWork', job, rulebook, facts) }
    case 'suspended':
      return { kind: 'resume', refusals: refusalsOf('ResumeWork', job, rulebook, facts) }
    case 'active':
    case 'finished':
    case 'closed':
    case 'cancelled':
      return null
  }
}

const refusalsOf = (
  type: 'StartWork' | 'ResumeWork',
  job: RecordedJob,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const signature = { factor: 'session', contentHash: '' } as const
  const by = job.record.application.leader
  const decision = decide({ type, by, occurredAt: facts.now, signature }, job, rulebook, facts)
  return decision.accepted ? [] : decision.refusals
}

/** Everybody in a job with their part and their documents. */
export const peopleIn = (
  { leader, crew, guardians, gasAnalyst }: Application,
  facts: Facts,
): readonly PersonInJob[] => {
  const parts = new Map<PersonId, PartInJob[]>()
  const add = (person: PersonId, part: PartInJob) => parts.set(person, [...(parts.get(person) ?? []), part])
  add(leader, 'leader')
  for (const { person } of crew) add(person, 'crew')
  for (const guardian of guardians) add(guardian, 'guardian')
  if (gasAnalyst !== undefined) add(gasAnalyst, 'gas-analyst')
  return [...parts].map(([person, held]) => {
    const known = facts.people[person]
    return {
      person,
      parts: held,
      documents: everyCredential(known?.credentials ?? {}).map(({ category, validThrough }) => ({
        category,
        validThrough: validThrough ?? null,
      })),
      medical: known?.medical ? { verdict: known.medical.verdict } : null,
    }
  })
}
