import type { Text } from '#core/rulebook/grounds.ts'
import type { Language } from '../../session/language.tsx'

/** A rulebook's word in the reader's language. */
export const textIn = (language: Language, text: Text): string => (language === 'zh-CN' ? text.zh : text.en)
