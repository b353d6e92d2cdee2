import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import { createTestDatabase, type TestDatabase } from '#scripts/testing/test-database.ts'
import { createDatabase, type Database } from './database.ts'

/** Says which migrations have run; belongs to no plant, and the application has no right to it. */
const ofNoPlant = ['migrations']

/** All that is exempt from "a transaction sees one plant", each with its reason. */
const exemptions = [
  // Tickers, the outbox and sign-in must know which plants there are before they are in one.
  'plants: of_all_plants for r using true',
  // A plant is founded before anybody can be in it.
  'plants: founded for a with check true',
]

/** Tables to which is only ever added. */
const appendOnly = ['events', 'rulebook_editions', 'evidence', 'weather_readings', 'personal_data_log']

describe('the walls between plants', () => {
  let source: TestDatabase
  let database: Database
  let tables: readonly string[]
  const ask = async <Row extends object>(text: string) => (await database.plants.query<Row>(text)).rows

  before(async () => {
    source = await createTestDatabase()
    database = createDatabase(source)
    for (const plant of ['north', 'south'])
      await database.plants.query(
        `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'g', $1, 'UTC')`,
        [plant],
      )
    const rows = await ask<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
    )
    tables = rows.map(({ name }) => name).filter((name) => !ofNoPlant.includes(name))
    assert.ok(tables.length > 20)
  })
  after(async () => {
    await database.close()
    await source.close()
  })

  test('stand around every table, for its owner too', async () => {
    const open = await ask(
      `select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
         and not (relrowsecurity and relforcerowsecurity) and relname <> 'migrations'`,
    )
    assert.deepEqual(open, [])
  })

  test('have no door but the listed ones', async () => {
    const policies = await ask<{ line: string }>(
      `select relname || ': ' || polname || ' for ' || polcmd::text
         || coalesce(' using ' || pg_get_expr(polqual, polrelid), '') || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '') as line
       from pg_policy p join pg_class c on c.oid = p.polrelid order by 1`,
    )
    const wall = (table: string) =>
      `${table}: of_this_plant for * using (plant_id = holdpoint.current_plant()) with check (plant_id = holdpoint.current_plant())`
    const others = policies
      .map(({ line }) => line)
      .filter(
        (line) => !tables.some((table) => line === wall(table)) && !line.startsWith('plants: of_this_plant for w '),
      )
    assert.deepEqual(others.toSorted(), exemptions.toSorted())
  })

  test('answer a question without a plant with an error, also from a table without rows', async () => {
    for (const table of tables.filter((name) => name !== 'plants'))
      await assert.rejects(database.plants.query(`select * from ${table}`), /no plant is set|permission denied/, table)
  })

  test('let nobody write into another plant, nor move a row there', async () => {
    const north = id<PlantId>('north')
    const inNorth = (text: string) => database.withPlant(north, (tx) => tx.query(text))
    await assert.rejects(inNorth(`insert into scopes (plant_id, scope) values ('south', 'x')`), /row-level security/)
    await inNorth(`insert into employers (plant_id, employer_id, name, kind) values ('north', 'north', 'x', 'own')`)
    await assert.rejects(inNorth(`update employers set plant_id = 'south'`), /row-level security/)
    assert.equal((await inNorth(`update plants set name = 'x' where plant_id = 'south'`)).rowCount, 0)
  })

  test('run along every key: plant_id leads all of them, and no other uniqueness exists', async () => {
    const others = await ask(
      `select indexrelid::regclass::text as index from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where c.relnamespace = 'public'::regnamespace and i.indisunique and a.attname <> 'plant_id' and c.relname <> 'migrations'`,
    )
    assert.deepEqual(others, [])
    const without = await ask(
      `select relname from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
         and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
    )
    assert.deepEqual(without, [])
  })

  test('are not crossed by any foreign key', async () => {
    const others = await ask(
      `select conname from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
       where k.contype = 'f' and (a.attname <> 'plant_id' or b.attname <> 'plant_id')`,
    )
    assert.deepEqual(others, [])
  })

  test('bind a role that owns nothing, is no superuser and may not create roles or look past them', async () => {
    assert.deepEqual(
      await ask(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = current_user`,
      ),
      [{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false }],
    )
    assert.deepEqual(await ask(`select relname from pg_class where relowner = current_user::regrole`), [])
    await assert.rejects(database.plants.query('create table mine (x int)'), /permission denied/)
    await assert.rejects(database.plants.query('set role holdpoint_owner'), /permission denied/)
  })

  for (const table of appendOnly)
    test(`leave ${table} to be added to, by grants, and to nothing else`, async () => {
      const inNorth = (text: string) => database.withPlant(id<PlantId>('north'), (tx) => tx.query(text))
      for (const statement of [
        `update ${table} set plant_id = plant_id`,
        `delete from ${table}`,
        `truncate ${table}`,
        `alter table ${table} disable row level security`,
      ])
        await assert.rejects(inNorth(statement), /permission denied|must be owner/, statement)
    })
})
