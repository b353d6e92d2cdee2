import { id, type EvidenceId, type PersonId } from '#core/ids.ts'
import type { Application } from '#core/job/application.ts'
import { joinerOf } from '#core/job/change-people.ts'
import type { GuardedCommand } from '#core/job/commands.ts'
import type { EvidenceFacts, Facts } from '#core/job/facts.ts'
import type { Job } from '#core/job/job.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Tx } from './store/database.ts'
import { readStandingDelegations } from './store/delegations.ts'
import { gatherEvacuations } from './store/evacuations.ts'
import { readWeather } from './store/weather.ts'
import { blindNumberField } from '#core/blinds/blind.ts'
import { gatherBlind } from './blinds/blind-rows.ts'
import { findDocument } from './documents/document-rows.ts'
import { readRiskLibrary } from './risk/risk-rows.ts'
import { gatherNeededPoints } from './isolation/needed-points.ts'
import { evidenceIn } from './gather/evidence-in.ts'
import { gatherHeard } from './gather/heard.ts'
import { gatherLabour } from './gather/labour.ts'
import { gatherEngagements, gatherNeighbours } from './gather/neighbours.ts'
import { gatherMatrix, gatherPeople } from './gather/people.ts'
import { gatherSources } from './gather/sources.ts'
import { readCamerasOf } from './video/camera-rows.ts'
import { gatherCalendar } from './calendar/gather-calendar.ts'
import { gatherFans, gatherInstruments, gatherPlace } from './gather/places.ts'

/**
 * Everything that a decision about this job may look at, read in one transaction after its scopes were locked. A query
 * that fails throws and the whole decision with it: no fact is ever left out by accident.
 */
export const gatherFacts = async (
  tx: Tx,
  command: GuardedCommand,
  job: Job,
  now: EpochMs,
  timeZone: string,
): Promise<Facts> => {
  const application = applicationOf(command, job)
  const evidence = evidenceIn(command)
  const people = [
    ...new Set([
      command.by,
      ...(application ? peopleOf(application) : []),
      ...othersIn(command),
      ...newcomersIn(command, job),
    ]),
  ]
  const equipment = equipmentIn(command, job)
  const place = application && (await gatherPlace(tx, application.place))
  const weather = await readWeather(tx, place)
  const blindNumber = application?.fields[blindNumberField]
  const blind = typeof blindNumber === 'string' ? await gatherBlind(tx, blindNumber.trim()) : undefined
  return {
    now,
    timeZone,
    calendar: await gatherCalendar(tx, application?.window, timeZone),
    people: await gatherPeople(tx, people),
    matrix: await gatherMatrix(tx),
    instruments: await gatherInstruments(tx, equipment),
    fans: await gatherFans(tx, equipment),
    evidence: await gatherEvidence(tx, evidence),
    labour: await gatherLabour(tx, people, now),
    ...(place ? { place } : {}),
    ...('record' in job ? { heard: await gatherHeard(tx, job.record.id) } : {}),
    delegations: await readStandingDelegations(tx, now, { people: [command.by] }),
    ...(weather ? { weather } : {}),
    ...(await gatherDocuments(tx, command)),
    ...(isAnalysis(command) ? { risks: await readRiskLibrary(tx) } : {}),
    ...(blind ? { blind } : {}),
    ...(application && place
      ? {
          ...(await gatherSources(tx, place, now)),
          cameras: await readCamerasOf(tx, place),
          evacuations: await gatherEvacuations(tx, place),
          isolation: await gatherNeededPoints(tx, jobIdOf(job), place.id),
          neighbours: await gatherNeighbours(tx, jobIdOf(job), application.window, place),
          engagements: await gatherEngagements(tx, jobIdOf(job), application.window, people),
        }
      : {}),
  }
}

const gatherDocuments = async (tx: Tx, command: GuardedCommand): Promise<Pick<Facts, 'documents'>> => {
  if (command.type !== 'RecordPreparation' || command.content.kind !== 'plan' || !command.content.document) return {}
  const found = await findDocument(tx, command.content.document.id)
  return { documents: found ? { [found.id]: found } : {} }
}

/** Only where an analysis is recorded is it asked what the library has to say. */
const isAnalysis = (command: GuardedCommand): boolean =>
  command.type === 'RecordPreparation' && command.content.kind === 'hazards'

