import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { epochMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant, loadDemoPlant } from '#demo/load-plant.ts'
import { createRoster } from '#demo/roster.ts'
import { buildWeb } from '#scripts/start/build-web.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { startServer } from '#server/main.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { hashPassword } from '#server/session/password.ts'
import { createDatabase, type Database, type Tx } from '#server/store/database.ts'
import { vessel } from './approved-job.ts'
import type { ServedPlant } from './serve-plant.ts'

export type Template = {
  readonly rulebook: string
  /** Whose word each of the template's approvals is, by login. */
  readonly authorities: { readonly [authority: string]: 'director' | 'safety' | 'leadership' }
  /** What stands where the demo has its vessel. */
  readonly place: { readonly name: string; readonly facts: object }
}

export type ServedTemplate = Omit<ServedPlant, 'codeOf'> & { readonly rulebook: Rulebook }

const { cast } = createRoster()
const personOf = { director: 'workshop-director', safety: 'hse-manager', leadership: 'production-manager' } as const

/** The people of the demo under the rulebook of another trade: they hold its papers, and its approvals are theirs to give. */
export const serveTemplate = async (template: Template, port: number): Promise<ServedTemplate> => {
  const parsed = await readRulebook(template.rulebook)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const testDatabase = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-e2e-'))
  const database = createDatabase(testDatabase)
  await loadDemoPlant(database, epochMs(Date.now()))
  await follow(database, template, parsed.rulebook)
  const server = await startServer({
    appUrl: testDatabase.appUrl,
    dataDir,
    host: '127.0.0.1',
    port,
    defaultPlant: demoPlant,
    webFolder: await buildWeb(),
  })
  return {
    url: server.url,
    database,
    rulebook: parsed.rulebook,
    close: async () => {
      await server.close()
      await database.close()
      await testDatabase.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

const follow = (database: Database, { rulebook: name, authorities, place }: Template, rulebook: Rulebook) =>
  database.withPlant(demoPlant, async (tx) => {
    await tx.query('update plants set rulebook_id = $2 where plant_id = $1', [tx.plantId, name])
    await tx.query('update places set name = $3, facts = facts || $4::jsonb where plant_id = $1 and place_id = $2', [
      tx.plantId,
      vessel,
      place.name,
      JSON.stringify(place.facts),
    ])
    for (const [authority, login] of Object.entries(authorities))
      await tx.query(
        'update people set authorities = array_append(authorities, $3) where plant_id = $1 and person_id = $2',
        [tx.plantId, cast[personOf[login]].number, authority],
      )
    await givePapers(tx, rulebook)
    await giveAccounts(tx)
  })

/** Everybody of the story holds what the rulebook can ask for, and every position may do its work. */
const givePapers = async (tx: Tx, { categories, operations }: Rulebook): Promise<void> => {
  await tx.query(
    `insert into credentials (plant_id, credential_id, person_id, category, holder, valid_from, valid_through, official, official_checked_on, provenance)
     select $1, 'template.' || p || '.' || c, p, c, 'match', current_date - 30, current_date + 300, 'confirmed', current_date - 1, '{}'
     from unnest($2::text[]) p, unnest($3::text[]) c`,
    [tx.plantId, Object.values(cast).map(({ number }) => number), categories.map(({ id }) => id)],
  )
  for (const { id, levels } of Object.values(operations))
    await tx.query(
      `insert into matrix_rows (plant_id, position_id, operation_id, level_id)
       select distinct $1, position_id, $2, $3 from people where plant_id = $1 and position_id is not null
       on conflict (plant_id, position_id, operation_id) do update set level_id = excluded.level_id`,
      [tx.plantId, id, levels.at(-1)?.id],
    )
}

/** The demo's accounts leave these two without one, and each signs the briefing as oneself. */
const giveAccounts = async (tx: Tx): Promise<void> => {
  const passwordHash = await hashPassword(demoPassword)
  for (const [login, { number }] of [
    ['fitter', cast['fitter-qualified']],
    ['welder-2', cast['welder-qualified-2']],
  ] as const)
    await tx.query(
      `insert into accounts (plant_id, account_id, login, password_hash, person_id, roles) values ($1, $2, $2, $3, $4, '{worker}')`,
      [tx.plantId, login, passwordHash, number],
    )
}
