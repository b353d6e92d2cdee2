import type { Limit, Text } from '../grounds.ts'
import { groundedRecord, record } from './record-reader.ts'
import { numberWithin, text, type Reader } from './reader.ts'

/** Words in both languages; neither may be missing. */
export const texts: Reader<Text> = record({ zh: text, en: text })

export const limit: Reader<Limit> = groundedRecord({ value: numberWithin(0) })
