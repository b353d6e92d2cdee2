import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseRulebook } from '#core/rulebook/parse-rulebook.ts'
import { readWritten } from '#server/rulebooks/read-rulebook.ts'
import { contentFile, daysFile, readAllReleased, readReleased } from '#server/rulebooks/released-editions.ts'
import { recordDays } from '#server/rulebooks/testing/recorded-days.ts'

/**
 * `npm run release-rulebook -- NAME…` writes down the edition that a rulebook has now, with the days that prove what it means; an
 * edition that is out already is never written over. `-- --record-again` lives the days of all released editions anew: only for
 * whoever has changed the words of events or refusals and has looked at every difference.
 */
const names = process.argv.slice(2).filter((one) => !one.startsWith('--'))

for (const name of names) {
  const written = await readWritten(name)
  const parsed = parseRulebook(written)
  if (!parsed.ok) throw new Error(`${name} is refused: ${JSON.stringify(parsed.problems)}`)
  const { rulebook } = parsed
  if ((await readReleased(rulebook.id, rulebook.edition)) !== null)
    throw new Error(`${rulebook.id} ${rulebook.edition} is out already; give the changed rulebook a new edition`)
  const file = contentFile(rulebook.id, rulebook.edition)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(written)}\n`)
  await writeFile(daysFile(rulebook.id, rulebook.edition), `${JSON.stringify(recordDays(rulebook))}\n`)
  console.log(`Released: ${rulebook.id} ${rulebook.edition}`)
}

if (process.argv.includes('--record-again'))
  for (const rulebook of await readAllReleased()) {
    await writeFile(daysFile(rulebook.id, rulebook.edition), `${JSON.stringify(recordDays(rulebook))}\n`)
    console.log(`Recorded again: ${rulebook.id} ${rulebook.edition}`)
  }
