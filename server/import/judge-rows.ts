import type {
  CertificateEntry,
  Entry,
  MatrixEntry,
  MedicalEntry,
  PersonEntry,
  TrainingEntry,
} from '#core/people/ledger/entry.ts'
import { findHolder } from '#core/people/ledger/find-holder.ts'
import {
  judgeCertificate,
  judgeMedical,
  judgeTraining,
  type DocumentJudgement,
} from '#core/people/ledger/judge-document.ts'
import { judgePerson, type KnownPerson } from '#core/people/ledger/judge-person.ts'
import { outcomeOf, problem, type Place, type RowOutcome, type RowProblem } from '#core/people/ledger/problems.ts'
import { newId } from '../ids.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Tx } from '../store/database.ts'
import { createDocumentBook } from './document-book.ts'
import { createMatrixBook } from './matrix-book.ts'
import { createPeopleBook, type IndexedReference } from './people-book.ts'

/** Where a row stands: for provenance, and for telling somebody where the other value is. */
export type RowSource = { readonly file: string; readonly sheet: string; readonly row: number }

/** What must be written for an accepted row. */
export type Action =
  | {
      readonly kind: 'add-person'
      readonly entry: PersonEntry
      readonly personId: string
      readonly idIndex: string
      readonly phoneIndex: string | null
    }
  | {
      readonly kind: 'change-person'
      readonly entry: PersonEntry
      readonly personId: string
      readonly idIndex: string
      readonly phoneIndex: string | null
    }
  | {
      readonly kind: 'add-credential'
      readonly entry: CertificateEntry | TrainingEntry
      readonly personId: string
      readonly credentialId: string
      readonly numberIndex: string | null
      readonly supersedes: string | null
    }
  | { readonly kind: 'move-review'; readonly credentialId: string; readonly reviewDue: string }
  | { readonly kind: 'put-medical'; readonly entry: MedicalEntry; readonly personId: string }
  | {
      readonly kind: 'put-matrix'
      readonly position: string
      readonly levels: { readonly [operation: string]: string | null }
    }

export type Judged = {
  readonly outcome: RowOutcome
  readonly problems: readonly RowProblem[]
  readonly action?: Action
}

export type EntryAt = { readonly entry: Entry; readonly source: RowSource }

/**
 * Judges entries against the master tables and against what the same import said before, batch by batch and in order. With
 * `isForced` somebody has decided that the ledger is right: what differs is then replaced instead of shown.
 */
export type Judge = { readonly judge: (entries: readonly EntryAt[], isForced?: boolean) => Promise<Judged[]> }

export const createJudge = (tx: Tx, vault: Vault): Judge => {
  const people = createPeopleBook(tx)
  const documents = createDocumentBook(tx)
  const matrix = createMatrixBook(tx)

  const index = (entry: Exclude<Entry, MatrixEntry>): IndexedReference => ({
    reference: entry.person,
    idIndex: entry.person.idNumber === undefined ? null : vault.indexOf('id-number', tx.plantId, entry.person.idNumber),
    phoneIndex: entry.person.phone === undefined ? null : vault.indexOf('phone', tx.plantId, entry.person.phone),
  })

  const judgeOnePerson = (
    entry: PersonEntry,
    indexed: IndexedReference,
    source: RowSource,
    isForced: boolean,
  ): Judged => {
    const keys = { idIndex: indexed.idIndex!, phoneIndex: indexed.phoneIndex }
    const matches = people.matchPerson(indexed)
    const judgement = judgePerson(
      entry,
      keys,
      isForced ? { ...matches, byId: matches.byId && { ...matches.byId, isOfThisImport: false } } : matches,
    )
    switch (judgement.kind) {
      case 'conflict':
        return { outcome: 'conflict', problems: judgement.problems }
      case 'same': {
        const { person } = judgement
        if (person.isOfThisImport) return { outcome: 'same', problems: [repeated(person.where)] }
        people.put({ ...person, where: toPlace(source), isOfThisImport: true })
        return { outcome: 'same', problems: [] }
      }
      case 'new': {
        const personId = newId<string>()
        people.put(toKnown(entry, keys, personId, source, undefined))
        return { outcome: 'accepted', problems: [], action: { kind: 'add-person', entry, personId, ...keys } }
      }
      case 'change': {
        const personId = judgement.person.id
        people.put(toKnown(entry, keys, personId, source, judgement.person))
        return { outcome: 'accepted', problems: [], action: { kind: 'change-person', entry, personId, ...keys } }
      }
    }
  }

  const judgeOneDocument = (
    entry: CertificateEntry | TrainingEntry | MedicalEntry,
    holder: KnownPerson,
    source: RowSource,
    isForced: boolean,
  ): Judged => {
    const where = toPlace(source)
    if (entry.kind === 'medical') {
      const judgement = judgeMedical(entry, documents.medical(holder.id))
      const judged = toJudged(judgement, isForced, () => ({ kind: 'put-medical', entry, personId: holder.id }))
      if (judged.action) documents.putMedical(holder.id, knownMedical(entry, where))
      return judged
    }
    const known = documents.credential(holder.id, entry.category)
    const numberIndex =
      entry.kind === 'certificate' ? vault.indexOf('certificate-number', tx.plantId, entry.number) : null
    const judgement =
      entry.kind === 'certificate' ? judgeCertificate(entry, numberIndex!, known) : judgeTraining(entry, known)
    const credentialId = newId<string>()
    const judged = toJudged(judgement, isForced, (supersedes): Action =>
      judgement.kind === 'change' && entry.kind === 'certificate'
        ? { kind: 'move-review', credentialId: judgement.id, reviewDue: entry.reviewDue! }
        : {
            kind: 'add-credential',
            entry,
            personId: holder.id,
            credentialId,
            numberIndex,
            supersedes: supersedes ? (known?.id ?? null) : null,
          },
    )
    if (judged.action)
      documents.putCredential(
        holder.id,
        entry.category,
        knownCredential(entry, judged.action.kind === 'move-review' ? known!.id : credentialId, numberIndex, where),
      )
    return judged
  }

  return {
    judge: async (entries, isForced = false) => {
      const indexed = entries.map(({ entry }) => (entry.kind === 'matrix' ? undefined : index(entry)))
      await people.lookUp(indexed.filter((one) => one !== undefined))
      await matrix.lookUp(entries.some(({ entry }) => entry.kind === 'matrix'))
      const holders = entries.map(({ entry }, at) =>
        entry.kind === 'person' || entry.kind === 'matrix'
          ? undefined
          : findHolder(entry.person, indexed[at]!.idIndex, people.matchHolder(indexed[at]!)),
      )
      await documents.lookUp(
        holders.flatMap((holder) => (holder && 'person' in holder ? [holder.person.id] : [])),
        {
          credentials: entries.some(({ entry }) => entry.kind === 'certificate' || entry.kind === 'training'),
          medicals: entries.some(({ entry }) => entry.kind === 'medical'),
        },
      )
      return entries.map(({ entry, source }, at): Judged => {
        if (entry.kind === 'person') return judgeOnePerson(entry, indexed[at]!, source, isForced)
        if (entry.kind === 'matrix') return matrix.judge(entry, toPlace(source), isForced)
        const holder = holders[at]!
        if ('problems' in holder) return { outcome: outcomeOf(holder.problems), problems: holder.problems }
        return judgeOneDocument(entry, holder.person, source, isForced)
      })
    },
  }
}

