import type { JobPage } from '#contract/job-views.ts'
import type { JobReadiness } from '#contract/job-readiness.ts'
import type { RecordedJob } from '#core/job/job.ts'
import { arePapersOpen } from '#core/job/open-papers.ts'
import type { HoldPointKind } from '#core/rulebook/hold-point.ts'
import { pageOfRemedy } from '../../session/job/use-remedy-links.ts'

/** The stops on the way of a job, in their order: papers, approval, the hold points around the start, acceptance. */
export type TrackStepId = 'prepare' | 'measures' | 'briefing' | 'approve' | HoldPointKind | 'start' | 'accept'

export type TrackStep = {
  readonly id: TrackStepId
  /** The job's page on which it is done. */
  readonly path: string
  readonly at: 'met' | 'open' | 'later' | 'not-asked'
  /** How much of it lacks, as the server found. */
  readonly missing: number
  readonly done: Done | null
  readonly picture: string | null
}
export type Done = { readonly by: string; readonly at: number }

/** Where the job stands on its track, from what the server found; nothing is judged here. */
export const trackSteps = (page: JobPage, job: RecordedJob, readiness: JobReadiness): readonly TrackStep[] => {
  const steps = [
    ...papers(job, readiness),
    approval(page, job),
    ...beforeStart(page, job),
    start(job, readiness),
    ...afterStart(page, job),
  ]
  return job.status === 'submitted' ? steps : steps.filter(({ at }) => at !== 'not-asked')
}

const papers = (job: RecordedJob, { gate }: JobReadiness): readonly TrackStep[] => {
  const missingAt = (path: string): number =>
    gate?.refusals.filter(({ remedies }) => remedies.some((remedy) => pageOfRemedy(remedy) === path)).length ?? 0
  const latest = (all: readonly Done[]): Done | null => all.toSorted((a, b) => b.at - a.at)[0] ?? null
  const { preparations, measures, briefing } = job.record
  const signed = Object.entries(briefing?.signedAt ?? {}).map(([by, at]) => ({ by, at }))
  const of = (id: 'prepare' | 'measures' | 'briefing', done: Done | null): TrackStep => {
    const missing = missingAt(id)
    return { id, path: id, at: missing > 0 ? 'open' : 'met', missing, done, picture: null }
  }
  return [
    of('prepare', latest(Object.values(preparations).map(({ by, at }) => ({ by, at })))),
    of('measures', latest(Object.values(measures).map(({ by, occurredAt }) => ({ by, at: occurredAt })))),
    of('briefing', latest(signed)),
  ].map((step, index, all) =>
    // While the papers are written the first that lacks is open, and the next wait: one thing at a time.
    arePapersOpen(job) && step.at === 'open' && all.slice(0, index).some(({ at }) => at === 'open')
      ? { ...step, at: 'later' }
      : step,
  )
}

const approval = ({ nextSteps }: JobPage, job: RecordedJob): TrackStep => {
  const last = job.record.approvals.at(-1)
  return {
    id: 'approve',
    path: 'approve',
    at: nextSteps.length === 0 ? 'met' : arePapersOpen(job) ? 'open' : 'later',
    missing: nextSteps.length,
    done: last ? { by: last.by, at: last.occurredAt } : null,
    picture: null,
  }
}

const pageOf: { readonly [K in HoldPointKind]: string } = {
  'witnessed-check': 'checks',
  'gas-test': 'gas-test',
  ventilation: 'ventilation',
  'guardian-sign-in': 'sign-in',
  snapshot: 'snapshot',
  'close-out': 'close-out',
}

const holdPoint = (page: JobPage, { status, record }: RecordedJob, kind: HoldPointKind): TrackStep => {
  const found = page.holdPoints.find((point) => point.kind === kind)
  const isAhead = status === 'submitted'
  const state = found?.state ?? 'not-applicable'
  return {
    id: kind,
    path: pageOf[kind],
    at:
      state === 'not-applicable' ? 'not-asked' : state === 'waiting' || (isAhead && state === 'open') ? 'later' : state,
    missing: found?.refusals.length ?? 0,
    done: doneAt(record, kind),
    picture: page.evidence.filter(({ step }) => step === kind).at(-1)?.id ?? null,
  }
}

const doneAt = (record: RecordedJob['record'], kind: HoldPointKind): Done | null => {
  const recorded = {
    'witnessed-check': Object.values(record.checks).toSorted((a, b) => b.occurredAt - a.occurredAt)[0],
    'gas-test': record.gasTests.at(-1),
    ventilation: record.ventilation,
    'guardian-sign-in': record.duty.at(-1)?.signIn,
    snapshot: record.snapshots.at(-1),
    'close-out': record.residueRecorded,
  }[kind]
  return recorded ? { by: recorded.by, at: recorded.occurredAt } : null
}

const beforeStart = (page: JobPage, job: RecordedJob): readonly TrackStep[] =>
  (['witnessed-check', 'gas-test', 'ventilation', 'guardian-sign-in'] as const)
    .filter((kind) => kind !== 'witnessed-check' || page.holdPoints.some((point) => point.kind === kind))
    .map((kind) => holdPoint(page, job, kind))

const afterStart = (page: JobPage, job: RecordedJob): readonly TrackStep[] => {
  const last = Object.values(job.record.acceptances).toSorted((a, b) => b.occurredAt - a.occurredAt)[0]
  return [
    holdPoint(page, job, 'snapshot'),
    holdPoint(page, job, 'close-out'),
    {
      id: 'accept',
      path: 'accept',
      at: job.status === 'closed' ? 'met' : job.status === 'finished' ? 'open' : 'later',
      missing: 0,
      done: last ? { by: last.by, at: last.occurredAt } : null,
      picture: null,
    },
  ]
}

const start = ({ status, record }: RecordedJob, { gate }: JobReadiness): TrackStep => {
  const span = record.work.at(-1)
  return {
    id: 'start',
    path: 'start',
    at: status === 'approved' || status === 'suspended' ? 'open' : status === 'submitted' ? 'later' : 'met',
    missing: gate?.kind === 'start' || gate?.kind === 'resume' ? gate.refusals.length : 0,
    done: span ? { by: record.application.leader, at: span.from } : null,
    picture: null,
  }
}
