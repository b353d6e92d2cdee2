import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { alarmKinds, alarmSounds, soundMs, type AlarmSound } from './alarm-kinds.ts'

/** What an ear keeps of a sound in noise: up, down or level of each tone, their number and the rhythm. */
const melody = ({ tones }: AlarmSound): string =>
  tones
    .map(({ fromHz, toHz, ms, pauseMs }) => `${Math.sign(toHz - fromHz)}:${ms > 400 ? 'long' : 'short'}:${pauseMs > 0}`)
    .join(' ')

describe('the six alarm sounds', () => {
  test('are told apart by their movement alone', () => {
    assert.equal(new Set(alarmKinds.map((kind) => melody(alarmSounds[kind]))).size, alarmKinds.length)
  })

  test('of danger go on until somebody answers, and reminders do not', () => {
    const lasting = alarmKinds.filter((kind) => alarmSounds[kind].repeats === 'until-answered')
    assert.deepEqual(lasting, ['overdue', 'guardian-left', 'work-stopped', 'evacuate'])
  })

  test('stay within what a phone speaker can carry, and under three seconds a round', () => {
    for (const kind of alarmKinds) {
      for (const { fromHz, toHz } of alarmSounds[kind].tones) {
        assert.ok(Math.min(fromHz, toHz) >= 200 && Math.max(fromHz, toHz) <= 4000, kind)
      }
      assert.ok(soundMs(alarmSounds[kind]) <= 3000, kind)
    }
  })
})