const toJudged = (judgement: DocumentJudgement, isForced: boolean, act: (supersedes: boolean) => Action): Judged => {
  switch (judgement.kind) {
    case 'new':
      return { outcome: 'accepted', problems: [], action: act(false) }
    case 'supersede':
    case 'change':
      return { outcome: 'accepted', problems: [], action: act(true) }
    case 'same':
      return { outcome: 'same', problems: [] }
    case 'ignored':
      return { outcome: 'ignored', problems: judgement.problems }
    case 'conflict':
      return isForced
        ? { outcome: 'accepted', problems: [], action: act(true) }
        : { outcome: 'conflict', problems: judgement.problems }
  }
}

export const toPlace = ({ file, sheet, row }: RowSource): Place => `${file} · ${sheet} · ${row}`

const repeated = (where: Place): RowProblem => {
  const parts = where.split(' · ')
  return problem('row-repeated', { sheet: parts.at(-2) ?? '', row: Number(parts.at(-1)) })
}

const toKnown = (
  entry: PersonEntry,
  keys: { readonly idIndex: string; readonly phoneIndex: string | null },
  id: string,
  source: RowSource,
  before: KnownPerson | undefined,
): KnownPerson => ({
  id,
  name: entry.person.name,
  staffNumber: entry.person.staffNumber ?? before?.staffNumber ?? null,
  idIndex: keys.idIndex,
  phoneIndex: keys.phoneIndex ?? before?.phoneIndex ?? null,
  department: entry.person.department ?? before?.department ?? '',
  position: entry.position ?? before?.position ?? '',
  team: entry.team ?? before?.team ?? null,
  employer: entry.employer?.name ?? before?.employer ?? null,
  hiredOn: entry.hiredOn ?? before?.hiredOn ?? null,
  employment: before?.employment === 'frozen' && entry.employment === 'active' ? 'frozen' : entry.employment,
  where: toPlace(source),
  isOfThisImport: true,
})

const knownCredential = (
  entry: CertificateEntry | TrainingEntry,
  id: string,
  numberIndex: string | null,
  where: Place,
) => ({
  id,
  numberIndex,
  issuedOn: entry.kind === 'certificate' ? (entry.issuedOn ?? entry.validFrom ?? null) : entry.completedOn,
  validThrough: entry.validThrough ?? null,
  reviewDue: entry.kind === 'certificate' ? (entry.reviewDue ?? null) : null,
  where,
  isOfThisImport: true,
})

const knownMedical = (entry: MedicalEntry, where: Place) => ({
  examinedOn: entry.examinedOn,
  verdict: entry.verdict,
  restrictions: entry.restrictions,
  validThrough: entry.validThrough ?? null,
  systolicMmHg: entry.systolicMmHg ?? null,
  diastolicMmHg: entry.diastolicMmHg ?? null,
  followUpDue: entry.followUpDue ?? null,
  where,
  isOfThisImport: true,
})
