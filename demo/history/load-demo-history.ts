import { join } from 'node:path'
import type { PlantId } from '#core/ids.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { dayMs, type EpochMs } from '#core/time/epoch.ts'
import { keptUntil } from '#core/video/hold.ts'
import { filmKeptDaysMin } from '#core/video/kept-days.ts'
import { hashOf, createContentStore } from '#server/evidence/content-store.ts'
import type { Database, Tx } from '#server/store/database.ts'
import { loadHistory } from '#server/store/load-history.ts'
import { alarmRowsOf } from '#server/feed/tell-park.ts'
import { insertPermits, toPermitRows } from '#server/views/permit-rows.ts'
import { insertAlarms } from '#server/views/alarm-rows.ts'
import { insertJobs, insertObligations, toJobRow, toObligationRows } from '#server/views/jobs.ts'
import { demoPlant, demoPlants, insertRows, southPlant, timeZone } from '../load-plant.ts'
import { demoPlanFile, planDocumentOf, planFileBytes } from '../plan-file.ts'
import type { LivingJob } from './memory-plant.ts'
import { createPictures } from './pictures.ts'
import { permitsPerDay } from './plan-day.ts'
import { createPlantSetting } from './plant-setting.ts'
import { revokeOneOfTomorrow } from './revoke-overnight.ts'
import { simulatePlant, type Simulation } from './simulate.ts'

const past = {
  [demoPlant]: { permits: permitsPerDay, days: 90, seed: 30_871 },
  [southPlant]: { permits: { min: 5, max: 8 }, days: 7, seed: 30_872 },
}

/** Pictures are kept of the last days only: of older ones the receipt and the hash are there, the file is not. */
const picturedDays = 3
const rowsPerStatement = 500

export type HistoryRequest = {
  readonly database: Database
  readonly rulebook: Rulebook
  readonly dataDir: string
  readonly now: EpochMs
  /** Fewer days than the demo has, where a test has no time. */
  readonly daysMax?: number
  /** A busier plant than the demo, where a test wants a full day. */
  readonly permitsADay?: number
}

export type HistoryLoaded = { readonly jobs: number; readonly events: number; readonly pictures: number }

/** Lives through the plants' last days in memory and brings them in, each plant in one transaction: whole or not at all. */
export const loadDemoHistory = async ({
  database,
  rulebook,
  dataDir,
  now,
  daysMax = Infinity,
  permitsADay,
}: HistoryRequest): Promise<HistoryLoaded> => {
  const loaded = { jobs: 0, events: 0, pictures: 0 }
  for (const { plantId, rosterOf, places } of demoPlants) {
    const ofPlant = past[plantId]
    if (!ofPlant || (await hasHistory(database, plantId))) continue
    const { days, seed } = ofPlant
    const permits = permitsADay === undefined ? ofPlant.permits : { min: permitsADay, max: permitsADay }
    const setting = createPlantSetting({ plantId, roster: rosterOf(), places }, rulebook, now)
    const simulation = simulatePlant({ setting, now, days: Math.min(days, daysMax), permits, seed })
    // The files first: a row whose file is missing would be damage, a file without a row is only a file.
    const { rows, pictures } = await drawEvidence(plantId, simulation.jobs, dataDir, now)
    await createContentStore(join(dataDir, 'evidence', 'originals', plantId)).put(planFileBytes)
    await database.withPlant(plantId, async (tx) => {
      await insertRows(tx, 'documents', documentColumns, documentsOf(simulation.jobs))
      loaded.events += await loadStreams(tx, simulation, rulebook)
      for (let at = 0; at < rows.length; at += rowsPerStatement * 4)
        await insertRows(tx, 'evidence', evidenceColumns, rows.slice(at, at + rowsPerStatement * 4))
      await insertRows(tx, 'recordings', recordingColumns, recordingsOf(simulation.jobs, rulebook, now))
      await revokeOneOfTomorrow(tx, simulation.jobs, { rulebook, timeZone, now })
    })
    loaded.jobs += simulation.jobs.length
    loaded.pictures += pictures
  }
  return loaded
}

const hasHistory = (database: Database, plantId: PlantId): Promise<boolean> =>
  database.withPlant(plantId, async (tx) => {
    const { rowCount } = await tx.query('select 1 from events where plant_id = $1 limit 1', [plantId])
    return rowCount !== 0
  })

