import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judgeRecording, recordingLimits, recordingTypeOf } from './inspect-recording.ts'

const webm = (size = 1000): Buffer => {
  const bytes = Buffer.alloc(size)
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex').copy(bytes)
  return bytes
}

describe('a recording', () => {
  test('is told by its bytes: webm, ogg and mp4, and nothing else', () => {
    assert.equal(recordingTypeOf(webm()), 'audio/webm')
    assert.equal(recordingTypeOf(Buffer.from('OggS\0\x02')), 'audio/ogg')
    assert.equal(recordingTypeOf(Buffer.from('\0\0\0\x1cftypM4A \0\0', 'latin1')), 'audio/mp4')
    for (const other of ['\0\0\0\x1cftypheic', '<html>', 'RIFF0000WAVE', '', '\x1a\x45\xdf\xa3 matroska'])
      assert.equal(recordingTypeOf(Buffer.from(other, 'latin1')), undefined, other)
  })

  test('is refused when it is empty, too long or claimed to be something else', () => {
    const codes = (bytes: Buffer, claimed?: string) =>
      judgeRecording(bytes, 'audio/webm', claimed).map(({ code }) => code)
    assert.deepEqual(codes(webm(), 'audio/webm'), [])
    assert.deepEqual(codes(webm(recordingLimits.bytesMax)), [])
    assert.deepEqual(codes(webm(recordingLimits.bytesMax + 1)), ['recording-too-many-bytes'])
    assert.deepEqual(codes(webm(recordingLimits.bytesMin - 1)), ['recording-empty'])
    assert.deepEqual(codes(webm(), 'image/jpeg'), ['picture-type-mismatch'])
  })
})
