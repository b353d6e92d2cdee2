import { createContext, use, type ReactNode } from 'react'
import type { UiWords } from './ui-words.ts'

/** What parts that know nothing of permits still need: words, the plant's time zone and a clock that the server agrees with. */
export type UiSurroundings = {
  readonly words: UiWords
  readonly locale: 'zh-CN' | 'en'
  readonly timeZone: string
  readonly now: () => number
}

const UiContext = createContext<UiSurroundings | undefined>(undefined)

export const UiProvider = ({ value, children }: { value: UiSurroundings; children: ReactNode }) => (
  <UiContext value={value}>{children}</UiContext>
)

export const useUi = (): UiSurroundings => {
  const surroundings = use(UiContext)
  if (!surroundings) throw new Error('a ui part stands outside <UiProvider>')
  return surroundings
}