/** The keys that a decision locks: whoever and whatever two jobs could both claim. */
export const scopesOf = (command: GuardedCommand, job: Job): readonly string[] => {
  const application = applicationOf(command, job)
  if (!application) return []
  switch (command.type) {
    case 'SubmitJob':
    case 'StartWork':
    case 'ResumeWork':
    case 'ApproveStep':
    case 'ChangePeople':
    case 'AnswerPeopleChange':
      // One lock for all places: conflicts reach across places by distance, and starts are seconds apart at worst.
      return ['places', ...[...peopleOf(application), ...newcomersIn(command, job)].map((person) => `person:${person}`)]
    default:
      return []
  }
}

const applicationOf = (command: GuardedCommand, job: Job): Application | undefined => {
  if (command.type === 'SubmitJob' || command.type === 'EnterPaperTicket') return command.application
  if ('record' in job) return job.record.application
  return job.status === 'drafted' ? job.application : undefined
}

const jobIdOf = (job: Job): string => ('record' in job ? job.record.id : '')

const peopleOf = ({ applicant, leader, crew, guardians, gasAnalyst }: Application): readonly PersonId[] => [
  applicant,
  leader,
  ...crew.map(({ person }) => person),
  ...guardians,
  ...(gasAnalyst === undefined ? [] : [gasAnalyst]),
]

/** Others of whom a command speaks: a witness, whoever is stood in for, whoever is asked to sign as well. */
const othersIn = (command: GuardedCommand): readonly PersonId[] => {
  switch (command.type) {
    case 'RecordGasTest':
      return [command.test.analyst]
    case 'SignInGuardian':
      return 'secondPerson' in command.signIn.method ? [command.signIn.method.secondPerson] : []
    case 'ApproveStep':
    case 'ReturnJob':
      return command.onBehalfOf === undefined ? [] : [command.onBehalfOf]
    case 'EnterPaperTicket':
      return [command.supervisedBy]
    case 'AddSigner':
      return [command.signer, ...(command.onBehalfOf === undefined ? [] : [command.onBehalfOf])]
    default:
      return []
  }
}

/** Who would take part by a change that is asked for or answered: judged like everybody else, and locked like everybody else. */
const newcomersIn = (command: GuardedCommand, job: Job): readonly PersonId[] => {
  const change =
    command.type === 'ChangePeople'
      ? command.change
      : command.type === 'AnswerPeopleChange' && 'record' in job
        ? job.record.changes.people.find(({ id: asked }) => asked === command.change)?.change
        : undefined
  const newcomer = change && joinerOf(change)
  return newcomer ? [newcomer] : []
}

const equipmentIn = (command: GuardedCommand, job: Job): readonly string[] => [
  ...(command.type === 'RecordGasTest' ? [command.test.instrument] : []),
  ...(command.type === 'RecordVentilation' ? [command.ventilation.fan] : []),
  ...('record' in job
    ? [
        ...job.record.gasTests.map(({ instrument }) => instrument),
        ...(job.record.ventilation ? [job.record.ventilation.fan] : []),
      ]
    : []),
]

type EvidenceRow = {
  evidence_id: string
  job_id: string
  step: string
  person_id: string
  captured_at: EpochMs
  received_at: EpochMs
  position: EvidenceFacts['position'] | null
  scanned: EvidenceFacts['scanned'] | null
  mime: string
  reuse: EvidenceFacts['reuse']
}

export const gatherEvidence = async (tx: Tx, ids: readonly EvidenceId[]): Promise<Facts['evidence']> => {
  if (ids.length === 0) return {}
  const { rows } = await tx.query<EvidenceRow>(
    'select * from evidence where plant_id = $1 and evidence_id = any($2) order by received_at',
    [tx.plantId, [...ids]],
  )
  return Object.fromEntries(
    rows.map((row) => [
      row.evidence_id,
      {
        id: id<EvidenceId>(row.evidence_id),
        job: id(row.job_id),
        step: row.step,
        person: id(row.person_id),
        capturedAt: row.captured_at,
        receivedAt: row.received_at,
        reuse: row.reuse,
        ...(row.mime.startsWith('audio/') ? { medium: 'recording' as const } : {}),
        ...(row.scanned ? { scanned: row.scanned } : {}),
        ...(row.position ? { position: row.position } : {}),
      },
    ]),
  )
}
