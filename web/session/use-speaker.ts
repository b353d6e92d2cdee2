import { useQuery } from '@tanstack/react-query'
import type { Messages, Names } from '#core/messages/messages.ts'
import { rulebookNames } from '#core/messages/rulebook-names.ts'
import type { Reading } from '#core/messages/create-say.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { epochMs } from '#core/time/epoch.ts'
import { useUi } from '../ui/ui-context.tsx'
import { useSpeech } from './language.tsx'
import { useRead } from './use-read.ts'

type KnownNames = {
  readonly people: { readonly [id: string]: string }
  readonly places: { readonly [id: string]: string }
  readonly equipment: { readonly [id: string]: string }
  readonly permits: { readonly [id: string]: string }
}

/** What sentences about a job are made of: the rulebook, the words of the language, and names. Undefined until loaded. */
export type Speaker = {
  readonly rulebook: Rulebook
  readonly messages: Messages
  readonly read: (known: KnownNames) => Reading
}

export const useSpeaker = (): Speaker | undefined => {
  const { language } = useSpeech()
  const { timeZone, now } = useUi()
  const { data: rulebook } = useRead<Rulebook>(['rulebook'], '/api/rulebook')
  const { data: messages } = useQuery({
    queryKey: ['messages', language],
    staleTime: Infinity,
    // Sentences are heavy and only some pages speak in them.
    queryFn: async () =>
      language === 'zh-CN'
        ? (await import('#core/messages/zh-cn.ts')).messagesZhCn
        : (await import('#core/messages/en.ts')).messagesEn,
  })
  if (!rulebook || !messages) return undefined
  const nameIn = (names: { readonly [id: string]: string }) => (id: string) => names[id] ?? id
  return {
    rulebook,
    messages,
    read: ({ people, places, equipment, permits }) => {
      const names: Names = {
        ...rulebookNames(rulebook, language),
        person: nameIn(people),
        place: nameIn(places),
        equipment: nameIn(equipment),
        permit: nameIn(permits),
        job: (job) => job,
      }
      return { names, timeZone, now: epochMs(now()) }
    },
  }
}
