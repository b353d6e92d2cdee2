import type { EvidenceId, PlantId } from '#core/ids.ts'
import type { JobEvent } from '#core/job/events.ts'
import type { Permit } from '#core/job/job.ts'
import type { Signature } from '#core/job/site-records.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { EvidenceRecord } from '../evidence/evidence-rows.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import { HttpProblem } from '../problem.ts'
import type { Tx } from '../store/database.ts'

/** A drawing that somebody added to a signature; only the history keeps which act it belongs to. */
export type Handwriting = { readonly act: string; readonly evidence: EvidenceId }

/** By act. */
export type Hands = ReadonlyMap<string, Hand>

/** The drawing as an SVG, or that its file is here no more, which takes nothing from the signature. */
export type Hand = { readonly svg: string } | 'not-kept'

/** Nobody signs twice in one millisecond. */
export const actOf = (person: string, at: EpochMs): string => `${person}@${at}`

/** The drawings on signatures that stand on this permit's paper. */
export const handwritingOf = (history: readonly JobEvent[], permit: Permit): readonly Handwriting[] =>
  history.flatMap((event) => {
    switch (event.type) {
      case 'StepApproved':
        return event.permit === permit.id ? drawnOn(event) : []
      case 'BriefingSigned':
      case 'WorkStarted':
      case 'AcceptanceSigned':
        return drawnOn(event)
      default:
        return []
    }
  })

const drawnOn = ({
  by,
  occurredAt,
  signature: { handwriting },
}: {
  readonly by: string
  readonly occurredAt: EpochMs
  readonly signature: Signature
}): readonly Handwriting[] => (handwriting === undefined ? [] : [{ act: actOf(by, occurredAt), evidence: handwriting }])

export type Drawing = { readonly act: string; readonly record: EvidenceRecord | undefined }

export const findDrawings = async (
  tx: Tx,
  handwriting: readonly Handwriting[],
  store: Pick<EvidenceStore, 'find'>,
): Promise<readonly Drawing[]> => {
  const drawings: Drawing[] = []
  for (const { act, evidence } of handwriting) drawings.push({ act, record: await store.find(tx, evidence) })
  return drawings
}

/** Apart from the look-up, because scaling pictures takes a while and must hold no transaction. */
export const readHands = async (
  plantId: PlantId,
  drawings: readonly Drawing[],
  store: Pick<EvidenceStore, 'readServed'>,
): Promise<Hands> =>
  new Map(
    await Promise.all(
      drawings.map(async ({ act, record }): Promise<[string, Hand]> => [
        act,
        record === undefined || record.fileLetGoAt !== null ? 'not-kept' : await readHand(plantId, record, store),
      ]),
    ),
  )

const readHand = async (
  plantId: PlantId,
  record: EvidenceRecord,
  store: Pick<EvidenceStore, 'readServed'>,
): Promise<Hand> => {
  try {
    const jpeg = await store.readServed(plantId, record, { size: 'thumbnail', caption: [] })
    return { svg: pictureSvg(jpeg, record) }
  } catch (error) {
    if (error instanceof HttpProblem && error.code === 'evidence-file-missing') return 'not-kept'
    throw error
  }
}

/** The typesetter takes data as text, and a picture as text is an SVG around it. */
export const pictureSvg = (
  jpeg: Buffer,
  { widthPixels, heightPixels }: Pick<EvidenceRecord, 'widthPixels' | 'heightPixels'>,
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPixels} ${heightPixels}"><image width="${widthPixels}" height="${heightPixels}" href="data:image/jpeg;base64,${jpeg.toString('base64')}"/></svg>`
