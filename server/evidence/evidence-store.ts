import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { EvidenceRefusal } from '#core/evidence/evidence-refusal.ts'
import { id, type EvidenceId, type JobId, type PersonId, type PlantId } from '#core/ids.ts'
import type { Position } from '#core/place/position.ts'
import { addMinutes, minutesBetween, type EpochMs } from '#core/time/epoch.ts'
import { newId } from '../ids.ts'
import { HttpProblem } from '../problem.ts'
import type { Tx } from '../store/database.ts'
import { type CaptureTicket, createTicketSigner, judgeClaim } from './capture-ticket.ts'
import { type ContentHash, type ContentStore, createContentStore, hashOf } from './content-store.ts'
import { type EvidenceRecord, findEvidence, insertEvidence } from './evidence-rows.ts'
import { findReuse } from './find-reuse.ts'
import { type InspectedPicture, inspectPicture } from './inspect-picture.ts'
import { type PictureLimits, pictureLimits } from './picture-limits.ts'
import { type Caption, drawServedCopy, type ServedSize } from './served-copy.ts'
import { createServedCopies } from './served-copies.ts'
import type { CodeReading, CodeSigner } from './signed-code.ts'
import { deriveSigningKey } from './signing-key.ts'
import { insertTicket, lockTicket, markTicketUsed } from './ticket-rows.ts'

export type EvidenceSettings = {
  readonly dataDir: string
  readonly serverKey: Uint8Array
  readonly codes: CodeSigner
  readonly limits?: PictureLimits
}

export type TicketRequest = {
  readonly jobId: JobId
  readonly step: string
  readonly personId: PersonId
  readonly now: EpochMs
  readonly expiresInMinutes: number
}

export type IssuedTicket = { readonly token: string; readonly expiresAt: EpochMs }

/** What came in, looked at but not yet believed. Made outside any transaction, because looking takes a while. */
export type Upload = {
  readonly bytes: Buffer
  readonly contentHash: ContentHash
  readonly picture: InspectedPicture | undefined
  readonly refusals: readonly EvidenceRefusal[]
}

/** What the sender says about it. Who the sender is comes from the session. */
export type Claim = {
  readonly token: string
  readonly jobId: JobId
  readonly step: string
  readonly personId: PersonId
  readonly source: 'camera' | 'gallery'
  readonly capturedAt: EpochMs
  readonly position: Position | null
  /** The text of a printed code that was scanned for this capture, by the camera or by a scanner that types. */
  readonly scannedText: string | null
  readonly now: EpochMs
}

export type Receipt =
  | {
      readonly accepted: true
      readonly evidence: EvidenceRecord
      readonly delayMinutes: number
      /** The same content on the same ticket came in before; this is the receipt of then. */
      readonly isRepeat: boolean
    }
  | { readonly accepted: false; readonly refusals: readonly EvidenceRefusal[] }

export type EvidenceStore = {
  readonly issueCaptureTicket: (tx: Tx, request: TicketRequest) => Promise<IssuedTicket>
  readonly inspect: (bytes: Buffer, claimedType: string | undefined) => Promise<Upload>
  readonly receive: (tx: Tx, upload: Upload, claim: Claim) => Promise<Receipt>
  readonly find: (tx: Tx, evidenceId: string) => Promise<EvidenceRecord | undefined>
  /** As it came in, to the byte. */
  readonly readOriginal: (plantId: PlantId, evidence: EvidenceRecord) => Promise<Buffer>
  /** Keeps a file that is no picture of the site, such as a written plan, under its hash. */
  readonly keepFile: (plantId: PlantId, bytes: Buffer) => Promise<ContentHash>
  readonly readFile: (plantId: PlantId, hash: ContentHash) => Promise<Buffer | undefined>
  /** A JPEG for eyes: upright, without metadata, its caption written on it. */
  readonly readServed: (
    plantId: PlantId,
    evidence: EvidenceRecord,
    view: { readonly size: ServedSize; readonly caption: Caption },
  ) => Promise<Buffer>
}

