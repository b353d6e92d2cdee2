import type { AlarmRecord, TicketRecord } from '#core/feed/records.ts'
import { ticketRecord, type FeedPlant } from '#core/feed/ticket-record.ts'
import type { EmployerId, PersonId, PlaceId } from '#core/ids.ts'
import { replay } from '#core/job/evolve.ts'
import type { RecordedJob } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Tx } from '../store/database.ts'
import { readEvents } from '../store/events.ts'
import { readTimeZone } from '../views/time-zone.ts'
import type { FeedPayload } from './feed-messages.ts'
import { readFeedPeople } from './feed-people.ts'
import { readFeedSettings } from './feed-settings.ts'

/** A message as it leaves, or why it cannot leave now. */
export type ParkRecord =
  | { readonly kind: 'ticket'; readonly companyCode: string; readonly record: TicketRecord }
  | { readonly kind: 'alarm'; readonly companyCode: string; readonly record: AlarmRecord }

type Sources = { readonly rulebooks: Rulebooks; readonly vault: Vault }

/** Null where the feed was switched off, or where the ticket that is named is not there. */
export const readParkRecord = async (
  tx: Tx,
  payload: FeedPayload,
  { rulebooks, vault }: Sources,
): Promise<ParkRecord | null> => {
  const settings = await readFeedSettings(tx)
  if (settings === null) return null
  const { companyCode } = settings
  if (payload.kind === 'alarm') return { kind: 'alarm', companyCode, record: payload.record }
  const history = (await readEvents(tx, payload.job)).slice(0, payload.version).map(({ event }) => event)
  const job = replay(history, payload.job)
  if (!('record' in job)) return null
  const permit = job.record.permits.find(({ id }) => id === payload.permit)
  const rulebook = await rulebooks.readable(tx, job.record.rulebook)
  if (permit === undefined) return null
  const plant = await readFeedPlant(tx, job, rulebook, vault)
  return {
    kind: 'ticket',
    companyCode,
    record: ticketRecord(job, permit, history, rulebook, { ...plant, ...settings }),
  }
}

const readFeedPlant = async (
  tx: Tx,
  { record: { application, approvals } }: RecordedJob,
  rulebook: Rulebook,
  vault: Vault,
): Promise<Omit<FeedPlant, 'companyName' | 'companyCode'>> => {
  const { applicant, leader, guardians, crew } = application
  const people: readonly PersonId[] = [
    applicant,
    leader,
    ...guardians,
    ...crew.map(({ person }) => person),
    ...approvals.map(({ by }) => by),
  ]
  return {
    timeZone: await readTimeZone(tx),
    people: await readFeedPeople(tx, people, { vault, rulebook, mobileOf: leader }),
    employers: await readEmployer(tx, application.workUnit),
    place: await readPlace(tx, application.place),
  }
}

const readEmployer = async (tx: Tx, employer: EmployerId): Promise<FeedPlant['employers']> => {
  const { rows } = await tx.query<{ name: string; isContractor: boolean }>(
    `select name, kind = 'contractor' as "isContractor" from employers where plant_id = $1 and employer_id = $2`,
    [tx.plantId, employer],
  )
  return rows[0] ? { [employer]: rows[0] } : {}
}

type PlaceRow = { readonly name: string; readonly fence: readonly (readonly [number, number])[] | null }

/** The middle of the fence's corners. */
const readPlace = async (tx: Tx, place: PlaceId): Promise<FeedPlant['place']> => {
  const { rows } = await tx.query<PlaceRow>(
    `select name, facts -> 'fence' as fence from places where plant_id = $1 and place_id = $2`,
    [tx.plantId, place],
  )
  const [row] = rows
  const corners = row?.fence ?? []
  if (!row || corners.length === 0) return null
  const middle = (at: 0 | 1): number =>
    Number((corners.reduce((sum, corner) => sum + corner[at], 0) / corners.length).toFixed(6))
  return { name: row.name, longitude: middle(0), latitude: middle(1) }
}
