import { endStepsOnSignal } from './check/interrupt.ts'
import { report } from './check/report.ts'
import { runSteps } from './check/run-steps.ts'
import { lint, pureTests, types } from './check/steps.ts'

// For all day: types, lint, import table and pure tests. Words choose the test files whose path has one of them.
const startedAt = Date.now()
endStepsOnSignal()
report(await runSteps([...pureTests(process.argv.slice(2)), types, lint], 2), startedAt)
