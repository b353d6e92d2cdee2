import { createHash } from 'node:crypto'
import type { PlantId } from '#core/ids.ts'
import { headerPlaces, headerSignature } from '#core/people/ledger/point-at-header.ts'
import { headersAt, type SheetHead } from '#core/people/ledger/recognise-sheet.ts'
import type { Database, Tx } from '../store/database.ts'
import type { SheetChoice, SheetReading } from './import-record.ts'

/** Finds how somebody of the plant had a header read before. */
export type RecallReading = (head: SheetHead) => Promise<SheetReading | undefined>

/**
 * A mapping made by hand counts for the plant from then on: the next file with the same header is read in the same way. Only
 * a digest of the header is kept, since nobody knows what stands in the row that somebody took for one.
 */
export const rememberReading = async (tx: Tx, choice: SheetChoice, by: string, now: number): Promise<void> => {
  if (choice.kind !== 'read') return
  const { ledger, mapping, headers } = choice.reading
  await tx.query(
    `insert into ledger_headers (plant_id, header_digest, ledger, mapping, chosen_by, chosen_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (plant_id, header_digest) do update set ledger = excluded.ledger, mapping = excluded.mapping,
       chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`,
    [tx.plantId, digestOf(headerSignature(headers)), ledger, JSON.stringify(mapping), by, now],
  )
}

type Row = Pick<SheetReading, 'ledger' | 'mapping'> & { readonly header_digest: string }

export const createRecall =
  (database: Database, plantId: PlantId): RecallReading =>
  async (head) => {
    const places = headerPlaces(head)
      .filter(({ signature }) => signature.includes('|'))
      .map((place) => ({ ...place, digest: digestOf(place.signature) }))
    const { rows } = await database.withPlant(plantId, (tx) =>
      tx.query<Row>(
        `select header_digest, ledger, mapping from ledger_headers where plant_id = $1 and header_digest = any($2)
         order by chosen_at desc limit 1`,
        [plantId, places.map(({ digest }) => digest)],
      ),
    )
    const [known] = rows
    const place = known && places.find(({ digest }) => digest === known.header_digest)
    if (!place) return undefined
    return {
      ledger: known.ledger,
      firstHeaderRow: place.firstRow,
      lastHeaderRow: place.lastRow,
      headers: headersAt(head, place.firstRow, place.lastRow),
      mapping: known.mapping,
      missing: [],
      isRemembered: true,
    }
  }

const digestOf = (signature: string): string => createHash('sha256').update(signature).digest('hex')