export const createEvidenceStore = (settings: EvidenceSettings): EvidenceStore => {
  const folder = join(settings.dataDir, 'evidence')
  const limits = settings.limits ?? pictureLimits
  const signer = createTicketSigner(deriveSigningKey(settings.serverKey, 'capture-ticket'))
  const served = createServedCopies(join(folder, 'served'))
  const originals = (plantId: string): ContentStore =>
    createContentStore(join(folder, 'originals', folderNameOf(plantId)))

  const readOriginal = async (plantId: PlantId, { contentHash }: EvidenceRecord): Promise<Buffer> => {
    const bytes = await originals(plantId).read(contentHash)
    // A disk that lost a file is told to whoever looks, and in the log to whoever keeps the disk; the receipt still stands.
    if (bytes === undefined) {
      console.error(`the file of evidence ${contentHash} is missing`)
      throw new HttpProblem(404, 'evidence-file-missing')
    }
    return bytes
  }

  return {
    issueCaptureTicket: async (tx, { jobId, step, personId, now, expiresInMinutes }) => {
      const expiresAt = addMinutes(now, expiresInMinutes)
      const ticket = { id: newId<string>(now), plantId: tx.plantId, jobId, step, personId, issuedAt: now, expiresAt }
      await insertTicket(tx, ticket)
      return { token: signer.seal(ticket), expiresAt }
    },
    keepFile: (plantId, bytes) => originals(plantId).put(bytes),
    readFile: (plantId, hash) => originals(plantId).read(hash),
    inspect: async (bytes, claimedType) => {
      const inspection = await inspectPicture(bytes, claimedType, limits)
      const picture = inspection.accepted ? inspection.picture : undefined
      return { bytes, contentHash: hashOf(bytes), picture, refusals: inspection.accepted ? [] : inspection.refusals }
    },
    receive: async (tx, upload, claim) => {
      const ticket = signer.open(claim.token)
      const scan = claim.scannedText === null ? undefined : settings.codes.read(claim.scannedText, tx.plantId)
      const refusals = [
        ...upload.refusals,
        ...judgeSource(claim),
        ...judgeTicket(tx, ticket, claim),
        ...judgeScan(scan),
      ]
      const use = ticket?.plantId === tx.plantId ? await lockTicket(tx, ticket.id, upload.contentHash) : undefined
      if (use?.use === 'refused') refusals.push(use.refusal)
      if (refusals.length > 0 || ticket === undefined || use === undefined || upload.picture === undefined) {
        return { accepted: false, refusals }
      }
      if (use.use === 'again') return repeat(await findEvidence(tx, use.evidenceId))

      await originals(tx.plantId).put(upload.bytes)
      const scanned = scan?.accepted ? { kind: scan.content.kind, id: scan.content.id } : null
      const evidence = { ...(await toRecord(tx, { ...upload, picture: upload.picture }, claim, ticket)), scanned }
      await insertEvidence(tx, evidence)
      await markTicketUsed(tx, ticket.id, upload.contentHash)
      return toReceipt(evidence, false)
    },
    find: findEvidence,
    readOriginal,
    readServed: (plantId, evidence, { size, caption }) =>
      served.read(nameOfServed(plantId, evidence, size, caption), async () =>
        drawServedCopy(await readOriginal(plantId, evidence), caption, size, limits),
      ),
  }
}

const judgeSource = ({ source }: Claim): readonly EvidenceRefusal[] =>
  source === 'camera' ? [] : [{ code: 'capture-not-in-app', params: {} }]

const judgeTicket = (tx: Tx, ticket: CaptureTicket | undefined, claim: Claim): readonly EvidenceRefusal[] => {
  if (ticket === undefined) return [{ code: 'capture-ticket-unknown', params: {} }]
  const { jobId, step, personId, capturedAt, now } = claim
  return judgeClaim(ticket, { plantId: tx.plantId, jobId, step, personId, occurredAt: capturedAt, receivedAt: now })
}

const judgeScan = (scan: CodeReading | undefined): readonly EvidenceRefusal[] =>
  scan === undefined || scan.accepted ? [] : [{ code: scan.refusal, params: {} }]

type Believed = Upload & { readonly picture: InspectedPicture }

const toRecord = async (
  tx: Tx,
  upload: Believed,
  claim: Claim,
  ticket: CaptureTicket,
): Promise<Omit<EvidenceRecord, 'scanned'>> => {
  const { picture, contentHash } = upload
  // Two copies that come in at the same moment must not both pass as the first.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('evidence ' || $1, 0))`, [tx.plantId])
  return {
    ...picture,
    id: newId<EvidenceId>(claim.now),
    jobId: id<JobId>(ticket.jobId),
    step: ticket.step,
    personId: id<PersonId>(ticket.personId),
    ticketId: ticket.id,
    byteCount: upload.bytes.byteLength,
    contentHash,
    capturedAt: claim.capturedAt,
    receivedAt: claim.now,
    fileLetGoAt: null,
    position: claim.position,
    reuse: await findReuse(tx, { contentHash, fingerprint: picture.fingerprint }, claim.now),
  }
}

const repeat = (evidence: EvidenceRecord | undefined): Receipt => {
  if (evidence === undefined) throw new Error('a used ticket has lost its evidence')
  return toReceipt(evidence, true)
}

const toReceipt = (evidence: EvidenceRecord, isRepeat: boolean): Receipt => ({
  accepted: true,
  evidence,
  delayMinutes: Math.max(0, minutesBetween(evidence.capturedAt, evidence.receivedAt)),
  isRepeat,
})

/** Plants are kept apart on the disk too, so that one can be moved or erased. */
const folderNameOf = (plantId: string): string => {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(plantId)) throw new Error(`plant ${plantId} cannot name a folder`)
  return plantId
}

const nameOfServed = (plantId: string, { contentHash }: EvidenceRecord, size: ServedSize, caption: Caption): string =>
  createHash('sha256')
    .update(JSON.stringify([plantId, contentHash, size, caption]))
    .digest('hex')
