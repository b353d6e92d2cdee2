import type { PersonId } from '../../ids.ts'
import type { JobRecord } from '../../job/job.ts'
import type { Problem } from '../../job/refusal.ts'
import { defineRequirement, unmet } from '../requirement.ts'

/** Everybody and every tool that went in came out: in = out, and something must have been counted at all (6.8). */
export const everythingCountedOut = defineRequirement({
  id: 'everything-counted-out@1',
  parameters: {},
  check: (_, { record }) => {
    if (!record || record.passages.length === 0) return unmet({ code: 'people-not-counted', params: {} })
    const inside = [...peopleInside(record)]
    const people: readonly Problem[] =
      inside.length === 0 ? [] : [{ code: 'people-still-inside', params: { people: inside } }]
    return unmet(...people, ...unaccountedTools(record))
  },
})

/** Who is inside now, by the order in which passages happened at the site. */
export const peopleInside = ({ passages }: Pick<JobRecord, 'passages'>): ReadonlySet<PersonId> => {
  const inside = new Set<PersonId>()
  for (const { what, direction } of passages.toSorted((a, b) => a.occurredAt - b.occurredAt))
    if ('person' in what) {
      if (direction === 'in') inside.add(what.person)
      else inside.delete(what.person)
    }
  return inside
}

export type ToolCount = { readonly tool: string; readonly in: number; readonly out: number }

/** Every tool that was ever counted, with how many went in and came out. */
export const toolCounts = ({ passages }: Pick<JobRecord, 'passages'>): readonly ToolCount[] => {
  const counts = new Map<string, ToolCount>()
  for (const { what, direction } of passages)
    if ('tool' in what) {
      const count = counts.get(what.tool) ?? { tool: what.tool, in: 0, out: 0 }
      counts.set(what.tool, { ...count, [direction]: count[direction] + what.count })
    }
  return [...counts.values()]
}

const unaccountedTools = (record: JobRecord): readonly Problem[] =>
  toolCounts(record)
    .filter((count) => count.in !== count.out)
    .map((count) => ({ code: 'tools-unaccounted', params: count }))
