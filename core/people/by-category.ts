import type { CredentialFacts, PersonFacts } from '../job/facts.ts'

type Credentials = PersonFacts['credentials']

/** Whoever gathers facts sorts documents once; what asks for a document then finds its category without leafing through all. */
export const byCategory = (credentials: readonly CredentialFacts[]): Credentials => {
  const sorted = new Map<string, CredentialFacts[]>()
  for (const one of credentials) {
    const others = sorted.get(one.category)
    if (others) others.push(one)
    else sorted.set(one.category, [one])
  }
  return Object.fromEntries(sorted)
}

export const everyCredential = (credentials: Credentials): readonly CredentialFacts[] =>
  Object.values(credentials).flat()

/** The same documents with something changed in each; whose category changes is sorted anew. */
export const changeEach = (credentials: Credentials, change: (one: CredentialFacts) => CredentialFacts): Credentials =>
  byCategory(everyCredential(credentials).map(change))
