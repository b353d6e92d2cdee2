import type { BrowserContext } from 'playwright-core'

export type Account = { readonly login: string; readonly password: string }

/** Signs somebody in before the first page is opened. The sign-in page itself has its own test. */
export const signInByApi = async (context: BrowserContext, account: Account, pageUrl: string): Promise<void> => {
  const url = new URL('/api/session', pageUrl).href
  const answer = await context.request.post(url, { data: account })
  if (!answer.ok()) throw new Error(`${account.login} cannot sign in: ${answer.status()} ${await answer.text()}`)
}
