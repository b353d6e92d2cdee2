import type { ScreenWords } from './screens.zh-cn.ts'
import { jobsEn } from './screens/jobs.en.ts'
import { sessionEn } from './screens/session.en.ts'
import { shellEn } from './screens/shell.en.ts'
import { stopEn } from './screens/stop.en.ts'
import { uiEn } from './screens/ui.en.ts'

export const screensEn: ScreenWords = {
  jobs: jobsEn,
  ui: uiEn,
  session: sessionEn,
  shell: shellEn,
  stop: stopEn,
}
