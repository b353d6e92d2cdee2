import { useSyncExternalStore } from 'react'
import { keepPreference, readPreference } from './preference.ts'

export const appearanceChoices = ['auto', 'light', 'dark', 'sunlight'] as const
export type AppearanceChoice = (typeof appearanceChoices)[number]
export type Appearance = Exclude<AppearanceChoice, 'auto'>

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let choice: AppearanceChoice = 'auto'

const appearanceOf = (chosen: AppearanceChoice): Appearance =>
  chosen === 'auto' ? (systemIsDark().matches ? 'dark' : 'light') : chosen

const apply = () => {
  document.documentElement.dataset.theme = appearanceOf(choice)
  for (const listener of listeners) listener()
}

/** Called once before the first paint, so that a dark room is never lit up by a white flash. */
export const startAppearance = (): void => {
  choice = readPreference('appearance', appearanceChoices) ?? 'auto'
  systemIsDark().addEventListener('change', apply)
  apply()
}

export const chooseAppearance = (chosen: AppearanceChoice): void => {
  choice = chosen
  keepPreference('appearance', chosen)
  apply()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useAppearance = (): { readonly choice: AppearanceChoice; readonly appearance: Appearance } => {
  const chosen = useSyncExternalStore(subscribe, () => choice)
  const appearance = useSyncExternalStore(subscribe, () => appearanceOf(choice))
  return { choice: chosen, appearance }
}
