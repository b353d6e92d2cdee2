import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Grounds } from '#core/rulebook/grounds.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { readShipped } from '#server/rulebooks/shipped-rulebooks.ts'
import { projectFolder } from '../project-folder.ts'
import { keeperOf, type Keeper } from './row-keepers.ts'
import { rowsOf, type RulebookRow } from './rulebook-rows.ts'

/** A row with what keeps it; `gaps` is why it may not stand in the document yet. */
type Kept = { readonly row: RulebookRow; readonly keeper: Keeper | undefined; readonly gaps: readonly string[] }

/** Every demand of the shipped rulebooks with its reason, its numbers, the code that keeps it and the test that proves it. */
export const generateRulesDoc = async (): Promise<string> => {
  const { today } = await readShipped()
  const demands = await readDemandKeepers()
  const parts = [...today.values()].map((rulebook) => keepAll(rulebook, demands))
  const gaps = parts.flatMap(({ kept }) => kept.flatMap((one) => one.gaps))
  if (gaps.length > 0) throw new Error(`docs/rules.md cannot be written:\n${gaps.join('\n')}`)
  return `${head}${parts.map(describe).join('\n')}`
}

const head = `# Rules

Generated from \`rulebooks/\`; do not edit. A clause is of GB 30871-2022 unless it names another standard. A floor may be tightened by a
site and never loosened, but for the numbers marked as ours, which its clause leaves open.

`

/** How many different clauses a rulebook stands on. */
export const clausesOf = (rulebook: Rulebook): ReadonlySet<string> =>
  new Set(rowsOf(rulebook).flatMap(({ grounds: { clause } }) => (clause === undefined ? [] : [clause])))

const keepAll = (
  rulebook: Rulebook,
  demands: Demands,
): { readonly rulebook: Rulebook; readonly kept: readonly Kept[] } => ({
  rulebook,
  kept: rowsOf(rulebook).map((row): Kept => {
    const keeper = row.rule === null ? keeperOf(row.path) : demands(row.rule)
    const name = `${rulebook.id}.${row.path.join('.')}`
    const { clause, source } = row.grounds
    return {
      row,
      keeper,
      gaps: [
        ...(clause === undefined && source === undefined ? [`${name}: neither clause nor source`] : []),
        ...(keeper === undefined ? [`${name}: nothing keeps it, or no test proves it`] : []),
        ...[keeper?.file, keeper?.test].flatMap((file) =>
          file === undefined || existsSync(join(projectFolder, file)) ? [] : [`${name}: there is no ${file}`],
        ),
      ],
    }
  }),
})

type Demands = (rule: string) => Keeper | undefined

/** A requirement lies in the file that is called like it; it is proved by the test beside it, or by one that imports it. */
const readDemandKeepers = async (): Promise<Demands> => {
  const files = (await Array.fromAsync(glob('core/rules/**/*.ts', { cwd: projectFolder }))).toSorted()
  const tests = files.filter((file) => file.endsWith('.test.ts'))
  const texts = new Map(
    await Promise.all(tests.map(async (test) => [test, await readFile(join(projectFolder, test), 'utf8')] as const)),
  )
  return (rule) => {
    const file = files.find((one) => basename(one) === `${rule.split('@')[0]}.ts`)
    if (file === undefined) return undefined
    const beside = file.replace(/\.ts$/, '.test.ts')
    const test = texts.has(beside) ? beside : tests.find((one) => texts.get(one)?.includes(`/${basename(file)}'`))
    return test === undefined ? undefined : { file, test }
  }
}

const describe = ({ rulebook, kept }: { readonly rulebook: Rulebook; readonly kept: readonly Kept[] }): string => {
  const sections = new Map<string, string[]>()
  for (const { row, keeper } of kept) {
    const [first = '', second = ''] = row.path
    const operation = first === 'operations' ? rulebook.operations[second] : undefined
    const title = operation ? `${operation.name.en} · ${operation.name.zh}` : 'For all kinds of work · 通用'
    const demand = row.rule ?? row.path.at(-1)
    const where = row.path.slice(operation ? 2 : 0, -1).filter((key) => key !== 'requires')
    const line = `| ${demand} | ${where.join('.') || '–'} | ${reasonOf(row.grounds)} | ${row.numbers || '–'} | ${keeper?.file} | ${keeper?.test} |`
    sections.set(title, [...(sections.get(title) ?? []), line])
  }
  const tables = [...sections].map(
    ([title, lines]) =>
      `### ${title}\n\n| demand | where | clause | number | enforced in | test |\n|---|---|---|---|---|---|\n${lines.join('\n')}\n`,
  )
  return `## ${rulebook.name.en} · ${rulebook.name.zh} (${rulebook.edition})\n\n${clausesOf(rulebook).size} different clauses.\n\n${tables.join('\n')}`
}

const reasonOf = ({ clause, source, floor, certainty }: Grounds): string => {
  if (clause === undefined) return source
  const marks = [...(floor ? ['floor'] : []), ...(certainty === undefined ? [] : [certain[certainty]])]
  return marks.length > 0 ? `${clause} (${marks.join(', ')})` : clause
}

const certain = { digest: 'from a digest', memory: 'from memory, to be compared' } as const
