import { endSteps } from './run-steps.ts'

/** Ctrl-C ends the programs we started; those that throw a database away do so when we are gone. */
export const endStepsOnSignal = (): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      endSteps()
      process.exit(130)
    })
}
