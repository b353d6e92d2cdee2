import { performance } from 'node:perf_hooks'
import { createPrinter } from '#server/paper/create-printer.ts'
import { paperOf } from '#server/paper/examples.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'

/** One permit in three copies, printed by the warm compiler; every permit says something else, so that nothing is answered from memory. */
const targetMilliseconds = 50
const rounds = 40

const parsed = await readRulebook('chemical')
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const { rulebook } = parsed
const hotWork = rulebook.operations['hot-work']
if (hotWork === undefined) throw new Error('no hot work in the rulebook')

const began = performance.now()
const printer = await createPrinter()
printer.print(await paperOf(rulebook, hotWork))
const first = performance.now() - began

const taken: number[] = []
let bytes = 0
for (let round = 0; round < rounds; round++) {
  const paper = await paperOf(rulebook, hotWork, `更换第 ${round} 段管线的法兰`)
  const start = performance.now()
  bytes = printer.print(paper).length
  taken.push(performance.now() - start)
}
const sorted = taken.toSorted((a, b) => a - b)
const at = (share: number): string => (sorted[Math.floor(share * (rounds - 1))] ?? 0).toFixed(1)
console.log('a permit as a PDF, three copies, warm')
console.log(`  median             ${at(0.5)} ms (target ${targetMilliseconds} ms)`)
console.log(`  95 of 100          ${at(0.95)} ms`)
console.log(`  first, with fonts  ${first.toFixed(0)} ms`)
console.log(`  size               ${(bytes / 1024).toFixed(0)} kB`)
