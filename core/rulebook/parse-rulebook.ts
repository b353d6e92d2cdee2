import { checkReferences } from './parse/check-references.ts'
import { knownWordsOf } from './parse/known-words.ts'
import { unread, type Spot } from './parse/reader.ts'
import { rulebookReader } from './parse/rulebook-reader.ts'
import type { RulebookProblem } from './rulebook-problem.ts'
import type { Rulebook } from './rulebook.ts'

export type ParsedRulebook =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly RulebookProblem[] }

/**
 * Turns data into a rulebook or says everything that is wrong with it. Strict on purpose: a misspelt field that was
 * passed over would be a demand that nobody makes.
 */
export const parseRulebook = (input: unknown): ParsedRulebook => {
  const spot: Spot = { path: '', problems: [] }
  const rulebook = rulebookReader(knownWordsOf(input))(input, spot)
  if (rulebook !== unread) checkReferences(rulebook, spot)
  return rulebook === unread || spot.problems.length > 0
    ? { ok: false, problems: spot.problems }
    : { ok: true, rulebook }
}
