import type { AnswerNames } from '#contract/names.ts'
import type { Tx } from '../store/database.ts'

const idLengthMax = 80

/** The names of all that `mentioned` speaks of by identity: every text in it that could be one is looked up, those that are none fall out. */
export const readNames = async (tx: Tx, mentioned: unknown): Promise<AnswerNames> => {
  const ids = [...new Set(textsIn(mentioned))]
  const { rows } = await tx.query<{ kind: keyof AnswerNames; id: string; name: string }>(
    `select 'people' as kind, person_id as id, name from people where plant_id = $1 and person_id = any($2)
     union all select 'places', place_id, name from places where plant_id = $1 and place_id = any($2)
     union all select 'equipment', equipment_id, name from equipment where plant_id = $1 and equipment_id = any($2)
     union all select 'equipment', point_id, number || ' ' || name from isolation_points where plant_id = $1 and point_id = any($2)
     union all select 'jobs', job_id, content from jobs where plant_id = $1 and job_id = any($2)
     union all select 'permits', permit ->> 'id', permit ->> 'number' from jobs, jsonb_array_elements(permits) permit
       where plant_id = $1 and job_id = any($2)`,
    [tx.plantId, ids],
  )
  const names: { readonly [K in keyof AnswerNames]: { [id: string]: string } } = {
    people: {},
    places: {},
    equipment: {},
    jobs: {},
    permits: {},
  }
  for (const { kind, id, name } of rows) names[kind][id] = name
  return names
}

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.length <= idLengthMax ? [value] : []
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)])
    : []
}
