import { endStepsOnSignal } from './check/interrupt.ts'
import { report } from './check/report.ts'
import { runSteps } from './check/run-steps.ts'
import { browserTests } from './check/steps.ts'

// The browser tests alone; each starts the database that it needs. Words choose files.
const startedAt = Date.now()
endStepsOnSignal()
report(await runSteps(browserTests(process.argv.slice(2), {}), 1), startedAt)
