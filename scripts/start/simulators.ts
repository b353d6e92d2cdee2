import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { projectFolder } from '../project-folder.ts'

/** A counterpart system played by us, in a process of its own, so that it can fail as a real one does. */
export type Simulator = { readonly name: string; readonly url: string; readonly end: () => void }

/** Which simulator stands in for which counterpart, and where the server looks for its address. */
const simulators: readonly { readonly name: string; readonly addressVariable: string }[] = [
  { name: 'hr', addressVariable: 'HR_URL' },
  { name: 'park', addressVariable: 'PARK_URL' },
  { name: 'weather', addressVariable: 'WEATHER_URL' },
]

/**
 * Starts them on free ports of loopback and tells the server by the same variables that name a real system; a real one that is
 * named already is left alone. One that does not come up is left out: the product must do without it anyway.
 */
export const startSimulators = async (environment: NodeJS.ProcessEnv): Promise<readonly Simulator[]> => {
  const missing = simulators.filter(({ addressVariable }) => environment[addressVariable] === undefined)
  const started = await Promise.all(
    missing.map(async ({ name, addressVariable }) => {
      const simulator = await startSimulator(name)
      if (simulator) environment[addressVariable] = simulator.url
      return simulator
    }),
  )
  return started.filter((one) => one !== undefined)
}

const millisecondsUntilGivenUp = 5000

const startSimulator = (name: string): Promise<Simulator | undefined> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(projectFolder, 'simulators', name, 'main.ts')], {
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
      // The channel closes when we die, however we die, and that is its sign to end.
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      windowsHide: true,
    })
    const end = (): void => void child.kill('SIGTERM')
    const giveUp = setTimeout(() => {
      end()
      resolve(undefined)
    }, millisecondsUntilGivenUp)
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        const url = /https?:\/\/\S+/.exec(line)?.[0]
        if (url === undefined) return
        clearTimeout(giveUp)
        resolve({ name, url, end })
      })
    child.once('error', () => resolve(undefined))
    child.once('exit', () => resolve(undefined))
  })
