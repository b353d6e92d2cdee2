import { calendarEn } from './screens/calendar.en.ts'
import { registersEn } from './screens/registers.en.ts'
import { isolationEn } from './screens/isolation.en.ts'
import { evacuationEn } from './screens/evacuation.en.ts'
import { alarmListEn } from './screens/alarm-list.en.ts'
import { feedEn } from './screens/feed.en.ts'
import { ledgerEn } from './screens/ledger.en.ts'
import { contingenciesEn } from './screens/contingencies.en.ts'
import { debtsEn } from './screens/debts.en.ts'
import { paperTicketsEn } from './screens/paper-tickets.en.ts'
import { spokenEn } from './screens/spoken.en.ts'
import { videoEn } from './screens/video.en.ts'
import { weatherScreenEn } from './screens/weather.en.ts'
import { approvingEn } from './screens/approving.en.ts'
import { dayPlanEn } from './screens/day-plan.en.ts'
import { applyEn } from './screens/apply.en.ts'
import type { ScreenWords } from './screens.zh-cn.ts'
import { importsEn } from './screens/imports.en.ts'
import { changesEn } from './screens/changes.en.ts'
import { boardEn } from './screens/board.en.ts'
import { homeEn } from './screens/home.en.ts'
import { captureEn } from './screens/capture.en.ts'
import { gasTestEn } from './screens/gas-test.en.ts'
import { rulesEn } from './screens/rules.en.ts'
import { ventilationEn } from './screens/ventilation.en.ts'
import { witnessEn } from './screens/witness.en.ts'
import { snapshotEn } from './screens/snapshot.en.ts'
import { dutyWatchEn } from './screens/duty-watch.en.ts'
import { hazardsEn } from './screens/hazards.en.ts'
import { plansEn } from './screens/plans.en.ts'
import { riskLibraryEn } from './screens/risk-library.en.ts'
import { guardingEn } from './screens/guarding.en.ts'
import { jobsEn } from './screens/jobs.en.ts'
import { ownFirmEn } from './screens/own-firm.en.ts'
import { peopleEn } from './screens/people.en.ts'
import { sessionEn } from './screens/session.en.ts'
import { shellEn } from './screens/shell.en.ts'
import { stepsEn } from './screens/steps.en.ts'
import { stopEn } from './screens/stop.en.ts'
import { signingEn } from './screens/signing.en.ts'
import { uiEn } from './screens/ui.en.ts'

export const screensEn: ScreenWords = {
  alarmList: alarmListEn,
  feed: feedEn,
  ledger: ledgerEn,
  apply: applyEn,
  dayPlan: dayPlanEn,
  approving: approvingEn,
  imports: importsEn,
  board: boardEn,
  changes: changesEn,
  guarding: guardingEn,
  jobs: jobsEn,
  home: homeEn,
  isolation: isolationEn,
  evacuation: evacuationEn,
  registers: registersEn,
  calendar: calendarEn,
  video: videoEn,
  weather: weatherScreenEn,
  spoken: spokenEn,
  contingencies: contingenciesEn,
  debts: debtsEn,
  paperTickets: paperTicketsEn,
  capture: captureEn,
  gasTest: gasTestEn,
  rules: rulesEn,
  ventilation: ventilationEn,
  witness: witnessEn,
  snapshot: snapshotEn,
  dutyWatch: dutyWatchEn,
  signing: signingEn,
  ui: uiEn,
  ownFirm: ownFirmEn,
  people: peopleEn,
  session: sessionEn,
  shell: shellEn,
  hazards: hazardsEn,
  risks: riskLibraryEn,
  plans: plansEn,
  steps: stepsEn,
  stop: stopEn,
}
