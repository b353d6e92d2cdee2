import { endStepsOnSignal } from './check/interrupt.ts'
import { report } from './check/report.ts'
import { runSteps } from './check/run-steps.ts'
import { browserTests, databaseTests, format, generated, lint, pureTests, types } from './check/steps.ts'
import { createTemplateSource, sourceVariable } from './testing/test-database.ts'

// Everything. With words, only the test files whose path has one of them.
const words = process.argv.slice(2)
const startedAt = Date.now()
endStepsOnSignal()

const source = await createTemplateSource()
try {
  const environment = { [sourceVariable]: JSON.stringify(source) }
  const checks = words.length > 0 ? [] : [types, lint, format, generated(environment)]
  const first = await runSteps([...databaseTests(words, environment), ...pureTests(words), ...checks], 2)
  // The browser comes last and alone, so that its times are its own.
  const last = await runSteps(browserTests(words, environment), 1)
  report([...first, ...last], startedAt)
} finally {
  await source.stop()
}
