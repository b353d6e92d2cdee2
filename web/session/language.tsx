import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { screensZhCn, type ScreenWords } from '#core/messages/screens.zh-cn.ts'
import { keepPreference, readPreference } from './preference.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

type Speech = { readonly language: Language; readonly words: ScreenWords; readonly speak: (language: Language) => void }

const SpeechContext = createContext<Speech | undefined>(undefined)

export const chosenLanguage = (): Language => readPreference('language', languages) ?? 'zh-CN'

/** English is loaded only by those who ask for it; phones on site pay for one language. */
const wordsOf = async (language: Language): Promise<ScreenWords> =>
  language === 'zh-CN' ? screensZhCn : (await import('#core/messages/screens.en.ts')).screensEn

/** Puts the words of the chosen language around the page. The old language stays until the new one is there. */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [spoken, setSpoken] = useState<{ language: Language; words: ScreenWords }>()

  const speak = async (language: Language) => {
    const words = await wordsOf(language)
    keepPreference('language', language)
    document.documentElement.lang = language
    setSpoken({ language, words })
  }
  useEffect(() => void speak(chosenLanguage()), [])

  return (
    spoken && <SpeechContext value={{ ...spoken, speak: (language) => void speak(language) }}>{children}</SpeechContext>
  )
}

export const useSpeech = (): Speech => {
  const speech = use(SpeechContext)
  if (!speech) throw new Error('a screen stands outside <LanguageProvider>')
  return speech
}

/** The words of all screens, in the language of whoever looks: `useWords().gasTest.title`. */
export const useWords = (): ScreenWords => useSpeech().words
