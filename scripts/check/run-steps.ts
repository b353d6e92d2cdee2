import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

import { projectFolder } from '../project-folder.ts'

/** One check: a program whose exit code is the answer. */
export type Step = {
  readonly name: string
  readonly arguments: readonly string[]
  readonly environment?: { readonly [name: string]: string }
  /** Programs of node_modules are run by the pinned Node, whatever the system's `node` is. */
  readonly program?: string
}

export type Result = {
  readonly name: string
  readonly passed: boolean
  readonly seconds: number
  readonly tests: Counts
}
type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** Runs the steps side by side, as many as there is room for; shows the output of those that fail. */
export const runSteps = async (steps: readonly Step[], atOnce: number): Promise<readonly Result[]> => {
  const waiting = [...steps]
  const results: Result[] = []
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}

const running = new Set<ChildProcess>()

/** Ends what is running, for Ctrl-C. */
export const endSteps = (): void => {
  for (const child of running) child.kill('SIGTERM')
}

const runStep = async (step: Step): Promise<Result> => {
  const startedAt = Date.now()
  const { code, output } = await capture(step)
  const seconds = (Date.now() - startedAt) / 1000
  const tests = countTests(output)
  const passed = code === 0
  const counted = tests.passed + tests.failed > 0 ? `, ${tests.passed} passed, ${tests.failed} failed` : ''
  if (!passed) console.log(`\n${withoutPasses(output)}\n`)
  console.log(`${passed ? '✔' : '✘'} ${step.name} (${seconds.toFixed(1)} s${counted})`)
  return { name: step.name, passed, seconds, tests }
}

const capture = (step: Step): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve) => {
    const child = spawn(step.program ?? process.execPath, step.arguments, {
      cwd: projectFolder,
      env: { ...process.env, ...step.environment, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    running.add(child)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    const settle = (code: number): void => {
      running.delete(child)
      resolve({ code, output: Buffer.concat(chunks).toString() })
    }
    child.once('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`))
      settle(1)
    })
    child.once('close', (code) => settle(code ?? 1))
  })

/** Of a test run, what failed; of any other program, everything. */
const withoutPasses = (output: string): string => {
  const failures = output.indexOf('✖ failing tests:')
  return (failures < 0 ? output : output.slice(failures)).trim()
}

/** The last totals that node's test runner printed; none for other programs. */
export const countTests = (output: string): Counts => {
  const total = (word: string): number =>
    Number(
      output
        .match(new RegExp(`^ℹ ${word} (\\d+)$`, 'gm'))
        ?.at(-1)
        ?.split(' ')
        .at(-1) ?? 0,
    )
  return { passed: total('pass'), failed: total('fail') + total('cancelled'), skipped: total('skipped') }
}
