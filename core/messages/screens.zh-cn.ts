import { calendarZhCn } from './screens/calendar.zh-cn.ts'
import { registersZhCn } from './screens/registers.zh-cn.ts'
import { isolationZhCn } from './screens/isolation.zh-cn.ts'
import { evacuationZhCn } from './screens/evacuation.zh-cn.ts'
import { alarmListZhCn } from './screens/alarm-list.zh-cn.ts'
import { feedZhCn } from './screens/feed.zh-cn.ts'
import { ledgerZhCn } from './screens/ledger.zh-cn.ts'
import { contingenciesZhCn } from './screens/contingencies.zh-cn.ts'
import { debtsZhCn } from './screens/debts.zh-cn.ts'
import { paperTicketsZhCn } from './screens/paper-tickets.zh-cn.ts'
import { spokenZhCn } from './screens/spoken.zh-cn.ts'
import { videoZhCn } from './screens/video.zh-cn.ts'
import { weatherScreenZhCn } from './screens/weather.zh-cn.ts'
import { approvingZhCn } from './screens/approving.zh-cn.ts'
import { dayPlanZhCn } from './screens/day-plan.zh-cn.ts'
import { applyZhCn } from './screens/apply.zh-cn.ts'
import { importsZhCn } from './screens/imports.zh-cn.ts'
import { changesZhCn } from './screens/changes.zh-cn.ts'
import { boardZhCn } from './screens/board.zh-cn.ts'
import { homeZhCn } from './screens/home.zh-cn.ts'
import { captureZhCn } from './screens/capture.zh-cn.ts'
import { gasTestZhCn } from './screens/gas-test.zh-cn.ts'
import { rulesZhCn } from './screens/rules.zh-cn.ts'
import { ventilationZhCn } from './screens/ventilation.zh-cn.ts'
import { witnessZhCn } from './screens/witness.zh-cn.ts'
import { snapshotZhCn } from './screens/snapshot.zh-cn.ts'
import { dutyWatchZhCn } from './screens/duty-watch.zh-cn.ts'
import { hazardsZhCn } from './screens/hazards.zh-cn.ts'
import { plansZhCn } from './screens/plans.zh-cn.ts'
import { riskLibraryZhCn } from './screens/risk-library.zh-cn.ts'
import { guardingZhCn } from './screens/guarding.zh-cn.ts'
import { jobsZhCn } from './screens/jobs.zh-cn.ts'
import { ownFirmZhCn } from './screens/own-firm.zh-cn.ts'
import { peopleZhCn } from './screens/people.zh-cn.ts'
import { sessionZhCn } from './screens/session.zh-cn.ts'
import { shellZhCn } from './screens/shell.zh-cn.ts'
import { stepsZhCn } from './screens/steps.zh-cn.ts'
import { stopZhCn } from './screens/stop.zh-cn.ts'
import { signingZhCn } from './screens/signing.zh-cn.ts'
import { uiZhCn } from './screens/ui.zh-cn.ts'

/** The words of all screens, one section per feature. A section lives in its own two files; here is only the list. */
export const screensZhCn = {
  alarmList: alarmListZhCn,
  feed: feedZhCn,
  ledger: ledgerZhCn,
  apply: applyZhCn,
  dayPlan: dayPlanZhCn,
  approving: approvingZhCn,
  imports: importsZhCn,
  board: boardZhCn,
  changes: changesZhCn,
  guarding: guardingZhCn,
  jobs: jobsZhCn,
  home: homeZhCn,
  isolation: isolationZhCn,
  evacuation: evacuationZhCn,
  registers: registersZhCn,
  calendar: calendarZhCn,
  video: videoZhCn,
  weather: weatherScreenZhCn,
  spoken: spokenZhCn,
  contingencies: contingenciesZhCn,
  debts: debtsZhCn,
  paperTickets: paperTicketsZhCn,
  capture: captureZhCn,
  gasTest: gasTestZhCn,
  rules: rulesZhCn,
  ventilation: ventilationZhCn,
  witness: witnessZhCn,
  snapshot: snapshotZhCn,
  dutyWatch: dutyWatchZhCn,
  signing: signingZhCn,
  ui: uiZhCn,
  ownFirm: ownFirmZhCn,
  people: peopleZhCn,
  session: sessionZhCn,
  shell: shellZhCn,
  hazards: hazardsZhCn,
  risks: riskLibraryZhCn,
  plans: plansZhCn,
  steps: stepsZhCn,
  stop: stopZhCn,
}

/** What every language must be able to say. A missing word breaks the build. */
export type ScreenWords = typeof screensZhCn
