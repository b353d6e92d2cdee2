import { endStepsOnSignal } from './check/interrupt.ts'
import { report } from './check/report.ts'
import { runSteps } from './check/run-steps.ts'
import { format, generated, lint, pureTests, types } from './check/steps.ts'

// Everything that needs no running database of its own: types, lint, format, generated files, import table and pure tests.
const startedAt = Date.now()
endStepsOnSignal()
report(await runSteps([...pureTests([]), types, lint, format, generated()], 2), startedAt)