const loadStreams = async (tx: Tx, { jobs, lastNumbers }: Simulation, rulebook: Rulebook): Promise<number> => {
  const events = await loadHistory(
    tx,
    jobs.map(({ id: streamId, decisions }) => ({ streamId, decisions })),
  )
  for (let at = 0; at < jobs.length; at += rowsPerStatement) {
    const batch = jobs.slice(at, at + rowsPerStatement)
    await insertJobs(tx, batch.flatMap(toBoardLine))
    await insertPermits(
      tx,
      batch.flatMap(({ id: jobId, job }) => ('record' in job ? toPermitRows(jobId, job) : [])),
    )
    await insertObligations(
      tx,
      batch.flatMap(({ id: jobId, job }) => toObligationRows(jobId, job, rulebook)),
    )
    await insertAlarms(
      tx,
      batch.flatMap(({ id: jobId, job, decisions }) =>
        alarmRowsOf(tx.plantId, { jobId, job, history: decisions.flatMap(({ events: told }) => told) }, rulebook),
      ),
    )
  }
  await insertRows(
    tx,
    'permit_numbers',
    'prefix text, day date, last integer',
    [...lastNumbers].map(([key, last]) => {
      const [prefix, day] = key.split(' ')
      return { prefix, day, last }
    }),
  )
  return events
}

const toBoardLine = ({ id: jobId, job, decisions }: LivingJob) => {
  const version = decisions.reduce((sum, { events }) => sum + events.length, 0)
  return 'record' in job ? [toJobRow(jobId, job, version, (decisions.at(-1)?.recordedAt ?? 0) as EpochMs)] : []
}

const evidenceColumns =
  'evidence_id text, job_id text, step text, person_id text, ticket_id text, mime text, byte_count integer, content_hash text, width_pixels integer, height_pixels integer, clarity jsonb, captured_at bigint, received_at bigint, position jsonb, scanned jsonb, reuse text, file_let_go_at bigint'

/** Every picture was drawn and hashed, the old ones too; only the files of the last days are kept. */
const drawEvidence = async (plantId: PlantId, jobs: readonly LivingJob[], dataDir: string, now: EpochMs) => {
  const pictureOf = await createPictures()
  const store = createContentStore(join(dataDir, 'evidence', 'originals', plantId))
  const kept: Buffer[] = []
  const rows = jobs.flatMap(({ evidence }) =>
    evidence.map(({ id, job, step, person, capturedAt, receivedAt, position, scanned, reuse }) => {
      const { bytes, widthPixels, heightPixels } = pictureOf(id, step)
      const isKept = capturedAt > now - picturedDays * dayMs
      if (isKept) kept.push(bytes)
      return {
        evidence_id: id,
        job_id: job,
        step,
        person_id: person,
        ticket_id: `demo-${id}`,
        mime: 'image/jpeg',
        byte_count: bytes.byteLength,
        content_hash: hashOf(bytes),
        width_pixels: widthPixels,
        height_pixels: heightPixels,
        clarity: { brightness: 150, sharpness: 240, advice: [] },
        captured_at: capturedAt,
        received_at: receivedAt,
        position: position ?? null,
        scanned: scanned ?? null,
        reuse,
        file_let_go_at: isKept ? null : capturedAt + picturedDays * dayMs,
      }
    }),
  )
  for (let at = 0; at < kept.length; at += 32)
    await Promise.all(kept.slice(at, at + 32).map((bytes) => store.put(bytes)))
  return { rows, pictures: kept.length }
}

const documentColumns =
  'document_id text, job_id text, name text, mime text, byte_count integer, content_hash text, uploaded_by text, uploaded_at bigint'

/** The plans that stand in the jobs' papers; of all of them there is one page. */
const documentsOf = (jobs: readonly LivingJob[]) =>
  jobs.flatMap(({ id: job_id, job }) => {
    const plan =
      'record' in job
        ? Object.values(job.record.preparations).find(({ content }) => content.kind === 'plan' && content.document)
        : undefined
    if (!plan) return []
    const { name, mime, byteCount, contentHash } = demoPlanFile
    return [
      {
        document_id: planDocumentOf(job_id),
        job_id,
        name,
        mime,
        byte_count: byteCount,
        content_hash: contentHash,
        uploaded_by: plan.by,
        uploaded_at: plan.at,
      },
    ]
  })

const recordingColumns =
  'recording_id text, camera_id text, from_at bigint, to_at bigint, content_hash text, address text, kept_at bigint, kept_by text, keep_until bigint, let_go_at bigint'

/** The films that the jobs know of. Whatever is past its retention the recorder has let go. */
const recordingsOf = (jobs: readonly LivingJob[], rulebook: Rulebook, now: EpochMs) =>
  jobs.flatMap(({ job }) =>
    'record' in job
      ? job.record.recordings.map(({ id, camera, from, to, contentHash, keptAt, by }) => {
          const keepUntil = keptUntil(to, filmKeptDaysMin(rulebook))
          return {
            recording_id: id,
            camera_id: camera,
            from_at: from,
            to_at: to,
            content_hash: contentHash,
            address: `https://nvr.example/files/${id}.mp4`,
            kept_at: keptAt,
            kept_by: by,
            keep_until: keepUntil,
            let_go_at: keepUntil < now ? keepUntil : null,
          }
        })
      : [],
  )
