import { openFallbacks } from '../../contingency/contingency.ts'
import { isSilent } from '../../contingency/source.ts'
import type { Problem } from '../../job/refusal.ts'
import type { EpochMs } from '../../time/epoch.ts'
import { defineRequirement, met, metUntil, unmet } from '../requirement.ts'

/**
 * Where detectors are fixed to watch the air, they are heard; or somebody with the right has declared that they are not, and
 * the last gas test was spoken aloud beside the picture of its display. What is behind a silent gateway cannot be heard either, so
 * that the gateway's fallback stands for it as long as the gateway is silent. Where no detectors are registered there is nothing
 * to hear: the portable tests alone stand, as ever.
 */
export const airIsWatched = defineRequirement({
  id: 'air-is-watched@1',
  parameters: { silentMinutesMax: 'number' },
  check: ({ silentMinutesMax }, { facts, rulebook, record }) => {
    if (!facts.sources) return unmet({ code: 'sources-unknown', params: {} })
    const allSilent = facts.sources.filter((source) => isSilent(source, silentMinutesMax, facts.now))
    const silent = allSilent.filter(({ kind }) => kind === 'fixed-detectors')
    const gateways = allSilent.flatMap(({ kind, id }) => (kind === 'gateway' ? [id] : []))
    if (silent.length === 0) return met
    const open = openFallbacks(facts.contingencies, 'air-is-watched', rulebook, facts.now)
    const problems: Problem[] = []
    const untils: EpochMs[] = []
    for (const { id, lastHeardAt } of silent) {
      const fallback = open.find(({ source }) => source === id || gateways.includes(source))
      if (!fallback) problems.push({ code: 'source-silent', params: { source: id, since: lastHeardAt } })
      else untils.push(fallback.until)
      const last = record?.gasTests.at(-1)
      if (fallback && (last?.spoken === undefined || last.occurredAt < fallback.openedAt))
        problems.push({ code: 'spoken-reading-missing', params: { source: id } })
    }
    const [first, ...rest] = untils
    return problems.length > 0 || first === undefined
      ? unmet(...problems)
      : metUntil(rest.reduce((a, b) => (a < b ? a : b), first))
  },
})
