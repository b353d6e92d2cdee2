import { endStepsOnSignal } from './check/interrupt.ts'
import { report } from './check/report.ts'
import { runSteps } from './check/run-steps.ts'
import { fixes } from './check/steps.ts'

const startedAt = Date.now()
endStepsOnSignal()
// One after the other: the formatter has the last word.
report(await runSteps(fixes, 1), startedAt)
