import type { Plugin } from 'vite'
import { screensEn } from '#core/messages/screens.en.ts'
import { screensZhCn } from '#core/messages/screens.zh-cn.ts'

const languages = {
  zh: { brand: screensZhCn.shell.brand, ...screensZhCn.stop },
  en: { brand: screensEn.shell.brand, ...screensEn.stop },
} as const
type StaticWord = keyof typeof languages.zh

/**
 * Writes words into the html at build time, as `{{zh:title}}` or `{{en:title}}`. The stop page must speak before any script has run,
 * and no word may live outside core/messages; a placeholder that names no word stops the build.
 */
export const staticWords = (): Plugin => ({
  name: 'static-words',
  transformIndexHtml: (html) =>
    html.replaceAll(/\{\{(zh|en):([\w-]+)\}\}/g, (_, language: 'zh' | 'en', key: string) => {
      const word = languages[language][key as StaticWord]
      if (typeof word !== 'string') throw new Error(`static word ${language}:${key} does not exist`)
      return word
    }),
})
