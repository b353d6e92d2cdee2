import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { unlockSoundOnFirstTouch } from '../ui/alarm/play-alarm.ts'
import '../ui/theme/base.css'
import { ensureChineseFont } from '../ui/theme/cjk-font.ts'
import '../ui/theme/tokens.css'
import { startAppearance } from './appearance.ts'
import { LanguageProvider } from './language.tsx'
import { createServices, ServicesProvider } from './services.tsx'
import { SessionGate } from './session.tsx'

/** What all three entries have in common: looks, words, sound, services and the gate. */
export const startEntry = async (shell: ReactNode): Promise<void> => {
  startAppearance()
  unlockSoundOnFirstTouch()
  const services = createServices()
  // The network is back: what waits goes now, not at the next try.
  addEventListener('online', () => void services.outbox.sendNow())

  // Text drawn before the font is there stays blank in Chromium even when the font has come.
  await ensureChineseFont()
  const place = document.getElementById('app')
  if (!place) throw new Error('the page has no place for the app')
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={services.queries}>
        <ServicesProvider services={services}>
          <LanguageProvider>
            <SessionGate>{shell}</SessionGate>
          </LanguageProvider>
        </ServicesProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
