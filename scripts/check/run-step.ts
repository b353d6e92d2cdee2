import { spawn } from 'node:child_process'
import { projectFolder } from '../project-folder.ts'

export type Step = {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** Runs one step with its output shown; resolves to whether it passed. */
export const runStep = ({ name, program, args, env }: Step): Promise<boolean> => {
  const startedAt = Date.now()
  console.log(`\n== ${name}`)
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { cwd: projectFolder, stdio: 'inherit', env: { ...process.env, ...env } })
    const done = (passed: boolean): void => {
      console.log(`== ${name}: ${passed ? 'passed' : 'FAILED'} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
      resolve(passed)
    }
    child.once('error', (error) => {
      console.error(error)
      done(false)
    })
    child.once('exit', (code) => done(code === 0))
  })
}

/** Runs the steps one after the other and stops at the first that fails: what follows would only repeat it. */
export const runSteps = async (steps: readonly Step[]): Promise<never> => {
  for (const step of steps) if (!(await runStep(step))) process.exit(1)
  process.exit(0)
}
