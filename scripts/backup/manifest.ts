import { createHash } from 'node:crypto'
import { z } from 'zod'

/** Raised when an older restore could not read a newer archive. */
const archiveVersion = 1

const entry = z.strictObject({ name: z.string().min(1), sha256: z.string().length(64), bytes: z.int().min(0) })

const manifestSchema = z.strictObject({
  archive: z.literal(archiveVersion),
  product: z.string(),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  schemaSha256: z.string().length(64),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  tables: z.array(entry.extend({ table: z.string(), columns: z.array(z.string()).min(1), rows: z.int().min(0) })),
  sequences: z.array(z.strictObject({ sequence: z.string(), lastValue: z.string() })),
  files: z.array(entry),
})

/** What an archive holds, written last, so that an archive cut short has none. */
export type Manifest = z.infer<typeof manifestSchema>
export type Migration = Manifest['migrations'][number]

export const parseManifest = (text: string): Manifest => manifestSchema.parse(JSON.parse(text))

export const newManifest = (content: Omit<Manifest, 'archive'>): Manifest => ({ archive: archiveVersion, ...content })

/** Two databases have the same schema when the same migrations made them. */
export const hashSchema = (migrations: readonly Migration[]): string =>
  createHash('sha256')
    .update(JSON.stringify(migrations.map(({ name, checksum }) => [name, checksum])))
    .digest('hex')

export const manifestName = 'manifest.json'
/** The manifest's own hash, beside it: nothing else could tell that it was changed. */
export const sealName = 'manifest.sha256'
export const filesFolder = 'data'
