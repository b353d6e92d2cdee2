import type { PlaceFacts } from '../job/facts.ts'
import { pointsOf } from '../job/hold-points-of.ts'
import type { JobRecord } from '../job/job.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { bandOf, type Band } from './judge-reading.ts'
import { readGasLimits } from './read-gas-limits.ts'
import { sampledGases, type Sampled } from './sampled-gases.ts'

/** One line of a gas test: which gas at which point, between which bounds, and what was read last. */
export type GasLine = Sampled & { readonly band: Band }

/**
 * What the rulebook wants measured for this job at this place, every point in its order. Where two permits ask for the same
 * gas the narrower bounds count. `null`: the place does not say what may be in its air, or a demand cannot be read.
 */
export const gasChecklist = (
  record: Pick<JobRecord, 'permits' | 'gasTests'>,
  rulebook: Rulebook,
  place: PlaceFacts | undefined,
): readonly GasLine[] | null => {
  const isEnriched = place?.atmosphere === 'oxygen-enriched'
  const lines = new Map<string, GasLine>()
  const demands = pointsOf('gas-test', record, rulebook)
    .flatMap(({ requires }) => requires)
    .filter(({ rule }) => rule === 'gas-within-limits@1')
  for (const { parameters } of demands) {
    const limits = readGasLimits(parameters)
    const kinds = readKinds(parameters['kinds'])
    const sampled = limits && kinds && sampledGases(kinds, rulebook, place, record.gasTests)
    if (!sampled) return null
    for (const one of sampled) {
      const key = `${one.point} ${one.gas.id}`
      const band = bandOf(one.gas, limits, isEnriched)
      lines.set(key, { ...one, band: narrower(band, lines.get(key)?.band ?? band) })
    }
  }
  const points = place?.samplingPoints ?? []
  return [...lines.values()].toSorted((a, b) => points.indexOf(a.point) - points.indexOf(b.point))
}

const narrower = (a: Band, b: Band): Band => ({
  min: a.min === null ? b.min : b.min === null ? a.min : Math.max(a.min, b.min),
  max: Math.min(a.max, b.max),
})

const readKinds = (kinds: unknown): readonly string[] | null =>
  Array.isArray(kinds) && kinds.every((kind) => typeof kind === 'string') ? kinds : null
