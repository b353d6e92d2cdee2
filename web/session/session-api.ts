import type { Api } from './api.ts'
import { RequestFailed } from './problem.ts'

/** Whoever is signed in, as the server describes them. An account without a person looks and administers. */
export type SignedIn = {
  readonly plantId: string
  readonly plant: { readonly name: string; readonly timeZone: string }
  readonly accountId: string
  readonly personId: string | null
  readonly name: string
  readonly roles: readonly string[]
}

const path = '/api/session'

/** `null` is the server's word that nobody is signed in; anything else that goes wrong is thrown. */
export const readSession = async (api: Api): Promise<SignedIn | null> => {
  try {
    return await api.read<SignedIn>(path)
  } catch (error) {
    if (error instanceof RequestFailed && error.failure.kind === 'problem' && error.failure.problem.status === 401)
      return null
    throw error
  }
}

export type Credentials = { readonly plant?: string; readonly login: string; readonly password: string }

export const signIn = async (api: Api, credentials: Credentials, key: string): Promise<SignedIn> =>
  (await api.send<SignedIn>({ method: 'POST', path, body: { kind: 'json', value: credentials }, key })).answer

export const signOut = async (api: Api, key: string): Promise<void> => {
  await api.send({ method: 'DELETE', path, body: { kind: 'json', value: {} }, key })
}
