import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Grounds } from '#core/rulebook/grounds.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { gatherDemands, gatherLimits, type Found } from './rulebook-rows.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const rulebooks = ['chemical', 'construction', 'power']

/** Where a limit that belongs to no requirement of its own is kept; one that nothing keeps yet shows as such. */
const keepers: { readonly [limit: string]: string } = {
  validHoursMax: 'core/rules/time/window-is-lawful.ts',
  reTestAfterBreakMinutes: 'core/rules/gas/gas-tested-after-break.ts',
  fireWatchMinutes: 'core/rules/close-out/fire-watch-kept.ts',
  residuePicturesMin: 'core/rules/close-out/residue-pictured.ts',
  recordEveryMinutes: 'core/job/obligations.ts',
  everyMinutes: 'core/job/obligations.ts',
  toleranceMinutes: 'core/job/obligations.ts',
  withinMinutes: 'core/job/obligations.ts',
  fenceMetresMax: 'core/job/decide/hold-points.ts',
}

/** Every demand of the shipped rulebooks with its reason, its numbers, the code that keeps it and the test that proves it. */
export const generateRulesDoc = async (): Promise<string> => {
  const proofs = await readProofs()
  const parts = await Promise.all(rulebooks.map(async (name) => describeRulebook(await read(name), proofs)))
  const gaps = parts.flatMap(({ gaps: own }) => own)
  if (gaps.length > 0) throw new Error(`docs/rules.md cannot be written:\n${gaps.join('\n')}`)
  return `# Rules\n\nGenerated from \`rulebooks/\`; do not edit. A clause is of GB 30871-2022 unless it names another standard.\n\n${parts.map(({ text }) => text).join('\n')}`
}

const read = async (name: string): Promise<Rulebook> => {
  const parsed = await readRulebook(name)
  if (parsed.ok) return parsed.rulebook
  throw new Error(parsed.problems.map(({ path, code }) => `${name}: ${path}: ${code}`).join('\n'))
}

type Proofs = {
  readonly fileOf: (rule: string) => string | undefined
  readonly testOf: (file: string) => string | undefined
}

/** A file is proved by the test beside it, or by one that imports it. */
const readProofs = async (): Promise<Proofs> => {
  const files = await Array.fromAsync(glob('core/{rules,job}/**/*.ts', { cwd: root }))
  const tests = files.filter((file) => file.endsWith('.test.ts')).toSorted()
  const texts = new Map(
    await Promise.all(tests.map(async (file) => [file, await readFile(join(root, file), 'utf8')] as const)),
  )
  return {
    fileOf: (rule) =>
      files.find((file) => file.startsWith('core/rules/') && basename(file) === `${rule.split('@')[0]}.ts`),
    testOf: (file) => {
      const beside = file.replace(/\.ts$/, '.test.ts')
      return texts.has(beside) ? beside : tests.find((test) => texts.get(test)?.includes(`/${basename(file)}'`))
    },
  }
}

const describeRulebook = (
  rulebook: Rulebook,
  proofs: Proofs,
): { readonly text: string; readonly gaps: readonly string[] } => {
  const gaps: string[] = []
  const line = ({ where, what, numbers, grounds }: Found, file: string | undefined, isDemand: boolean): string => {
    const test = file && proofs.testOf(file)
    const reason = reasonOf(grounds)
    if (isDemand && !file) gaps.push(`${where}: ${what}: nothing keeps it`)
    else if (isDemand && !test) gaps.push(`${where}: ${what}: no test imports ${file}`)
    if (!reason) gaps.push(`${where}: ${what}: neither clause nor source`)
    return `| ${what} | ${where} | ${reason ?? '–'} | ${numbers || '–'} | ${file ?? '–'} | ${test ?? '–'} |`
  }
  const head = '| demand | where | reason | number | kept by | proved by |\n|---|---|---|---|---|---|'
  const sections = Object.values(rulebook.operations).map((operation) => {
    const demands = gatherDemands(operation).map((found) => line(found, proofs.fileOf(found.what), true))
    const limits = gatherLimits(operation).map((found) => line(found, keepers[found.what], false))
    return `### ${operation.name.en} · ${operation.name.zh}\n\n${head}\n${[...demands, ...limits].join('\n')}\n`
  })
  return { text: `## ${rulebook.name.en} · ${rulebook.name.zh} (${rulebook.edition})\n\n${sections.join('\n')}`, gaps }
}

const reasonOf = ({ clause, source, floor, certainty }: Grounds): string | undefined => {
  if (clause === undefined) return source
  const marks = [...(floor ? ['floor'] : []), ...(certainty === undefined ? [] : [certain[certainty]])]
  return marks.length > 0 ? `${clause} (${marks.join(', ')})` : clause
}

const certain = { digest: 'from a digest', memory: 'from memory, to be compared' } as const
