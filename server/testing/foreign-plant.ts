import { id, type PlantId } from '#core/ids.ts'
import { insertRows } from '#demo/load-plant.ts'
import type { TestPlant } from './test-plant.ts'

export const elsewhere = id<PlantId>('elsewhere')
/** Every name and note over there; an answer in which it stands has told what it must not. */
export const foreignSecret = '外厂秘密'
/** Stands in every identity over there, so that a row of ours which took one is found. */
export const foreignMark = 'THEIR'

/** What really exists in another plant, by kind. */
export const theirs = {
  job: `${foreignMark}-job`,
  permit: `${foreignMark}-permit`,
  person: `${foreignMark}-1`,
  employer: `${foreignMark}-firm`,
  place: `${foreignMark}-place`,
  equipment: `${foreignMark}-fan`,
  camera: `${foreignMark}-camera`,
  point: `${foreignMark}-point`,
  evidence: `${foreignMark}-picture`,
  document: `${foreignMark}-plan`,
  recording: `${foreignMark}-film`,
  import: `${foreignMark}-import`,
} as const

export const createForeignPlant = async ({ database, request, now }: TestPlant): Promise<void> => {
  const name = foreignSecret
  await database.withPlant(elsewhere, async (tx) => {
    await tx.query(
      `insert into plants (plant_id, group_id, name, time_zone) values ($1, $1, '${foreignSecret}', 'Asia/Shanghai')`,
      [tx.plantId],
    )
    await insertRows(tx, 'employers', 'employer_id text, name text, kind text', [
      { employer_id: theirs.employer, name, kind: 'own' },
    ])
    await insertRows(
      tx,
      'people',
      'person_id text, name text, employer_id text, department text, unit text, position_id text, authorities text[], staff_number text, provenance jsonb',
      [
        {
          person_id: theirs.person,
          name,
          employer_id: theirs.employer,
          department: name,
          unit: name,
          position_id: 'welder',
          authorities: ['unit-head'],
          staff_number: theirs.person,
          provenance: {},
        },
      ],
    )
    await insertRows(tx, 'places', 'place_id text, name text, facts jsonb', [
      { place_id: theirs.place, name, facts: {} },
    ])
    await insertRows(tx, 'equipment', 'equipment_id text, kind text, name text, facts jsonb', [
      { equipment_id: theirs.equipment, kind: 'fan', name, facts: {} },
      { equipment_id: theirs.camera, kind: 'camera', name, facts: {} },
    ])
    await insertRows(tx, 'cameras', 'camera_id text, has_recorder boolean, places text[]', [
      { camera_id: theirs.camera, has_recorder: true, places: [theirs.place] },
    ])
    await insertRows(
      tx,
      'recordings',
      'recording_id text, camera_id text, from_at bigint, to_at bigint, content_hash text, address text, kept_at bigint, kept_by text, keep_until bigint',
      [
        {
          recording_id: theirs.recording,
          camera_id: theirs.camera,
          from_at: 1,
          to_at: 2,
          content_hash: 'a'.repeat(64),
          address: `https://${foreignMark}.example/`,
          kept_at: 1,
          kept_by: theirs.person,
          keep_until: 2,
        },
      ],
    )
    await insertRows(
      tx,
      'evidence',
      'evidence_id text, job_id text, step text, person_id text, ticket_id text, mime text, byte_count int, content_hash text, width_pixels int, height_pixels int, clarity jsonb, captured_at bigint, received_at bigint, reuse text',
      [
        {
          evidence_id: theirs.evidence,
          job_id: theirs.job,
          step: 'gas-test',
          person_id: theirs.person,
          ticket_id: theirs.evidence,
          mime: 'image/jpeg',
          byte_count: 1,
          content_hash: 'a'.repeat(64),
          width_pixels: 1,
          height_pixels: 1,
          clarity: {},
          captured_at: now(),
          received_at: now(),
          reuse: 'none',
        },
      ],
    )
    await tx.query(
      `insert into documents (plant_id, document_id, job_id, name, mime, byte_count, content_hash, uploaded_by, uploaded_at)
       values ($1, $2, $3, '${foreignSecret}.pdf', 'application/pdf', 1, repeat('a', 64), $4, 1)`,
      [tx.plantId, theirs.document, theirs.job, theirs.person],
    )
    await tx.query(
      `insert into imports (plant_id, import_id, status, created_at, wrapped_key) values ($1, $2, 'previewed', 1, '\\x00')`,
      [tx.plantId, theirs.import],
    )
  })
  await request(`/api/plants/${elsewhere}/jobs/${theirs.job}/stop`, { body: { note: foreignSecret } })
}
