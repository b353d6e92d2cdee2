import type { ScreenWords } from '../screens.zh-cn.ts'

export const witnessEn: ScreenWords['witness'] = {
  title: 'Checks on site',
  notAsked: 'This job has nothing to be checked on site',
  allSeen: 'Everything is checked',
  left: (count) => (count === 1 ? '1 check to go' : `${count} checks to go`),
  by: { leader: 'Checked by the work leader', guardian: 'Checked by the guardian' },
  seen: (who, at) => `Checked by ${who} at ${at}`,
  go: 'Check and picture',
  again: 'Check again',
  instruction: (check) => `Picture it clearly: ${check}`,
  taken: 'Picture of the check',
  submit: 'Hold to confirm the check',
  label: 'Check on site',
  anew: 'Take it anew',
  toJob: 'Back to the job',
}
