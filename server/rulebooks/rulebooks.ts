import type { Pin } from '#core/job/job.ts'
import { floorBreaches } from '#core/rulebook/floors.ts'
import { parseRulebook } from '#core/rulebook/parse-rulebook.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { HttpProblem } from '../problem.ts'
import type { Tx } from '../store/database.ts'
import type { Shipped } from './shipped-rulebooks.ts'

/** Which edition decides. Null means that it cannot be told, and then nothing is permitted. */
export type Rulebooks = {
  /** What new work of this plant is measured by. */
  readonly current: (tx: Tx) => Promise<Rulebook | null>
  /** What a job is measured by: the edition it was submitted under, unless that is below today's floor. */
  readonly pinned: (tx: Tx, pin: Pin | null) => Promise<Rulebook | null>
  /** The same for whoever only reads: a page must show even a job whose edition nobody knows any more. */
  readonly readable: (tx: Tx, pin: Pin | null) => Promise<Rulebook>
  /** What the product asks today of the industry of this rulebook: the floor of every edition. */
  readonly standardOf: (rulebook: Rulebook) => Rulebook
}

type Dependencies = { readonly shipped: Shipped; readonly clock: () => EpochMs }

/** An edition that was found, and whether it asks for all that the product asks today. */
type Found = { readonly rulebook: Rulebook; readonly isAboveFloor: boolean }

/** Editions of the product and those that plants have published. An edition never changes, so each is judged once. */
export const createRulebooks = ({ shipped, clock }: Dependencies): Rulebooks => {
  const judge = (rulebook: Rulebook): Found => {
    const standard = shipped.today.get(rulebook.id)
    return {
      rulebook,
      isAboveFloor: standard !== undefined && (rulebook === standard || floorBreaches(rulebook, standard).length === 0),
    }
  }
  const ours = new Map(shipped.editions.map((rulebook) => [JSON.stringify(pinOf(rulebook)), judge(rulebook)]))
  const theirs = new Map<string, Found | null>()

  const find = async (tx: Tx, { id, edition }: Pin): Promise<Found | null> => {
    const key = JSON.stringify({ id, edition })
    const found = ours.get(key) ?? theirs.get(tx.plantId + key)
    if (found !== undefined) return found
    const { rows } = await tx.query<{ content: unknown }>(
      'select content from rulebook_editions where plant_id = $1 and rulebook_id = $2 and edition = $3',
      [tx.plantId, id, edition],
    )
    // What is not there yet may be published in a minute; only what was found is remembered.
    if (!rows[0]) return null
    const parsed = parseRulebook(rows[0].content)
    const read = parsed.ok ? judge(parsed.rulebook) : null
    theirs.set(tx.plantId + key, read)
    return read
  }

  const current = async (tx: Tx): Promise<Rulebook | null> => {
    const { id, edition } = await readFollowed(tx, clock())
    const standard = shipped.today.get(id) ?? null
    if (edition === null) return standard
    const found = await find(tx, { id, edition })
    return found && !found.isAboveFloor ? standard : (found?.rulebook ?? null)
  }
  const pinned = async (tx: Tx, pin: Pin | null): Promise<Rulebook | null> => {
    if (pin === null) return current(tx)
    const found = await find(tx, pin)
    return found && !found.isAboveFloor ? current(tx) : (found?.rulebook ?? null)
  }
  const readable = async (tx: Tx, pin: Pin | null): Promise<Rulebook> => {
    const rulebook = (await pinned(tx, pin)) ?? (await current(tx))
    if (!rulebook) throw new HttpProblem(503, 'rulebook-unknown')
    return rulebook
  }
  return { current, pinned, readable, standardOf: (rulebook) => shipped.today.get(rulebook.id) ?? rulebook }
}

const pinOf = ({ id, edition }: Rulebook): Pin => ({ id, edition })

/** Which rulebook the plant follows, and the edition of its own that is in effect, where it has one. */
const readFollowed = async (
  tx: Tx,
  now: EpochMs,
): Promise<{ readonly id: string; readonly edition: string | null }> => {
  const { rows } = await tx.query<{ id: string; edition: string | null }>(
    `select p.rulebook_id as id, e.edition from plants p left join lateral (
       select edition from rulebook_editions r where r.plant_id = p.plant_id and r.rulebook_id = p.rulebook_id
         and r.effective_from <= (to_timestamp($2 / 1000.0) at time zone p.time_zone)::date
       order by r.effective_from desc, r.published_at desc limit 1) e on true
     where p.plant_id = $1`,
    [tx.plantId, now],
  )
  if (!rows[0]) throw new HttpProblem(404, 'plant-unknown')
  return rows[0]
}
