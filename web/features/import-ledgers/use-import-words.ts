import { importEn } from '#core/messages/import.en.ts'
import { importZhCn } from '#core/messages/import.zh-cn.ts'
import type { ImportWords } from '#core/messages/import-words.ts'
import { useSpeech } from '../../session/language.tsx'

/** Outcomes, fields and every reason, in the language of whoever looks. The desk alone pays for both. */
export const useImportWords = (): ImportWords => (useSpeech().language === 'en' ? importEn : importZhCn)
