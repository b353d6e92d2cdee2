import { useEffect, useState } from 'react'
import type { Messages } from '#core/messages/messages.ts'
import { useSpeech, type Language } from './language.tsx'

/** Loaded when the first refusal or event has to be said: the start page of a phone needs none of it. */
const load = async (language: Language): Promise<Messages> =>
  language === 'zh-CN'
    ? (await import('#core/messages/zh-cn.ts')).messagesZhCn
    : (await import('#core/messages/en.ts')).messagesEn

/** The words for refusals and events in the reader's language; undefined while they are on their way. */
export const useMessages = (): Messages | undefined => {
  const { language } = useSpeech()
  const [messages, setMessages] = useState<Messages>()
  useEffect(() => {
    let isWanted = true
    void load(language).then((loaded) => isWanted && setMessages(loaded))
    return () => {
      isWanted = false
    }
  }, [language])
  return messages?.language === language ? messages : undefined
}
