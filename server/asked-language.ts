import type { Context } from 'hono'
import type { Language } from '#core/messages/messages.ts'

/** The language of whoever asks: Chinese unless another one is asked for. */
export const askedLanguage = (c: Context): Language =>
  /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh-CN'
