import type { ScreenWords } from './screens.zh-cn.ts'
import { importsEn } from './screens/imports.en.ts'
import { boardEn } from './screens/board.en.ts'
import { jobsEn } from './screens/jobs.en.ts'
import { sessionEn } from './screens/session.en.ts'
import { shellEn } from './screens/shell.en.ts'
import { stopEn } from './screens/stop.en.ts'
import { uiEn } from './screens/ui.en.ts'

export const screensEn: ScreenWords = {
  imports: importsEn,
  board: boardEn,
  jobs: jobsEn,
  ui: uiEn,
  session: sessionEn,
  shell: shellEn,
  stop: stopEn,
}
