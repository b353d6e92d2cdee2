import type { KnownCredential, KnownMedical } from '#core/people/ledger/judge-document.ts'
import type { Tx } from '../store/database.ts'
import { toPlace } from './people-book.ts'

/** The documents that the people of a batch hold today, and those that earlier rows of the import bring. */
export type DocumentBook = {
  readonly lookUp: (
    people: readonly string[],
    kinds: { readonly credentials: boolean; readonly medicals: boolean },
  ) => Promise<void>
  readonly credential: (personId: string, category: string) => KnownCredential | undefined
  readonly putCredential: (personId: string, category: string, credential: KnownCredential) => void
  readonly medical: (personId: string) => KnownMedical | undefined
  readonly putMedical: (personId: string, medical: KnownMedical) => void
}

type Source = Parameters<typeof toPlace>[0]
type CredentialRow = Omit<KnownCredential, 'where' | 'isOfThisImport'> & {
  readonly personId: string
  readonly category: string
  readonly isUnlimited: boolean
  readonly source: Source
}
type MedicalRow = Omit<KnownMedical, 'where' | 'isOfThisImport'> & {
  readonly personId: string
  readonly source: Source
}

export const createDocumentBook = (tx: Tx): DocumentBook => {
  const credentials = new Map<string, KnownCredential>()
  const medicals = new Map<string, KnownMedical>()
  const asked = { credentials: new Set<string>(), medicals: new Set<string>() }
  const unasked = (people: readonly string[], before: Set<string>): string[] => {
    const fresh = [...new Set(people)].filter((person) => !before.has(person))
    for (const person of fresh) before.add(person)
    return fresh
  }
  const keyOf = (personId: string, category: string): string => `${personId}\0${category}`

  return {
    credential: (personId, category) => credentials.get(keyOf(personId, category)),
    putCredential: (personId, category, credential) => void credentials.set(keyOf(personId, category), credential),
    medical: (personId) => medicals.get(personId),
    putMedical: (personId, medical) => void medicals.set(personId, medical),
    lookUp: async (people, kinds) => {
      const forCredentials = kinds.credentials ? unasked(people, asked.credentials) : []
      if (forCredentials.length > 0) {
        // Ascending, so that of several in one category the one issued last is kept.
        const { rows } = await tx.query<CredentialRow>(
          `select credential_id as id, person_id as "personId", category, number_index as "numberIndex", coalesce(issued_on, valid_from) as "issuedOn",
                  valid_through as "validThrough", is_unlimited as "isUnlimited", review_due as "reviewDue", provenance as source
           from credentials where plant_id = $1 and person_id = any($2) and superseded_by is null order by coalesce(issued_on, valid_from) nulls first`,
          [tx.plantId, forCredentials],
        )
        for (const { personId, category, isUnlimited, source, ...row } of rows) {
          const validThrough = isUnlimited ? 'unlimited' : row.validThrough
          credentials.set(keyOf(personId, category), {
            ...row,
            validThrough,
            where: toPlace(source),
            isOfThisImport: false,
          })
        }
      }
      const forMedicals = kinds.medicals ? unasked(people, asked.medicals) : []
      if (forMedicals.length === 0) return
      const { rows } = await tx.query<MedicalRow>(
        `select person_id as "personId", measured_on as "examinedOn", verdict, restrictions, valid_through as "validThrough",
                systolic_mm_hg as "systolicMmHg", diastolic_mm_hg as "diastolicMmHg", follow_up_due as "followUpDue", provenance as source
         from medicals where plant_id = $1 and person_id = any($2)`,
        [tx.plantId, forMedicals],
      )
      for (const { personId, source, ...row } of rows) {
        medicals.set(personId, {
          ...row,
          restrictions: [...row.restrictions].sort(),
          where: toPlace(source),
          isOfThisImport: false,
        })
      }
    },
  }
}
