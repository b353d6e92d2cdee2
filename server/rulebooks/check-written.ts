import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { RulebookCheck } from '#contract/rulebook.ts'
import { compareEditions } from '#core/rulebook/compare-editions.ts'
import { floorBreaches } from '#core/rulebook/floors.ts'
import { parseRulebook } from '#core/rulebook/parse-rulebook.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'

export type Checked = { readonly check: RulebookCheck; readonly rulebook: Rulebook | null }

type Against = {
  /** What the plant asks now. */
  readonly current: Rulebook
  /** What the product asks today: the floor. */
  readonly standard: Rulebook
  /** Editions that are taken. */
  readonly taken: readonly string[]
}

/** Everything that is wrong with a proposed edition at once, each with its line, so that it can be mended where it stands. */
export const checkWritten = (text: string, { current, standard, taken }: Against): Checked => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, merge: true })
  const nothing = { breaches: [], changes: [], mayPublish: false }
  if (document.errors.length > 0)
    return {
      rulebook: null,
      check: {
        ...nothing,
        edition: null,
        problems: document.errors.map(({ pos, code }) => ({
          path: '',
          line: lines.linePos(pos[0]).line,
          code: 'yaml-unreadable',
          params: { reason: code },
        })),
      },
    }
  const parsed = parseRulebook(document.toJS())
  if (!parsed.ok)
    return {
      rulebook: null,
      check: {
        ...nothing,
        edition: null,
        problems: parsed.problems.map(({ path, code, params }) => ({
          path,
          line: lineOf(document, lines, path),
          code,
          params: { ...params },
        })),
      },
    }
  const { rulebook } = parsed
  const problemAt = (path: string, code: string, params: { readonly [name: string]: unknown }) => ({
    path,
    line: lineOf(document, lines, path),
    code,
    params: { ...params },
  })
  const problems = [
    ...(rulebook.id === standard.id
      ? []
      : [problemAt('id', 'rulebook-of-another-industry', { expected: standard.id })]),
    ...(taken.includes(rulebook.edition) ? [problemAt('edition', 'edition-taken', { edition: rulebook.edition })] : []),
  ]
  const breaches = [...floorBreaches(rulebook, standard)]
  const changes = compareEditions(current, rulebook).map(({ path, change, grounds }) => ({
    path,
    change,
    clause: grounds.clause ?? null,
    isFloor: grounds.floor === true,
  }))
  return {
    rulebook,
    check: {
      edition: rulebook.edition,
      problems,
      breaches,
      changes,
      mayPublish: problems.length === 0 && breaches.length === 0,
    },
  }
}

/** The line of what a path leads to, or of the nearest thing around it that is written at all. */
const lineOf = (document: Document, lines: LineCounter, path: string): number | null => {
  const keys = path === '' ? [] : path.split('.')
  for (let end = keys.length; end > 0; end--) {
    const holder: unknown = end === 1 ? document.contents : document.getIn(keys.slice(0, end - 1).map(asKey), true)
    const key = asKey(keys[end - 1] ?? '')
    const found = isMap(holder)
      ? holder.items.find((pair) => String(pair.key) === String(key))?.key
      : isSeq(holder)
        ? holder.items[Number(key)]
        : undefined
    const start = rangeOf(found)
    if (start !== null) return lines.linePos(start).line
  }
  return null
}

const asKey = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key)
const rangeOf = (node: unknown): number | null =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : null
