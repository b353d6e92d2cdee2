import type { ScreenWords } from '../screens.zh-cn.ts'

export const snapshotEn: ScreenWords['snapshot'] = {
  title: 'Snapshot',
  workFace: 'Picture the whole work face',
  guardian: 'Picture the guardian from the front',
  taken: { 'work-face': 'Work face', guardian: 'Guardian' },
  label: 'Snapshot',
  due: 'This snapshot',
  missed: (count) => `${count} missed, on record`,
  late: (count) => `${count} taken late, on record`,
  kept: (count) => `${count} taken`,
  begin: 'Start the camera',
  sending: 'Handing in…',
  again: 'Hand in again',
  done: 'Snapshot recorded',
  notNow: 'No work goes on, so no snapshot is asked',
  notAsked: 'This job asks for no snapshots',
  toJob: 'Back to the job',
}
