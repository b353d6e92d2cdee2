import { stopRequest } from '#contract/commands.ts'
import { toStorable } from '../storable-text.ts'

type StopWords = { -readonly [F in keyof typeof stopRequest.shape]?: unknown }

/** Far more than a stop needs, and little enough for anybody in the street to send. */
const bytesMax = 64_000
/** A phone that loses its network in the middle of a note has said enough: the work is to stop. */
const patienceMs = 3000
const noteCharactersMax = 400

/**
 * What a stop brings with it, as far as it can be understood within these bounds. None of it decides whether work stops, so that nothing
 * is refused here: a field that cannot be read is left out, a note that is too long is cut, a body that is too large is not read.
 */
export const readStopBody = async (request: Request) => {
  const read = await readBounded(request)
  const said = isRecord(read.body) ? read.body : {}
  const { occurredAt, reason, device, position } = stopRequest.shape
  return {
    /** False where something that came with the stop was not kept. */
    isWhole: read.isWhole && stopRequest.safeParse(read.body ?? {}).success,
    occurredAt: occurredAt.safeParse(said.occurredAt).data,
    reason: reason.safeParse(said.reason).data,
    note: typeof said.note === 'string' ? toStorable(said.note.slice(0, noteCharactersMax)) : '',
    device: storable(device.safeParse(said.device).data),
    position: position.safeParse(said.position).data,
  }
}

const storable = (text: string | undefined): string | undefined => (text === undefined ? undefined : toStorable(text))

const isRecord = (value: unknown): value is StopWords =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readBounded = async (request: Request): Promise<{ readonly body?: unknown; readonly isWhole: boolean }> => {
  if (request.body === null) return { isWhole: true }
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) return { isWhole: false }
  const bytes = await readAtMost(request.body)
  if (bytes === null) return { isWhole: false }
  if (bytes.length === 0) return { isWhole: true }
  try {
    return { body: JSON.parse(bytes.toString()) as unknown, isWhole: true }
  } catch {
    return { isWhole: false }
  }
}

/** All of it, or nothing where it is too much, breaks off or does not end. */
const readAtMost = async (stream: ReadableStream<Uint8Array>): Promise<Buffer | null> => {
  const reader = stream.getReader()
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref())
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const piece = await Promise.race([reader.read().catch(() => null), late])
    if (piece === null) break
    if (piece.done) return Buffer.concat(pieces)
    size += piece.value.byteLength
    if (size > bytesMax) break
    pieces.push(piece.value)
  }
  void reader.cancel().catch(() => undefined)
  return null
}
