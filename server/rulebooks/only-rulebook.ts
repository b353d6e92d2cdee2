import type { Rulebook } from '#core/rulebook/rulebook.ts'
import type { Rulebooks } from './rulebooks.ts'

/** Where one edition decides everything: a past that is lived through in memory, a plant of a test. */
export const onlyRulebook = (rulebook: Rulebook): Rulebooks => ({
  current: () => Promise.resolve(rulebook),
  pinned: () => Promise.resolve(rulebook),
  readable: () => Promise.resolve(rulebook),
  standardOf: () => rulebook,
})
