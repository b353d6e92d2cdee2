import pg from 'pg'

import { createTestDatabase } from '../testing/test-database.ts'

/**
 * The whole schema as the migrations leave it, so that a change shows in review as one text: columns, keys, row-level
 * security and who may do what. From the catalogue, because it is what the database does, whatever the migrations meant.
 */
export const generateSchemaSnapshot = async (): Promise<string> => {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.ownerUrl })
  try {
    await client.connect()
    return await describeSchema(client)
  } finally {
    await client.end()
    await database.close()
  }
}

export const describeSchema = async (client: pg.ClientBase): Promise<string> => {
  const { rows } = await client.query<Relation>(relations)
  const functions = await client.query<{ text: string }>(functionTexts)
  const parts = [...rows.map(describe), ...functions.rows.map(({ text }) => `${text};`)]
  return `-- Generated from the migrations by npm run generate; do not edit.\n\n${parts.join('\n\n')}\n`
}

type Relation = {
  readonly name: string
  readonly forced: boolean
  readonly columns: readonly string[]
  readonly constraints: readonly string[] | null
  readonly indexes: readonly string[] | null
  readonly policies: readonly string[] | null
  readonly grants: readonly string[] | null
}

const describe = ({ name, forced, columns, constraints, indexes, policies, grants }: Relation): string =>
  [
    `table ${name} (\n${[...columns, ...(constraints ?? [])].map((line) => `  ${line}`).join(',\n')}\n)`,
    forced ? `row level security: forced` : `row level security: none`,
    ...(indexes ?? []),
    ...(policies ?? []),
    ...(grants ?? []),
  ].join('\n')

const ours = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`

const relations = `
select n.nspname || '.' || c.relname as name,
  c.relrowsecurity and c.relforcerowsecurity as forced,
  (select json_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || coalesce(case when a.attgenerated <> '' then ' generated ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), '')
      || case when a.attidentity <> '' then ' identity' else '' end order by a.attnum)
    from pg_attribute a left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  (select json_agg('constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) order by k.contype desc, k.conname)
    from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
  (select json_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text)
    from pg_index i where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)) as indexes,
  (select json_agg('policy ' || p.polname || ' for ' || p.polcmd::text || ' to '
      || array_to_string(array(select coalesce(r.rolname, 'public') from unnest(p.polroles) one left join pg_roles r on r.oid = one order by 1), ', ')
      || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
      || coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), '') order by p.polname)
    from pg_policy p where p.polrelid = c.oid) as policies,
  (select json_agg(line order by line) from (
      select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' to ' || r.rolname as line
        from aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee where g.grantee <> c.relowner group by r.rolname
      union all
      select 'grant ' || lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ') to ' || r.rolname
        from pg_attribute a cross join aclexplode(a.attacl) g join pg_roles r on r.oid = g.grantee
        where a.attrelid = c.oid group by r.rolname, g.privilege_type) lines) as grants
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm') and ${ours}
order by 1`

const functionTexts = `
select rtrim(pg_get_functiondef(p.oid)) as text
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where ${ours} and p.prokind in ('f', 'p') and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')
order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`
